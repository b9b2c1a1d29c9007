import { acceleratedName } from "./accelerators.js";
import type { DotNetType } from "./dotnet-type.js";
import { arraySuffix, arrayTypeOf, findTypeByFullName, genericTypeOf } from "./types.js";

/**
 * The type that a name in brackets means: accelerator, full name, `System.` tried before it, arrays (`int[]`), generics
 * (`Collections.Generic.List[string]`); `undefined` when there is none. Case does not matter.
 */
export function resolveTypeName(name: string): DotNetType | undefined {
  const trimmed = name.trim();
  const known = resolved.get(trimmed);
  if (known !== undefined) return known;
  const type = parseTypeName(trimmed);
  // Misses are not kept: user text would pile up.
  if (type !== undefined) resolved.set(trimmed, type);
  return type;
}
const resolved = new Map<string, DotNetType>();

function parseTypeName(name: string): DotNetType | undefined {
  const suffix = arraySuffix(name);
  if (suffix !== "") {
    const element = resolveTypeName(name.slice(0, -suffix.length));
    return element && arrayTypeOf(element, suffix.length - 1);
  }
  const bracket = name.indexOf("[");
  if (bracket > 0 && name.endsWith("]")) {
    const args = splitArguments(name.slice(bracket + 1, -1)).map(resolveTypeName);
    if (args.length === 0) return undefined;
    const head = name.slice(0, bracket).trim();
    return resolveGeneric(head, args);
  }
  const comma = name.indexOf(",");
  if (comma < 0) return resolveSimple(name);
  // `System.Int32, mscorlib`: the assembly is one of those that hold the types known here, or there is no such type.
  return frameworkAssembly.test(name.slice(comma + 1)) ? resolveSimple(name.slice(0, comma).trim()) : undefined;
}

const frameworkAssembly = /^\s*(mscorlib|netstandard|System|Microsoft)\b/i;

function resolveSimple(name: string): DotNetType | undefined {
  const accelerated = acceleratedName(name);
  if (accelerated !== undefined) return findTypeByFullName(accelerated);
  return findTypeByFullName(name) ?? findTypeByFullName(`System.${name}`);
}

function resolveGeneric(head: string, args: readonly (DotNetType | undefined)[]): DotNetType | undefined {
  const known: DotNetType[] = [];
  for (const arg of args) {
    if (arg === undefined) return undefined;
    known.push(arg);
  }
  const withArity = head.includes("`") ? head : `${head}\`${known.length}`;
  return genericTypeOf(withArity, known) ?? genericTypeOf(`System.${withArity}`, known);
}

/** `string,int` or `[System.String],[System.Int32]`, split at the commas outside brackets. */
function splitArguments(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const c = text[i];
    if (c === "[") depth++;
    else if (c === "]") depth--;
    else if ((c === "," && depth === 0) || c === undefined) {
      const part = text.slice(start, i).trim();
      parts.push(part.startsWith("[") && part.endsWith("]") ? part.slice(1, -1) : part);
      start = i + 1;
    }
  }
  return parts;
}
