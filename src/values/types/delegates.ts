import { convertTo } from "../conversion/index.js";
import type { DotNetType, TypeDefinition } from "../dotnet-type.js";
import { PowerShellError } from "../errors.js";
import { heapClass } from "../heap/heap-class.js";
import { noteDelegateError } from "../member-access/delegate-errors.js";
import { signatureType } from "../member-access/methods.js";
import { netError } from "../net-errors.js";
import { AutomationNull } from "../objects.js";
import { ScriptBlock } from "../script-block.js";
import { method, property } from "../signatures.js";
import { netTypeText } from "../type-text.js";
import { defineGenericType, defineType, genericTypeOf, typeNamed } from "../types.js";
import { DotNetObject, type Value } from "../value.js";
import type { ValueContext } from "../value-context.js";

/** A script block that was made a delegate: it runs below whatever calls it, with its arguments as `$args`. */
export class DelegateObject extends DotNetObject {
  constructor(
    readonly type: DotNetType,
    private readonly block: ScriptBlock,
    /** `null`: it returns nothing. */
    private readonly returnType: DotNetType | null,
  ) {
    super();
  }

  /** Runs the block. Its errors become those of the method that called. */
  call(context: ValueContext, args: readonly Value[]): Value {
    try {
      const result = context.invoke(this.block, args);
      if (this.returnType === null) return AutomationNull;
      return returned(context, result === AutomationNull ? null : result, this.returnType);
    } catch (error) {
      if (error instanceof PowerShellError) noteDelegateError(error);
      throw error;
    }
  }
}
heapClass("DelegateObject", DelegateObject);

/** What the engine compiles a block to: an object that the method of the delegate belongs to. */
class Closure extends DotNetObject {
  get type(): DotNetType {
    return typeNamed("System.Runtime.CompilerServices.Closure");
  }
}
heapClass("Closure", Closure);
defineType({ fullName: "System.Runtime.CompilerServices.Closure" });

/** The method of a delegate. The engine numbers them all; here each is the first. */
class LambdaMethod extends DotNetObject {
  readonly name = "lambda_method1";
  constructor(
    private readonly parameters: readonly Parameter[],
    private readonly returnTypeName: string,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Reflection.Emit.DynamicMethod");
  }
  get returnType(): DotNetType {
    return this.returnTypeName === "void" ? typeNamed("System.Void") : signatureType(this.returnTypeName);
  }
  toNetText(): string {
    const taken = ["System.Runtime.CompilerServices.Closure"];
    for (const [typeName] of this.parameters) taken.push(shownInMethod(signatureType(typeName)));
    return `${shownInMethod(this.returnType)} ${this.name}(${taken.join(", ")})`;
  }
}
heapClass("LambdaMethod", LambdaMethod);
defineType({
  fullName: "System.Reflection.Emit.DynamicMethod",
  members: () => [
    property("string Name", (lambda: LambdaMethod) => lambda.name),
    property("type ReturnType", (lambda: LambdaMethod) => lambda.returnType),
  ],
});

/** Methods show the primitive types of .NET by their bare names. */
const shownInMethod = (type: DotNetType): string =>
  type.fullName === "System.Void" || (type.isValueType && primitives.has(type.name)) ? type.name : netTypeText(type);
const primitives: ReadonlySet<string> = new Set(
  "Boolean Char SByte Byte Int16 UInt16 Int32 UInt32 Int64 UInt64 Single Double".split(" "),
);

/** What a delegate returns, as its type. Throws a PSInvalidCastException. */
function returned(context: ValueContext, value: Value, type: DotNetType): Value {
  try {
    return convertTo(context, value, type);
  } catch (error) {
    if (!(error instanceof PowerShellError)) throw error;
    throw netError("System.Management.Automation.PSInvalidCastException", error.record.exception.message);
  }
}

/** Calls what a method took as a delegate. */
export function callDelegate(context: ValueContext, delegate: Value | undefined, args: readonly Value[]): Value {
  if (delegate instanceof DelegateObject) return delegate.call(context, args);
  return delegate instanceof ScriptBlock ? context.invoke(delegate, args) : null;
}

/** A parameter of a delegate: its type by name, and what messages call it. */
type Parameter = readonly [typeName: string, name: string];

function delegateDefinition(
  self: () => DotNetType,
  parameters: readonly Parameter[],
  returnTypeName: string,
): Omit<TypeDefinition, "fullName"> {
  const list = parameters.map(([typeName, name]) => `${typeName} ${name}`).join(", ");
  const returnType = (): DotNetType | null => (returnTypeName === "void" ? null : signatureType(returnTypeName));
  return {
    base: "System.MulticastDelegate",
    convertFrom: (_context, value) =>
      value instanceof ScriptBlock ? new DelegateObject(self(), value, returnType()) : undefined,
    members: () => [
      property("System.Object Target", () => new Closure()),
      property("System.Reflection.MethodInfo Method", () => new LambdaMethod(parameters, returnTypeName)),
      method<DelegateObject>([
        `${returnTypeName} Invoke(${list})`,
        (context, target, args) => target.call(context, args),
      ]),
      method<DelegateObject>([
        "System.Object DynamicInvoke(params System.Object[] args)",
        (context, target, [args]) => target.call(context, args === undefined ? [] : listOf(args)),
      ]),
    ],
  };
}

const listOf = (value: Value): readonly Value[] =>
  value !== null && typeof value === "object" && "items" in value ? (value.items as readonly Value[]) : [value];

/** A generic delegate: which of its type arguments it takes, under which names, and which one it returns. */
function defineGenericDelegate(name: string, arity: number, names: readonly string[], returns: "last" | string): void {
  const fullName = `System.${name}\`${arity}`;
  defineGenericType({
    fullName,
    define: (args) => {
      const taken = returns === "last" ? args.slice(0, -1) : args;
      const parameters = names.map((parameter, i): Parameter => {
        return [(taken[i] ?? taken[0] ?? typeNamed("System.Object")).fullName, parameter];
      });
      const last = args.at(-1);
      const returned = returns === "last" ? (last?.fullName ?? "System.Object") : returns;
      return delegateDefinition(() => genericTypeOf(fullName, args) as DotNetType, parameters, returned);
    },
  });
}

function definePlainDelegate(fullName: string, parameters: readonly Parameter[], returns: string): void {
  defineType({ fullName, ...delegateDefinition(() => typeNamed(fullName), parameters, returns) });
}

defineType({ fullName: "System.Delegate" });
defineType({ fullName: "System.MulticastDelegate", base: "System.Delegate" });

const numbered = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `arg${i + 1}`);
/** The delegates with the most parameters take sixteen. */
for (let count = 0; count <= 16; count++) {
  defineGenericDelegate("Func", count + 1, count === 1 ? ["arg"] : numbered(count), "last");
  if (count > 0) defineGenericDelegate("Action", count, count === 1 ? ["obj"] : numbered(count), "void");
}
defineGenericDelegate("Predicate", 1, ["obj"], "bool");
defineGenericDelegate("Comparison", 1, ["x", "y"], "int");
defineGenericDelegate("Converter", 2, ["input"], "last");
definePlainDelegate("System.Action", [], "void");
definePlainDelegate("System.Threading.ThreadStart", [], "void");
definePlainDelegate(
  "System.EventHandler",
  [
    ["System.Object", "sender"],
    ["System.EventArgs", "e"],
  ],
  "void",
);
definePlainDelegate(
  "System.Text.RegularExpressions.MatchEvaluator",
  [["System.Text.RegularExpressions.Match", "match"]],
  "string",
);
