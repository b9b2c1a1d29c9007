import { attributeBits } from "./file-info.js";

const bitOf: ReadonlyMap<string, number> = new Map([
  ["readonly", attributeBits.readOnly],
  ["r", attributeBits.readOnly],
  ["hidden", attributeBits.hidden],
  ["h", attributeBits.hidden],
  ["system", attributeBits.system],
  ["s", attributeBits.system],
  ["directory", attributeBits.directory],
  ["d", attributeBits.directory],
  ["archive", attributeBits.archive],
  ["a", attributeBits.archive],
  ["normal", attributeBits.normal],
]);

/** What -Attributes asks for: `,` or blank between means or, `+` and, `!` not. */
export interface AttributeFilter {
  accepts(bits: number): boolean;
  /** Hidden or system files are among what is asked for: they show without -Force. */
  readonly namesHidden: boolean;
}

/** Reads `Hidden,Directory+!ReadOnly`. Names that no emulated file can have are never true. */
export function attributeFilter(text: string): AttributeFilter {
  const alternatives = text
    .split(/[,\s]+/)
    .filter((part) => part !== "")
    .map((part) => part.split("+").map((term) => ({ not: term.startsWith("!"), bit: bitOf.get(nameOf(term)) ?? 0 })));
  const isTrue = (bits: number, { not, bit }: { readonly not: boolean; readonly bit: number }): boolean =>
    (bit !== 0 && (bits & bit) === bit) !== not;
  const hidden = attributeBits.hidden | attributeBits.system;
  return {
    accepts: (bits) => alternatives.some((terms) => terms.every((term) => isTrue(bits, term))),
    namesHidden: alternatives.some((terms) => terms.some(({ not, bit }) => !not && (bit & hidden) !== 0)),
  };
}

const nameOf = (term: string): string => term.replace(/^!/, "").toLowerCase();
