import type { Bound, ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletBody, CmdletRuntime } from "../../runtime/cmdlet.js";
import { extensionOf } from "../../runtime/extension.js";
import { displayText, isNull, tryConvertTo, typeNamed, type Value } from "../../values/index.js";
import { Double } from "../../values/numbers.js";
import { SystemRandom } from "../../values/types/random.js";
import { baseOf } from "../../values/value.js";
import { cmdletError } from "../error-record.js";
import { type SeededNumbers, seededNumbersKey } from "../session-services.js";

const numberSet = "RandomNumberParameterSet";
const listSet = "RandomListItemParameterSet";
const shuffleSet = "ShuffleParameterSet";

const parameters = {
  SetSeed: { type: "int" },
  Maximum: { type: "object", position: 0, sets: [numberSet] },
  Minimum: { type: "object", sets: [numberSet] },
  InputObject: { type: "object[]", mandatory: true, position: 0, pipeline: "value", sets: [listSet, shuffleSet] },
  Count: {
    type: "int",
    sets: [numberSet, listSet],
    validate: [{ kind: "ValidateRange", min: 1, max: 2147483647 }],
  },
  Shuffle: { since: 7, type: "switch", mandatory: true, sets: [shuffleSet] },
} as const satisfies ParameterDeclarations;

/** Draws from the session's seeded numbers: the same session gives the same ones. */
export const getRandom = defineCmdlet({
  name: "Get-Random",
  typeName: "Microsoft.PowerShell.Commands.GetRandomCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Gives random numbers, or random ones of some objects.",
  defaultParameterSet: numberSet,
  parameters,
  create: (bound, cmdlet) => new Drawing(bound, cmdlet),
});

const largestInt = 2147483647;

class Drawing implements CmdletBody {
  private readonly items: Value[] = [];
  constructor(
    private readonly bound: Bound<typeof parameters>,
    private readonly cmdlet: CmdletRuntime,
  ) {}

  /** The pipeline's objects are not bound yet when the command begins. */
  private get takesObjects(): boolean {
    return this.cmdlet.expectingInput || this.cmdlet.isBound("InputObject");
  }

  /** The next number, 0 ≤ x < 1: after -SetSeed of the sequence that the seed stands for, in all later calls too. */
  private sample(): number {
    const { context } = this.cmdlet;
    return this.seeded.current?.sample(context) ?? context.random();
  }

  private get seeded(): SeededNumbers {
    return extensionOf(this.cmdlet.context, seededNumbersKey);
  }

  /** A whole number from `low` on, below `high`. */
  private between(low: number, high: number): number {
    return low + Math.floor(this.sample() * (high - low));
  }

  begin(): void {
    const { SetSeed } = this.bound;
    if (SetSeed !== undefined) this.seeded.current = new SystemRandom(SetSeed);
    if (this.takesObjects) return;
    const { bound, cmdlet } = this;
    const minimum = this.limit(bound.Minimum) ?? 0;
    const maximum = this.limit(bound.Maximum) ?? largestInt;
    const low = numberOf(minimum);
    const high = numberOf(maximum);
    if (low >= high) {
      const { context } = cmdlet;
      cmdlet.throwTerminatingError(
        cmdletError({
          id: "MinGreaterThanOrEqualMax",
          category: "InvalidArgument",
          exception: "ArgumentException",
          message: `The Minimum value (${displayText(context, minimum)}) cannot be greater than or equal to the Maximum value (${displayText(context, maximum)}).`,
        }),
      );
    }
    const isReal = minimum instanceof Double || maximum instanceof Double;
    const isLong = typeof minimum === "bigint" || typeof maximum === "bigint";
    for (let i = bound.Count ?? 1; i > 0; i--) {
      const drawn = low + this.sample() * (high - low);
      if (isReal) cmdlet.writeObject(new Double(drawn));
      else cmdlet.writeObject(isLong ? BigInt(Math.floor(drawn)) : Math.floor(drawn));
    }
  }

  process(): void {
    if (!this.takesObjects) return;
    for (const item of this.bound.InputObject?.items ?? []) this.items.push(item);
  }

  end(): void {
    const { bound, cmdlet, items } = this;
    if (!this.takesObjects) return;
    const count = bound.Shuffle ? items.length : Math.min(bound.Count ?? 1, items.length);
    for (let i = 0; i < count; i++) {
      const j = this.between(i, items.length);
      const chosen = items[j] ?? null;
      items[j] = items[i] ?? null;
      items[i] = chosen;
      cmdlet.writeObject(chosen);
    }
  }

  /** A limit as the number that it is or reads as; a text is converted as a command line would. */
  private limit(value: Value | undefined): Value | undefined {
    if (value === undefined || isNull(value)) return undefined;
    const base = baseOf(value);
    if (typeof base === "number" || typeof base === "bigint" || base instanceof Double) return base;
    for (const name of ["System.Int32", "System.Int64", "System.Double"]) {
      const text = displayText(this.cmdlet.context, base);
      if (name !== "System.Double" && /[.eE]/.test(text)) continue;
      const converted = tryConvertTo(this.cmdlet.context, base, typeNamed(name));
      if (converted !== undefined) return converted;
    }
    return undefined;
  }
}

function numberOf(value: Value): number {
  if (value instanceof Double) return value.value;
  return typeof value === "number" || typeof value === "bigint" ? Number(value) : 0;
}
