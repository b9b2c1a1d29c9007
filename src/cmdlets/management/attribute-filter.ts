import { PSArray } from "../../values/collections.js";
import { castError } from "../../values/conversion/errors.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { enumNames } from "../../values/enumerations.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { toText } from "../../values/text.js";
import { defineGenericType, genericTypeOf, typeNamed } from "../../values/types.js";
import { DotNetObject, type Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import { attributeBits } from "./file-info.js";

const generic = "System.Management.Automation.FlagsExpression`1";

/** The type of -Attributes. */
export const attributesExpression = `${generic}[[System.IO.FileAttributes]]`;

function attributesType(): DotNetType {
  const type = genericTypeOf(generic, [typeNamed("System.IO.FileAttributes")]);
  return type ?? typeNamed(generic);
}

interface Term {
  readonly not: boolean;
  /** Of several attributes that are asked for at once, 0: none that an emulated file can have. */
  readonly bit: number;
}

/** What -Attributes asks for: `,` between means or, `+` and, `!` not. */
export class AttributeFilter extends DotNetObject {
  constructor(readonly alternatives: readonly (readonly Term[])[]) {
    super();
  }
  get type(): DotNetType {
    return attributesType();
  }
  accepts(bits: number): boolean {
    return this.alternatives.some((terms) =>
      terms.every(({ not, bit }) => (bit !== 0 && (bits & bit) === bit) !== not),
    );
  }
  /** Hidden or system files are among what is asked for: they show without -Force. */
  get namesHidden(): boolean {
    const hidden = attributeBits.hidden | attributeBits.system;
    return this.alternatives.some((terms) => terms.some(({ not, bit }) => !not && (bit & hidden) !== 0));
  }
}
heapClass("AttributeFilter", AttributeFilter);

defineGenericType({
  fullName: generic,
  define: () => ({
    takesList: true,
    convertFrom: (context, value) => {
      const texts =
        value instanceof PSArray ? value.items.map((item) => toText(context, item)) : [toText(context, value)];
      try {
        return parsed(context, texts);
      } catch (thrown) {
        if (!(thrown instanceof WrongExpression)) throw thrown;
        throw castError(context, value, attributesType(), "InvalidCastConstructorException", thrown.message);
      }
    },
  }),
});

/** Why an expression cannot be read. */
class WrongExpression extends Error {}

/** Reads `Hidden,Directory+!ReadOnly`; texts of what is wrong asked of the engine. */
function parsed(context: ValueContext, texts: readonly string[]): Value {
  const alternatives = texts.flatMap((text) => {
    if (text.trim() === "") {
      throw wrong(
        "The input expression must not be empty. Specify at least one identifier name in each input expression. ",
      );
    }
    return text.split(",").map((part) => part.split("+").map((term) => termOf(context, term.trim())));
  });
  return new AttributeFilter(alternatives);
}

function termOf(context: ValueContext, term: string): Term {
  const not = term.startsWith("!");
  const name = (not ? term.slice(1) : term).trim();
  if (name === "") throw wrong(not ? nothingNegated : nothingThere);
  return { not, bit: bitOf(context, name) };
}

const nothingNegated =
  "Unable to parse the expression due to an unexpected token after a NOT (!) operator. An identifier name is expected after a NOT (!) operator.";
const nothingThere =
  "Unable to parse the expression due to an unexpected token. An identifier name or a NOT (!) operator is expected at the start of the expression, or after an OR (,) operator or an AND (+) operator. Also, an expression must not end with an OR (,), AND (+) or NOT (!) operator.";

/** Names that are meant by the least of their beginnings. */
const preferred = ["Directory", "ReadOnly", "System"];

const bits: ReadonlyMap<string, number> = new Map([
  ["ReadOnly", attributeBits.readOnly],
  ["Hidden", attributeBits.hidden],
  ["System", attributeBits.system],
  ["Directory", attributeBits.directory],
  ["Archive", attributeBits.archive],
  ["Normal", attributeBits.normal],
]);

function bitOf({ facts }: ValueContext, name: string): number {
  const all = enumNames(typeNamed("System.IO.FileAttributes"));
  // .NET Framework has no name for nothing.
  const names = facts.exceptionTexts === "framework" ? all.filter((each) => each !== "None") : all;
  const lower = name.toLowerCase();
  const exact = names.find((each) => each.toLowerCase() === lower);
  const near = names.filter((each) => each.toLowerCase().startsWith(lower));
  const meant = exact ?? near.find((each) => preferred.includes(each)) ?? near[0];
  if (meant === undefined) {
    throw wrong(
      `Unable to match the identifier name ${name} to a valid enumerator name. Specify one of the following enumerator names and try again:\n${names.join(", ")}`,
    );
  }
  if (exact === undefined && near.length > 1 && !preferred.includes(meant)) {
    throw wrong(
      `The identifier name ${name} cannot be processed because it is either too similar or identical to the following enumerator names: ${near.join(", ")}. Use a more specific identifier name.`,
    );
  }
  return bits.get(meant) ?? 0;
}

const wrong = (message: string) => new WrongExpression(message);
