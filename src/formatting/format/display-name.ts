import type { ExecutionContext } from "../../runtime/execution-context.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { PowerShellError } from "../../values/errors.js";
import { getProperty } from "../../values/member-access/index.js";
import { isNull, PSCustomObject } from "../../values/objects.js";
import { displayText } from "../../values/text.js";
import { netTypeText } from "../../values/type-text.js";
import { baseOf, DotNetObject, type Value } from "../../values/value.js";
import { resolveNames } from "../property-expressions.js";
import { defaultDisplayProperty } from "./properties.js";

/** Patterns of properties that name an object, the best first. */
const naming = ["name", "id", "key", "*key", "*name", "*id"] as const;

/** Types with a text that only a base type of theirs gives: their name goes before it. */
const inheritingText: ReadonlySet<string> = new Set([
  "System.Text.RegularExpressions.Group",
  "System.Text.RegularExpressions.Match",
  "System.IO.FileInfo",
  "System.IO.DirectoryInfo",
]);

/** Nodes of syntax trees and tokens have the text of their base class too. */
const inheritsText = ({ fullName }: DotNetType): boolean =>
  inheritingText.has(fullName) || /^System\.Management\.Automation\.Language\.\w+(?:Ast|Token)$/.test(fullName);

/** An element of `{…}`: its text, or what names it when its type has no text of its own. */
export function elementName(context: ExecutionContext, element: Value): string {
  const text = displayText(context, element);
  const base = baseOf(element);
  if (!(base instanceof DotNetObject) || base instanceof PSCustomObject) return text;
  if (text !== netTypeText(base.type) && !inheritsText(base.type)) return text;
  const property = namingProperty(context, element);
  if (property === undefined) return text;
  try {
    const name = getProperty(context, element, property);
    return isNull(name ?? null) ? "" : displayText(context, name ?? null);
  } catch (thrown) {
    if (thrown instanceof PowerShellError) return text;
    throw thrown;
  }
}

function namingProperty(context: ExecutionContext, element: Value): string | undefined {
  const declared = defaultDisplayProperty(context, element);
  if (declared !== null) return declared;
  for (const pattern of naming) {
    const [found] = resolveNames(context, element, pattern, pattern.startsWith("*"));
    if (found !== undefined) return found;
  }
  return undefined;
}
