import type { Culture } from "../values/culture.js";
import type { TypeTable } from "../values/members.js";
import type { ValueFacts } from "../values/value-facts.js";
import type { RuntimeServices } from "./execution-context.js";
import type { Limits } from "./limits.js";
import type { ParsedText, TokenizedText } from "./parse-errors.js";
import type { RuntimeFacts } from "./runtime-facts.js";
import type { Host } from "./streams.js";

/** Inputs from the shell: nothing of this comes from the machine. */
export interface EngineOptions {
  readonly facts: ValueFacts;
  readonly runtimeFacts: RuntimeFacts;
  readonly host: Host;
  readonly services: RuntimeServices;
  /** The grammar's `parse` with the edition's choice of syntax. */
  readonly parse: (text: string) => ParsedText;
  /** The grammar's `parseWithTokens`, alike. */
  readonly parseWithTokens: (text: string) => TokenizedText;
  /** Type data of the session; the engine keeps the object, the shell may fill it. */
  readonly typeTable: TypeTable;
  /** 100-ns ticks of the emulated local time. */
  readonly now: () => bigint;
  /** Local time minus UTC in ticks, at the given UTC ticks. */
  readonly utcOffset: (utcTicks: bigint) => bigint;
  readonly newGuid: () => string;
  readonly random: () => number;
  readonly culture?: Culture;
  readonly userName: string;
  readonly limits?: Partial<Limits>;
}
