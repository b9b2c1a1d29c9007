import type { RegexMatchData } from "./regex.js";
import type { GroupInfo } from "./translate.js";

/** References of .NET: `$1`, `${name}`, `$&`, `$$`, `` $` ``, `$'`, `$+`, `$_`. */
const reference = /\$(?:\$|(\d+)|\{(\w+)\}|([&`'+_]))/g;

/** Named groups have numbers too, behind those of the others. */
function groupNamed<T extends { readonly name: string }>(groups: readonly T[], wanted: string): T | undefined {
  return groups.find(({ name }) => name === wanted) ?? (/^\d+$/.test(wanted) ? groups[Number(wanted)] : undefined);
}

/**
 * A replacement of .NET's (`$1`, `${name}`, `$0`, `$&`, `$$`, `` $` ``, `$'`, `$+`, `$_`) for one match; a reference to
 * a group that does not exist stays as it is written.
 */
export function expandReplacement(replacement: string, match: RegexMatchData, text: string): string {
  if (!replacement.includes("$")) return replacement;
  return replacement.replace(reference, (whole: string, number?: string, name?: string, sign?: string) => {
    if (whole === "$$") return "$";
    if (sign !== undefined) return signText(sign, match, text);
    return groupNamed(match.groups, number ?? name ?? "")?.text ?? whole;
  });
}

function signText(sign: string, match: RegexMatchData, text: string): string {
  switch (sign) {
    case "&":
      return match.text;
    case "`":
      return text.slice(0, match.index);
    case "'":
      return text.slice(match.index + match.text.length);
    case "_":
      return text;
    default:
      return match.groups.at(-1)?.text ?? "";
  }
}

/** A replacement as `String.prototype.replace` takes it. */
export interface NativeReplacement {
  readonly template: string;
  /** How many units of it are text, and how many pieces of the text that is searched it puts in. */
  readonly units: number;
  readonly pieces: number;
}

/** The same replacement in JavaScript's terms; `null` where it has none. */
export function nativeReplacement(replacement: string, groups: readonly GroupInfo[]): NativeReplacement | null {
  let pieces = 0;
  let isNative = true;
  const nativeGroup = (group: GroupInfo | undefined): string => {
    const [index, ...others] = group?.jsIndices ?? [];
    if (index === undefined || others.length > 0 || index > 99) isNative = false;
    return index === 0 ? "$&" : `$${String(index).padStart(2, "0")}`;
  };
  let template = "";
  let at = 0;
  for (const { 0: whole, 1: number, 2: name, 3: sign, index } of replacement.matchAll(reference)) {
    template += replacement.slice(at, index).replaceAll("$", "$$$$");
    at = index + whole.length;
    const group = groupNamed(groups, number ?? name ?? "");
    if (whole === "$$") template += whole;
    else if (sign === undefined && group === undefined) template += `$${whole}`;
    else {
      pieces++;
      if (sign === "_") isNative = false;
      else if (sign === "+") template += nativeGroup(groups.at(-1));
      else template += sign === undefined ? nativeGroup(group) : whole;
    }
  }
  template += replacement.slice(at).replaceAll("$", "$$$$");
  return isNative ? { template, units: replacement.length, pieces } : null;
}
