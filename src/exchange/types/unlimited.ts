import { convertTo } from "../../values/conversion/index.js";
import { ValueObject } from "../../values/dictionary.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { UInt64 } from "../../values/numbers.js";
import { integerOf, isNumber } from "../../values/numeric.js";
import { method, property } from "../../values/signatures.js";
import { netText } from "../../values/text.js";
import { defineGenericType, genericTypeOf, typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import type { ExchangeRelease } from "../catalogue/release.js";
import { ByteQuantifiedSize, byteQuantifiedSizeName, parseByteQuantifiedSize } from "./byte-quantified-size.js";
import { enhancedTimeSpanName, enhancedTimeSpanOf } from "./enhanced-time-span.js";
import { formatError, fromText } from "./text-conversion.js";

const genericName = "Microsoft.Exchange.Data.Unlimited`1";
const word = "unlimited";

/** A quota or limit that may be without end: `Unlimited<ByteQuantifiedSize>`, `Unlimited<Int32>`. */
export class Unlimited extends ValueObject {
  constructor(
    readonly type: DotNetType,
    /** `null`: unlimited. */
    readonly value: Value,
    /** `unlimited` up to Exchange 2010, `Unlimited` later. */
    private readonly word: string,
  ) {
    super();
  }
  get isUnlimited(): boolean {
    return this.value === null;
  }
  equalityKey(): string {
    if (this.value === null) return word;
    return this.value instanceof ValueObject ? this.value.equalityKey() : `${integerOf(this.value) ?? 0n}`;
  }
  /** Unlimited is more than every amount. */
  override comparisonKey(): bigint {
    if (this.value === null) return 1n << 128n;
    return this.value instanceof ByteQuantifiedSize ? this.value.bytes : (integerOf(this.value) ?? 0n);
  }
  toNetText(context: ValueContext): string {
    return this.value === null ? this.word : netText(context, this.value);
  }
}
heapClass("Unlimited", Unlimited);

/** The word as a release prints it (facts: nouns.json, general rules). */
export function unlimitedWord(release: ExchangeRelease): string {
  return release === "2010" ? word : "Unlimited";
}

/** The type `Unlimited<T>` for the full name of T. */
export function unlimitedType(elementFullName: string): DotNetType {
  const type = genericTypeOf(genericName, [typeNamed(elementFullName)]);
  if (type === undefined) throw new Error(`no type ${genericName}`);
  return type;
}

function amountOf(context: ValueContext, base: Value, text: string, element: string): Value {
  if (element === byteQuantifiedSizeName) return sizeOf(base, text);
  if (element === enhancedTimeSpanName) return enhancedTimeSpanOf(context, base);
  if (!/^\d{1,10}$/.test(text)) throw formatError(`"${text}" isn't a number. Write a whole number or "unlimited".`);
  return element === "System.Int32" ? Number(text) : new UInt64(BigInt(text));
}

function sizeOf(base: Value, text: string): ByteQuantifiedSize {
  if (base instanceof ByteQuantifiedSize) return base;
  const bytes = isNumber(base) ? integerOf(base) : null;
  const size = bytes === null ? parseByteQuantifiedSize(text) : new ByteQuantifiedSize(bytes);
  if (size === null)
    throw formatError(`"${text}" isn't a size. Write a number with B, KB, MB, GB or TB, or "unlimited".`);
  return size;
}

defineGenericType({
  fullName: genericName,
  define: (args) => {
    const element = args[0]?.fullName ?? "";
    const self = () => unlimitedType(element);
    return {
      kind: "struct",
      interfaces: ["System.IComparable"],
      convertFrom: (context, value) =>
        fromText(
          () => self().fullName,
          (text) =>
            new Unlimited(self(), text.toLowerCase() === word ? null : amountOf(context, value, text, element), word),
        )(context, value),
      members: () => [
        property<Unlimited>("bool IsUnlimited", ({ isUnlimited }) => isUnlimited),
        property<Unlimited>(`${element} Value`, ({ value }) => {
          if (value === null) throw formatError("The value of an unlimited quota can't be read.");
          return value;
        }),
        method<Unlimited>(["string ToString()", (context, unlimited) => unlimited.toNetText(context)]),
      ],
      staticMembers: () => [
        property(`static ${self().fullName} UnlimitedValue`, () => new Unlimited(self(), null, word)),
        method([
          `static ${self().fullName} Parse(string expression)`,
          (context, _self, [text]) => convertTo(context, text ?? null, self()),
        ]),
      ],
    };
  },
});
