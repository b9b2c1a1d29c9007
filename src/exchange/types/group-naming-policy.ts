import { ValueObject } from "../../values/dictionary.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { method } from "../../values/signatures.js";
import { defineType, typeNamed } from "../../values/types.js";
import { formatError, fromText } from "./text-conversion.js";

export const groupNamingPolicyName =
  "Microsoft.Exchange.Data.Directory.SystemConfiguration.DistributionGroupNamingPolicy";

/** What a policy may take of the user who makes a group (documented, "Create a Distribution Group Naming Policy"). */
const attributes: readonly string[] = [
  "Department",
  "Company",
  "Office",
  "StateOrProvince",
  "CountryOrRegion",
  "CountryCode",
  "Title",
  ...Array.from({ length: 15 }, (_, index) => `CustomAttribute${index + 1}`),
];
const placeholder = "GroupName";

/** A piece of a policy: words, an attribute of the user, or the place of the name itself. */
type Part = { readonly words: string } | { readonly attribute: string };

/** How groups of the organization are to be called: `DL_<Department>_<GroupName>`. */
export class GroupNamingPolicy extends ValueObject {
  constructor(readonly text: string) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(groupNamingPolicyName);
  }
  equalityKey(): string {
    return this.text;
  }
  toNetText(): string {
    return this.text;
  }

  /** What stands before and behind a name. @param read the attributes of the user who makes the group */
  around(read: (attribute: string) => string): { readonly prefix: string; readonly suffix: string } {
    const parts = partsOf(this.text);
    const at = parts.findIndex(isPlaceholder);
    const made = (some: readonly Part[]): string =>
      some.map((part) => ("words" in part ? part.words : read(part.attribute))).join("");
    return { prefix: made(parts.slice(0, at)), suffix: made(parts.slice(at + 1)) };
  }
}
heapClass("GroupNamingPolicy", GroupNamingPolicy);

const isPlaceholder = (part: Part): boolean => "attribute" in part && part.attribute === placeholder;

/** @throws {PowerShellError} for an attribute that isn't one of a policy's */
function partsOf(text: string): readonly Part[] {
  return text.split(/(<[^<>]*>)/).flatMap((piece): Part[] => {
    if (piece === "") return [];
    if (!piece.startsWith("<")) return [{ words: piece }];
    const wanted = piece.slice(1, -1).toLowerCase();
    const attribute = [placeholder, ...attributes].find((name) => name.toLowerCase() === wanted);
    // The real words are not known.
    if (attribute === undefined)
      throw formatError(`"${piece}" isn't an attribute that a group naming policy can have.`);
    return [{ attribute }];
  });
}

function parse(text: string): GroupNamingPolicy {
  if (partsOf(text).filter(isPlaceholder).length !== 1)
    throw formatError(`A group naming policy has the placeholder <${placeholder}> once: "${text}" does not.`);
  return new GroupNamingPolicy(text);
}

defineType({
  fullName: groupNamingPolicyName,
  takesText: true,
  convertFrom: (context, value) =>
    value instanceof GroupNamingPolicy ? value : fromText(() => groupNamingPolicyName, parse)(context, value),
  members: () => [method<GroupNamingPolicy>(["string ToString()", (_context, self) => self.text])],
});
