import type { CommandArgument } from "../runtime/commands.js";
import { SwitchParameter } from "../values/objects.js";
import type { Value } from "../values/value.js";
import type { BindingErrors, Extent } from "./binding-errors.js";
import type { BindingFacts } from "./binding-facts.js";
import type { CommandTable, TableParameter } from "./command-table.js";

/** A value for a parameter that is named on the command line. */
export interface NamedArgument {
  readonly kind: "named";
  readonly parameter: TableParameter;
  readonly value: Value;
  /** The name's token. */
  readonly nameAt: Extent;
  /** The value's. */
  readonly at: Extent;
  readonly isSplatted: boolean;
}

/** A value without a name. */
export interface PositionalArgument {
  readonly kind: "positional";
  readonly value: Value;
  readonly at: Extent;
}

/** A name that no parameter has, with what would have been its value. */
export interface UnknownArgument {
  readonly kind: "unknown";
  /** Without dash and colon. */
  readonly name: string;
  /** As `$args` keeps it: `-foo`, `-foo:`. */
  readonly text: string;
  readonly values: readonly Value[];
  readonly nameAt: Extent;
}

export type PairedArgument = NamedArgument | PositionalArgument | UnknownArgument;

/**
 * Puts names and values of the command line together: a name that is not a switch's takes the next argument, unless
 * that is itself the name of a parameter.
 */
export function pairArguments(
  table: CommandTable,
  args: readonly CommandArgument[],
  errors: BindingErrors,
  facts: BindingFacts,
): PairedArgument[] {
  const pairs: PairedArgument[] = [];
  for (let i = 0; i < args.length; i++) {
    const argument = args[i];
    if (argument === undefined) break;
    if (isEndOfParameters(argument)) {
      for (const rest of args.slice(i + 1)) pairs.push(...asPositional(rest, errors));
      return pairs;
    }
    if (argument.kind === "value") {
      pairs.push({ kind: "positional", value: argument.value, at: errors.placeOf(argument, null) });
      continue;
    }
    const next = args[i + 1];
    const follower = next !== undefined && !isEndOfParameters(next) ? next : undefined;
    const paired = pairParameter(table, argument, follower, errors, facts);
    pairs.push(paired.pair);
    if (paired.usedNext) i++;
  }
  return pairs;
}

/** The unquoted `--`, a parameter without a name, after which nothing is one. */
function isEndOfParameters(argument: CommandArgument): boolean {
  return argument.kind === "parameter" && argument.name === "-" && !argument.hasValue && !argument.isSplatted;
}

type ParameterArgument = Extract<CommandArgument, { kind: "parameter" }>;

function pairParameter(
  table: CommandTable,
  argument: ParameterArgument,
  next: CommandArgument | undefined,
  errors: BindingErrors,
  facts: BindingFacts,
): { readonly pair: PairedArgument; readonly usedNext: boolean } {
  const nameAt = nameExtent(argument, facts);
  const match = table.find(nameOf(argument));
  if (match === null) return pairUnknown(argument, next, nameAt);
  if (!("index" in match)) throw errors.ambiguousName(argument.name, match, nameAt);
  const { isSplatted } = argument;
  if (argument.hasValue) {
    const at = errors.placeOf({ start: argument.valueStart, end: argument.valueEnd }, nameAt);
    return {
      pair: { kind: "named", parameter: match, value: argument.value ?? null, nameAt, at, isSplatted },
      usedNext: false,
    };
  }
  if (match.isSwitch) {
    const value = new SwitchParameter(true);
    return { pair: { kind: "named", parameter: match, value, nameAt, at: nameAt, isSplatted }, usedNext: false };
  }
  const value = next === undefined ? undefined : valueAfter(table, next);
  if (next === undefined || value === undefined) throw errors.missingArgument(match, nameAt);
  const at = errors.placeOf(next, nameAt);
  return { pair: { kind: "named", parameter: match, value, nameAt, at, isSplatted }, usedNext: true };
}

/** The name; of `-Name:` that was handed on by `@args` without the colon. */
function nameOf({ name, isSplatted, hasValue }: ParameterArgument): string {
  return isSplatted && !hasValue && name.endsWith(":") ? name.slice(0, -1) : name;
}

/** What a name takes from the argument behind it: a value, or a name that no parameter has, as text. */
function valueAfter(table: CommandTable, next: CommandArgument): Value | undefined {
  if (next.kind === "value") return next.value;
  if (next.hasValue || table.find(nameOf(next)) !== null) return undefined;
  return `-${next.name}`;
}

function pairUnknown(
  argument: ParameterArgument,
  next: CommandArgument | undefined,
  nameAt: Extent,
): { readonly pair: UnknownArgument; readonly usedNext: boolean } {
  const values: Value[] = argument.hasValue ? [argument.value ?? null] : [];
  // An entry of a splatted hashtable has its value; a typed name takes the next even with one behind its colon.
  const takesNext = !(argument.isSplatted && argument.hasValue);
  const usedNext = takesNext && next?.kind === "value";
  if (usedNext) values.push(next.value);
  const text = argument.hasValue ? `-${argument.name}:` : `-${argument.name}`;
  return { pair: { kind: "unknown", name: nameOf(argument), text, values, nameAt }, usedNext };
}

/** The name's token; with the value behind its colon where the edition has it so. */
function nameExtent(argument: ParameterArgument, facts: BindingFacts): Extent {
  const hasValue = argument.hasValue && !argument.isSplatted && facts.nameExtentHasValue;
  return { start: argument.start, end: hasValue ? argument.valueEnd : argument.end };
}

/** Behind `--` names are values like others. */
function asPositional(argument: CommandArgument, errors: BindingErrors): PositionalArgument[] {
  const at = errors.placeOf({ start: argument.start, end: argument.end }, null);
  if (argument.kind === "value") return [{ kind: "positional", value: argument.value, at }];
  if (!argument.hasValue) return [{ kind: "positional", value: `-${argument.name}`, at }];
  return [
    { kind: "positional", value: `-${argument.name}:`, at },
    {
      kind: "positional",
      value: argument.value ?? null,
      at: errors.placeOf({ start: argument.valueStart, end: argument.valueEnd }, null),
    },
  ];
}
