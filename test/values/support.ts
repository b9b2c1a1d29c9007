import { decimalFromText } from "../../src/values/decimal.js";
import type { Culture, PSDictionary, Value, ValueContext, ValueFacts } from "../../src/values/index.js";
import {
  BigInteger,
  Char,
  Double,
  decimalOf,
  englishCulture,
  PSArray,
  powerShell7Facts,
  resolveTypeName,
  SmallInteger,
  TypeTable,
  UInt64,
  windowsPowerShell5Facts,
} from "../../src/values/index.js";

export { powerShell7Facts, windowsPowerShell5Facts };

export interface TestContext extends ValueContext {
  /** What the last successful -match handed out. */
  matches: PSDictionary | null;
}

/** A session around the values, as small as it can be: the clock stands at 2020-01-06 15:04:05 UTC. */
export function testContext(
  facts: ValueFacts = powerShell7Facts,
  culture: Culture = englishCulture(facts),
): TestContext {
  return {
    facts,
    currentCulture: culture,
    typeTable: new TypeTable(),
    now: () => 637_139_198_450_000_000n,
    utcOffset: () => 0n,
    newGuid: () => "11111111-2222-3333-4444-555555555555",
    random: () => 0.5,
    outputFieldSeparator: " ",
    matches: null,
    setMatches(matches) {
      this.matches = matches;
    },
    invoke: () => {
      throw new Error("no script blocks here");
    },
    createScriptBlock: () => {
      throw new Error("no script blocks here");
    },
    spend: () => {},
    checkSize: () => {},
    resolveType: resolveTypeName,
  };
}

export const double = (n: number): Value => new Double(n);
export const decimal = (text: string): Value => decimalFromText(text) ?? decimalOf(0);
export const char = (text: string): Value => new Char(text.charCodeAt(0));
export const byte = (n: number): Value => new SmallInteger("Byte", n);
export const uint32 = (n: number): Value => new SmallInteger("UInt32", n);
export const uint64 = (n: bigint): Value => new UInt64(n);
export const bigInteger = (n: bigint): Value => new BigInteger(n);
export const array = (...items: Value[]): Value => new PSArray(items);
