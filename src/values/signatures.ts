import type { DotNetMethod, DotNetProperty, MethodOverload, MethodParameter } from "./dotnet-type.js";
import type { Value } from "./value.js";
import type { ValueContext } from "./value-context.js";

type Invoke<Self extends Value> = (context: ValueContext, self: Self, args: readonly Value[]) => Value;

/** `params string[] values`, `[ref] int result`, `int count = 0` → a parameter. */
function parseParameter(text: string): MethodParameter {
  let rest = text.trim();
  const isParamArray = rest.startsWith("params ");
  if (isParamArray) rest = rest.slice(7);
  const isByRef = rest.startsWith("[ref] ");
  if (isByRef) rest = rest.slice(6);
  const equals = rest.indexOf("=");
  const isOptional = equals >= 0;
  if (isOptional) rest = rest.slice(0, equals).trim();
  const blank = rest.lastIndexOf(" ");
  return { name: rest.slice(blank + 1), typeName: rest.slice(0, blank).trim(), isParamArray, isByRef, isOptional };
}

/** Commas outside brackets part the parameters. */
function splitParameters(text: string): readonly string[] {
  if (text.trim() === "") return [];
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === "[") depth++;
    else if (c === "]") depth--;
    else if (c === "," && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

/** Before a signature: .NET Framework lacks the overload. */
const coreMark = "[core] ";

/**
 * An overload from its signature as Get-Member shows it: `string Substring(int startIndex, int length)`,
 * `string Join(string separator, params System.Object[] values)`, `static` may stand before it, and before that
 * `[core]` when .NET Framework lacks it.
 */
export function overload<Self extends Value>(written: string, invoke: Invoke<Self>): MethodOverload {
  const isCoreOnly = written.startsWith(coreMark);
  const signature = isCoreOnly ? written.slice(coreMark.length) : written;
  const open = signature.indexOf("(");
  const head = signature.slice(0, open).trim();
  const bare = head.startsWith("static ") ? head.slice(7) : head;
  const blank = bare.lastIndexOf(" ");
  return {
    signature,
    returnTypeName: blank < 0 ? "void" : bare.slice(0, blank).trim(),
    parameters: splitParameters(signature.slice(open + 1, signature.lastIndexOf(")"))).map(parseParameter),
    // Methods are only invoked on values of the type that declares them.
    invoke: invoke as MethodOverload["invoke"],
    ...(isCoreOnly ? { isCoreOnly } : {}),
  };
}

/** A method with one or more overloads, each a signature with its code. */
export function method<Self extends Value = Value>(
  ...overloads: readonly (readonly [signature: string, invoke: Invoke<Self>])[]
): DotNetMethod {
  const made = overloads.map(([signature, invoke]) => overload(signature, invoke));
  const first = overloads[0]?.[0] ?? "";
  const head = first.slice(0, first.indexOf("("));
  return { kind: "Method", name: head.slice(head.lastIndexOf(" ") + 1), overloads: made };
}

/** A property that .NET Framework lacks. */
export function coreProperty<Self extends Value = Value>(
  declaration: string,
  get: (self: Self, context: ValueContext) => Value,
): DotNetProperty {
  return { ...property(declaration, get), isCoreOnly: true };
}

/** A property from `int Length` and its code; read-only without `set`. */
export function property<Self extends Value = Value>(
  declaration: string,
  get: (self: Self, context: ValueContext) => Value,
  set?: (self: Self, value: Value, context: ValueContext) => void,
): DotNetProperty {
  const blank = declaration.lastIndexOf(" ");
  return {
    kind: "Property",
    name: declaration.slice(blank + 1),
    typeName: declaration.slice(0, blank).trim(),
    get: (context, self) => get(self as Self, context),
    set: set === undefined ? null : (context, self, value) => set(self as Self, value, context),
  };
}
