import { netError } from "../../values/net-errors.js";
import { isNumber, integerOf } from "../../values/numeric.js";
import { UInt64 } from "../../values/numbers.js";
import { toText } from "../../values/text.js";
import { defineType, typeNamed } from "../../values/types.js";
import { baseOf, type Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import { ByteQuantifiedSize, parseByteQuantifiedSize } from "../types/byte-quantified-size.js";
import { Unlimited } from "../types/unlimited.js";

/** A size or `unlimited`: the type of quota parameters. */
export const quotaTypeName = "Microsoft.Exchange.Data.UnlimitedByteQuantifiedSize";
/** A count of objects or `unlimited`: the type of -ResultSize. */
export const resultSizeTypeName = "Microsoft.Exchange.Data.UnlimitedResultSize";
const word = "unlimited";

function convertUnlimited(context: ValueContext, value: Value, typeName: string, amount: (value: Value, text: string) => Value): Value {
  if (value instanceof Unlimited) return value;
  const base = baseOf(value);
  const text = toText(context, base).trim();
  const type = typeNamed(typeName);
  return new Unlimited(type, text.toLowerCase() === word ? null : amount(base, text), word);
}

defineType({
  fullName: quotaTypeName,
  kind: "struct",
  convertFrom: (context, value) =>
    convertUnlimited(context, value, quotaTypeName, (base, text) => {
      if (base instanceof ByteQuantifiedSize) return base;
      const bytes = isNumber(base) ? integerOf(base) : null;
      const size = bytes === null ? parseByteQuantifiedSize(text) : new ByteQuantifiedSize(bytes);
      if (size === null) {
        throw netError("System.FormatException", `"${text}" isn't a size. Write a number with B, KB, MB, GB or TB, or "unlimited".`);
      }
      return size;
    }),
});

defineType({
  fullName: resultSizeTypeName,
  kind: "struct",
  convertFrom: (context, value) =>
    convertUnlimited(context, value, resultSizeTypeName, (_base, text) => {
      if (!/^\d{1,10}$/.test(text)) throw netError("System.FormatException", `"${text}" isn't a number of results. Write a whole number or "unlimited".`);
      return new UInt64(BigInt(text));
    }),
});
