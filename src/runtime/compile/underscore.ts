import type { Frame } from "../frame.js";
import type { Variable } from "../variable.js";
import type { Unit } from "./unit.js";

/** Runs something with a `$_` of its own in the frame's scope; afterwards the old one is back. */
export type WithUnderscore = <T>(frame: Frame, body: (cell: Variable) => T) => T;

/** `$_` for statements that set it: switch, catch, trap. */
export function withUnderscore(unit: Unit): WithUnderscore {
  unit.slot("_");
  return (frame, body) => {
    const { scope } = frame;
    const existing = scope.own("_");
    const cell = existing ?? scope.define("_", null, "_");
    const before = existing?.current;
    try {
      return body(cell);
    } finally {
      cell.put(before);
    }
  };
}
