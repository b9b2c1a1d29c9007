import { PSArray, PSDictionary, PSList } from "../collections.js";
import { convertTo } from "../conversion/index.js";
import type { DotNetMethod, DotNetType, MethodOverload, MethodParameter } from "../dotnet-type.js";
import { EnumerableObject, operand } from "../enumeration.js";
import { ErrorRecord, ExceptionObject, PowerShellError, runtimeError } from "../errors.js";
import { netError } from "../net-errors.js";
import { AutomationNull, isNull, NullString, PSCustomObject, PSReference } from "../objects.js";
import { netText } from "../text.js";
import { resolveTypeName } from "../type-names.js";
import { netTypeText } from "../type-text.js";
import { typeNamed } from "../types.js";
import { DotNetObject, type Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { commonTypes, typeOf } from "../value-types.js";
import { conversionRank, impossible } from "./conversion-rank.js";
import { declaredMethods, isFramework } from "./declared/declared-methods.js";
import { isDelegateError } from "./delegate-errors.js";
import { isFramework2, knownToFramework2 } from "./framework-2.js";
import { typeNamesOf } from "./type-names-of.js";

/** How a call is made: of which type, and whether an operator asked for it. */
export interface CallOptions {
  readonly type?: DotNetType;
  readonly operator?: boolean;
  /** Messages number the arguments instead of naming them, as New-Object's and ForEach-Object's do. */
  readonly numberedArguments?: boolean;
  /** Name in messages; the method's own when omitted (`.ctor` for constructors). */
  readonly displayName?: string;
}

const noOptions: CallOptions = {};

/** An overload with the types to which its arguments are converted. */
interface Candidate {
  readonly overload: MethodOverload;
  readonly types: readonly DotNetType[];
  /** Arguments from here on go into the array of a `params` parameter; -1 when they do not. */
  readonly expandedFrom: number;
}

const signatureTypes = new Map<string, DotNetType>();

/** The type that a signature's text means; unknown ones count as System.Object. */
export function signatureType(name: string): DotNetType {
  let type = signatureTypes.get(name);
  if (type === undefined) {
    type = resolveTypeName(name) ?? commonTypes().object;
    signatureTypes.set(name, type);
  }
  return type;
}

function parameterType(p: MethodParameter): DotNetType {
  return p.isByRef ? commonTypes().object : signatureType(p.typeName);
}

/** By method and number of arguments. */
const candidatesByCount = new WeakMap<DotNetMethod, Map<number, readonly Candidate[]>>();

/** The ways in which the overloads of a method take that many arguments; found once. */
function candidatesFor(method: DotNetMethod, count: number): readonly Candidate[] {
  let byCount = candidatesByCount.get(method);
  if (byCount === undefined) {
    byCount = new Map();
    candidatesByCount.set(method, byCount);
  }
  let found = byCount.get(count);
  if (found === undefined) {
    found = method.overloads.flatMap((overload) => candidatesOf(overload, count));
    // Each number of arguments that a script tries would be kept.
    if (count <= 16) byCount.set(count, found);
  }
  return found;
}

/** The ways in which an overload takes that many arguments. */
function candidatesOf(overload: MethodOverload, count: number): readonly Candidate[] {
  const { parameters } = overload;
  const found: Candidate[] = [];
  const required = parameters.filter((p) => !p.isOptional && !p.isParamArray).length;
  if (
    count >= required &&
    count <= parameters.length &&
    (count === parameters.length || parameters.slice(count).every((p) => p.isOptional))
  ) {
    found.push({ overload, types: parameters.slice(0, count).map(parameterType), expandedFrom: -1 });
  }
  const last = parameters.at(-1);
  if (last?.isParamArray && count >= parameters.length - 1) {
    const element = parameterType(last).elementType ?? commonTypes().object;
    const head = parameters.slice(0, -1).map(parameterType);
    const rest = new Array<DotNetType>(count - head.length).fill(element);
    found.push({ overload, types: [...head, ...rest], expandedFrom: head.length });
  }
  return found;
}

/**
 * Calls the overload that fits the arguments best, as the engine chooses it. Throws a MethodException when none fits or
 * an argument cannot be converted, a MethodInvocationException around what the method throws (D.3).
 */
export function invokeOverloads(
  context: ValueContext,
  method: DotNetMethod,
  self: Value,
  args: readonly Value[],
  options: CallOptions = noOptions,
): Value {
  const name = options.displayName ?? method.name;
  const known = knownHere(context, method, self, options);
  if (known === null) {
    throw self === null && options.type !== undefined
      ? methodNotFound(options.type, name)
      : methodNotFoundOn(context, self, name);
  }
  const chosen = chosenFor(context, known, name, args, options);
  const converted = convertArguments(context, name, chosen, args, options);
  return call(context, name, chosen, self, converted, args.length, options);
}

/** The method as the session's .NET has it; `null` when it has no such method. */
function knownHere(
  context: ValueContext,
  method: DotNetMethod,
  self: Value,
  { type }: CallOptions,
): DotNetMethod | null {
  if (context.facts.exceptionTexts === "core") return method;
  const known = knownToFramework(method);
  return known === null || !isFramework2(context) ? known : knownToFramework2(type ?? typeOf(self), known);
}

const frameworkMethods = new WeakMap<DotNetMethod, DotNetMethod | null>();

/** The method without the overloads that .NET Framework lacks; `null` when it lacks them all. */
function knownToFramework(method: DotNetMethod): DotNetMethod | null {
  let known = frameworkMethods.get(method);
  if (known === undefined) {
    const overloads = method.overloads.filter(({ isCoreOnly }) => isCoreOnly !== true);
    known = overloads.length === method.overloads.length ? method : { ...method, overloads };
    if (overloads.length === 0) known = null;
    frameworkMethods.set(method, known);
  }
  return known;
}

/** By method and kinds of arguments: how well text, numbers and truth values fit depends on their kind alone. */
const choices = new WeakMap<DotNetMethod, Map<number, Candidate>>();
/** The choice of the time before: a loop makes the same one again and again. */
let latestMethod: DotNetMethod | null = null;
let latestKinds = 0;
let latestChoice: Candidate | null = null;

/** The kinds of arguments that are nothing but JavaScript's own values, as a number; 0 when others are among them. */
function kindsOf(args: readonly Value[]): number {
  if (args.length > 4) return 0;
  let kinds = 1;
  for (let i = 0; i < args.length; i++) {
    const kind = kindOf(args[i] as Value);
    if (kind === 0) return 0;
    kinds = kinds * 8 + kind;
  }
  return kinds;
}

function kindOf(arg: Value): number {
  switch (typeof arg) {
    case "string":
      return 1;
    case "number":
      return 2;
    case "boolean":
      return 3;
    case "bigint":
      return 4;
    default:
      return 0;
  }
}

/** As {@link choose}, from what was chosen for arguments of the same kinds before where that decides. */
function chosenFor(
  context: ValueContext,
  method: DotNetMethod,
  name: string,
  args: readonly Value[],
  options: CallOptions,
): Candidate {
  const kinds = options.operator === true ? 0 : kindsOf(args);
  if (kinds !== 0) {
    if (method === latestMethod && kinds === latestKinds && latestChoice !== null) return latestChoice;
    const known = choices.get(method)?.get(kinds);
    if (known !== undefined) return keepChoice(method, kinds, known);
  }
  const fitting = candidatesFor(method, args.length).filter((candidate) => takesReferences(args, candidate));
  if (fitting.length === 0) throw noOverload(name, args.length);
  const chosen = choose(context, name, fitting, args, options);
  if (kinds === 0) return chosen;
  const byKinds = choices.get(method) ?? new Map<number, Candidate>();
  choices.set(method, byKinds.set(kinds, chosen));
  return keepChoice(method, kinds, chosen);
}

/** Whether what the references hold can be what the parameters refer to: a null is no date. */
function takesReferences(args: readonly Value[], { overload }: Candidate): boolean {
  return overload.parameters.every(({ isByRef, typeName }, i) => {
    const arg = args[i];
    if (!isByRef || !(arg instanceof PSReference)) return true;
    return !isNull(arg.get()) || conversionRank(null, signatureType(typeName)) !== impossible;
  });
}

/** What a reference holds must be of the type that the method puts there, or become it. */
function checkReferred(context: ValueContext, name: string, arg: PSReference, typeName: string, count: number): void {
  const held = arg.get();
  if (isNull(held)) return;
  try {
    convertTo(context, held, signatureType(typeName));
  } catch (error) {
    if (!(error instanceof PowerShellError)) throw error;
    const { message } = error.record.exception;
    const cast = new ExceptionObject(typeNamed("System.Management.Automation.PSInvalidCastException"), message);
    throw methodInvocationError(
      name,
      count,
      new PowerShellError(new ErrorRecord({ exception: cast, errorId: "", category: "NotSpecified" })),
    );
  }
}

function keepChoice(method: DotNetMethod, kinds: number, choice: Candidate): Candidate {
  latestMethod = method;
  latestKinds = kinds;
  latestChoice = choice;
  return choice;
}

function choose(
  context: ValueContext,
  name: string,
  candidates: readonly Candidate[],
  args: readonly Value[],
  options: CallOptions,
): Candidate {
  if (candidates.length === 1 && (options.operator !== true || context.facts.languageVersion >= 7)) {
    return candidates[0] as Candidate;
  }
  let best: Candidate | null = null;
  let bestRanks: readonly number[] = [];
  let tie = false;
  for (const candidate of candidates) {
    const ranks = ranksOf(args, candidate);
    if (ranks === null) continue;
    if (best === null) {
      best = candidate;
      bestRanks = ranks;
      continue;
    }
    const order = compareRanks(ranks, bestRanks, candidate, best);
    if (order < 0) {
      best = candidate;
      bestRanks = ranks;
      tie = false;
    } else if (order === 0) tie = true;
  }
  if (best === null) {
    // Overloads that differ by expanding `params` only are one to the reader of the message.
    if (new Set(candidates.map((c) => c.overload)).size === 1) return candidates[0] as Candidate;
    throw noOverload(name, args.length);
  }
  if (tie && options.operator === true) {
    throw methodError(
      "MethodCountCouldNotFindBest",
      `Multiple ambiguous overloads found for "${name}" and the argument count: "${args.length}".`,
    );
  }
  return best;
}

/** How well each argument fits; `null` when one of them cannot be converted. */
function ranksOf(args: readonly Value[], { types }: Candidate): readonly number[] | null {
  const ranks: number[] = [];
  for (let i = 0; i < args.length; i++) {
    const rank = conversionRank(args[i] as Value, types[i] as DotNetType);
    if (rank === impossible) return null;
    ranks.push(rank);
  }
  return ranks;
}

/** Negative when `a` fits better than `b`. */
function compareRanks(a: readonly number[], b: readonly number[], ca: Candidate, cb: Candidate): number {
  let better = 0;
  for (let i = 0; i < a.length; i++) better += Math.sign((a[i] as number) - (b[i] as number));
  if (better !== 0) return better;
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  const expanded = Number(ca.expandedFrom >= 0) - Number(cb.expandedFrom >= 0);
  if (expanded !== 0) return expanded;
  return ca.overload.parameters.length - cb.overload.parameters.length;
}

function convertArguments(
  context: ValueContext,
  name: string,
  candidate: Candidate,
  args: readonly Value[],
  options: CallOptions,
): readonly Value[] {
  const { overload, types, expandedFrom } = candidate;
  const converted: Value[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as Value;
    const type = types[i] as DotNetType;
    const parameter = overload.parameters[Math.min(i, overload.parameters.length - 1)] as MethodParameter;
    if (!parameter.isByRef) {
      const isOfType =
        (typeof arg === "string" && type === commonTypes().string) ||
        (typeof arg === "number" && type === commonTypes().int32);
      converted.push(isOfType ? arg : convertArgument(context, name, arg, type, shownName(parameter, i, options)));
    } else if (arg instanceof PSReference) {
      checkReferred(context, name, arg, parameter.typeName, args.length);
      converted.push(arg);
    } else {
      throw methodError(
        "NonRefArgumentToRefParameterMsg",
        `Argument: '${i + 1}' should be a System.Management.Automation.PSReference. Use [ref].`,
      );
    }
  }
  if (expandedFrom < 0) return converted;
  const last = overload.parameters.at(-1) as MethodParameter;
  const element = parameterType(last).elementType ?? null;
  return [...converted.slice(0, expandedFrom), new PSArray(converted.slice(expandedFrom), element)];
}

/** What messages call an argument. */
function shownName({ name }: MethodParameter, position: number, { operator, numberedArguments }: CallOptions): string {
  return operator === true || numberedArguments === true ? `${position}` : name;
}

/** One argument as a parameter of this name takes it. Throws a MethodException when it cannot be converted. */
export function convertArgument(
  context: ValueContext,
  name: string,
  arg: Value,
  type: DotNetType,
  parameterName: string,
): Value {
  // A null becomes the empty text where .NET wants one; `[NullString]::Value` stands for the null itself.
  if (isNull(arg) && !type.isValueType) return type === commonTypes().string ? "" : null;
  if (arg instanceof NullString && type === commonTypes().string) return null;
  try {
    return convertTo(context, arg, type);
  } catch (error) {
    if (!(error instanceof PowerShellError)) throw error;
    const message = `Cannot convert argument "${parameterName}", with value: "${netText(context, arg)}", for "${name}" to type "${netTypeText(type)}": "${error.record.exception.message}"`;
    throw methodError("MethodArgumentConversionInvalidCastArgument", message, error.record.exception);
  }
}

function call(
  context: ValueContext,
  name: string,
  candidate: Candidate,
  self: Value,
  args: readonly Value[],
  count: number,
  options: CallOptions,
): Value {
  try {
    const result = candidate.overload.invoke(context, self, args);
    if (typeof result === "string") context.checkSize("string", result.length);
    else if (self instanceof DotNetObject) context.checkSize("collection", sizeOf(self));
    return candidate.overload.returnTypeName === "void" ? AutomationNull : result;
  } catch (error) {
    if (!(error instanceof PowerShellError) || (error.endsScript && !isDelegateError(error))) throw error;
    throw methodInvocationError(name, count, error, options.operator === true);
  }
}

/** How many elements the object holds that a method may have made grow. */
function sizeOf(self: DotNetObject): number {
  if (self instanceof PSList) return self.items.length;
  if (self instanceof PSDictionary) return self.size;
  return self instanceof EnumerableObject ? (self.count() ?? 0) : 0;
}

/** `Exception calling "Parse" with "1" argument(s): "…"`. What is PowerShell's own (a script block's error) passes. */
export function methodInvocationError(
  name: string,
  count: number,
  error: PowerShellError,
  operator = false,
): PowerShellError {
  const inner = error.record.exception;
  const isEngines = inner.errorRecord !== null && inner.type.fullName.startsWith("System.Management.Automation.");
  if (isEngines && !isDelegateError(error)) return error;
  const type = typeNamed("System.Management.Automation.MethodInvocationException");
  const exception = new ExceptionObject(
    type,
    `Exception calling "${name}" with "${count}" argument(s): "${inner.message}"`,
    inner,
  );
  // What a block threw is inside an exception of the engine's.
  const isThrown = isDelegateError(error) && error.endsScript && !isEngines;
  const errorId = operator ? "DotNetMethodException" : isThrown ? "RuntimeException" : inner.type.name;
  const record = new ErrorRecord({ exception, errorId, category: "NotSpecified" });
  exception.errorRecord = record;
  return new PowerShellError(record);
}

/** `Cannot find an overload for "x" and the argument count: "n".` */
export function noOverload(name: string, count: number): PowerShellError {
  return methodError(
    "MethodCountCouldNotFindBest",
    `Cannot find an overload for "${name}" and the argument count: "${count}".`,
  );
}

/** The method that type arguments make. Throws MethodCountCouldNotFindBestGeneric when the method takes none. */
export function closedMethod(method: DotNetMethod, types: readonly DotNetType[], count: number): DotNetMethod {
  if (method.close !== undefined) return method.close(types);
  throw methodError(
    "MethodCountCouldNotFindBestGeneric",
    `Could not find a suitable generic method overload for "${method.name}" with "${types.length}" type parameters, and the argument count: "${count}".`,
  );
}

/** A MethodException. */
export function methodError(errorId: string, message: string, inner: ExceptionObject | null = null): PowerShellError {
  return runtimeError(errorId, "NotSpecified", message, {
    exceptionType: "System.Management.Automation.MethodException",
    inner,
  });
}

/** `Method invocation failed because [T] does not contain a method named 'x'.` */
export function methodNotFound(type: DotNetType, name: string): PowerShellError {
  return noMethod(netTypeText(type), name);
}

/**
 * The same for an object: a custom object is of the type that its first type name says. A method that .NET has and the
 * emulator has not is no unknown one: NotEmulated.
 */
export function methodNotFoundOn(context: ValueContext, value: Value, name: string): PowerShellError {
  const base = operand(value);
  const type = typeOf(base);
  const declared = type === undefined ? undefined : declaredMethods(type, isFramework(context));
  const known = declared?.find((method) => method.name.toLowerCase() === name.toLowerCase());
  if (known !== undefined) {
    const message = `NotEmulated: the method ${known.name} of ${type?.fullName ?? ""}; Get-Member lists it because .NET has it.`;
    return netError("System.NotSupportedException", message);
  }
  return base instanceof PSCustomObject
    ? noMethod(typeNamesOf(value)[0] ?? "System.Management.Automation.PSObject", name, { target: name })
    : methodNotFound(typeOf(base) as DotNetType, name);
}

function noMethod(typeName: string, name: string, details: { readonly target?: Value } = {}): PowerShellError {
  return runtimeError(
    "MethodNotFound",
    "InvalidOperation",
    `Method invocation failed because [${typeName}] does not contain a method named '${name}'.`,
    details,
  );
}
