import { PSArray } from "../values/collections.js";
import { AutomationNull } from "../values/objects.js";
import { unrolled } from "../values/types/unrolled.js";
import type { Value } from "../values/value.js";
import type { Frame } from "./frame.js";
import { ExitSignal, LoopSignal, ReturnSignal } from "./signals.js";
import type { CommandStreams, Pipe } from "./streams.js";

/** Where output vanishes. */
export const nullPipe: Pipe = { write() {} };

/** Gathers what a statement writes, as an assignment or a pair of parentheses takes it. */
export class Collector implements Pipe {
  readonly items: Value[] = [];
  constructor(private readonly context: { checkSize(kind: "collection", size: number): void }) {}

  write(value: Value): void {
    // The limit is asked only now and then: this runs for every object.
    if ((this.items.push(value) & 0xffff) === 0) this.context.checkSize("collection", this.items.length);
  }
  /** Nothing, the one object, or all of them as an array. */
  result(): Value {
    switch (this.items.length) {
      case 0:
        return AutomationNull;
      case 1:
        return this.items[0] as Value;
      default:
        return new PSArray(this.items);
    }
  }
  /**
   * Runs something for its value. When `break`, `continue`, `return` or `exit` leaves it, there is none: what was
   * written goes to the output of the code around it, if it spills.
   */
  capture(frame: Frame, spills: boolean, body: () => void): Value {
    try {
      body();
    } catch (thrown) {
      const leaves = thrown instanceof LoopSignal || thrown instanceof ReturnSignal || thrown instanceof ExitSignal;
      if (spills && leaves) {
        for (const item of this.items) frame.output.write(item);
      }
      throw thrown;
    }
    return this.result();
  }
  /** Always an array. */
  array(): PSArray {
    return new PSArray(this.items);
  }
}

/** Writes to two places: the next stage and a variable (`-OutVariable`). */
export class TeePipe implements Pipe {
  constructor(
    private readonly first: Pipe,
    private readonly second: Pipe,
  ) {}
  write(value: Value): void {
    this.second.write(value);
    this.first.write(value);
  }
}

/** Writes what an expression gives: the elements of a collection, one level deep; nothing for "no output". */
export function writeEnumerated(out: Pipe, value: Value): void {
  if (value === null || typeof value !== "object") {
    out.write(value);
    return;
  }
  const elements = unrolled(value);
  if (elements === null) out.write(value);
  else for (const element of elements) if (element !== AutomationNull) out.write(element);
}

/** Objects and errors into one pipe, texts to the host. */
export function streamsTo(sink: Pipe): CommandStreams {
  return { output: sink, error: sink, warning: null, verbose: null, debug: null, information: null };
}
