import type { BinaryOperator } from "../../../grammar/tree/expressions.js";
import type { ParameterDeclaration } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletBody, CmdletRuntime } from "../../runtime/cmdlet.js";
import {
  AutomationNull,
  binaryOperations,
  DotNetType,
  isNull,
  isTrue,
  PowerShellError,
  PSDictionary,
  runtimeError,
  type ScriptBlock,
  type Value,
  WildcardPattern,
} from "../../values/index.js";
import { baseOf } from "../../values/value.js";
import { cmdletError } from "../error-record.js";
import { findMembers, memberValue } from "../members-by-name.js";

/** The operator that each switch means, and the parameter set that it makes. */
const operators = {
  EQ: { operator: "Ieq", set: "EqualSet", alias: "IEQ" },
  CEQ: { operator: "Ceq", set: "CaseSensitiveEqualSet", alias: null },
  NE: { operator: "Ine", set: "NotEqualSet", alias: "INE" },
  CNE: { operator: "Cne", set: "CaseSensitiveNotEqualSet", alias: null },
  GT: { operator: "Igt", set: "GreaterThanSet", alias: "IGT" },
  CGT: { operator: "Cgt", set: "CaseSensitiveGreaterThanSet", alias: null },
  LT: { operator: "Ilt", set: "LessThanSet", alias: "ILT" },
  CLT: { operator: "Clt", set: "CaseSensitiveLessThanSet", alias: null },
  GE: { operator: "Ige", set: "GreaterOrEqualSet", alias: "IGE" },
  CGE: { operator: "Cge", set: "CaseSensitiveGreaterOrEqualSet", alias: null },
  LE: { operator: "Ile", set: "LessOrEqualSet", alias: "ILE" },
  CLE: { operator: "Cle", set: "CaseSensitiveLessOrEqualSet", alias: null },
  Like: { operator: "Ilike", set: "LikeSet", alias: "ILike" },
  CLike: { operator: "Clike", set: "CaseSensitiveLikeSet", alias: null },
  NotLike: { operator: "Inotlike", set: "NotLikeSet", alias: "INotLike" },
  CNotLike: { operator: "Cnotlike", set: "CaseSensitiveNotLikeSet", alias: null },
  Match: { operator: "Imatch", set: "MatchSet", alias: "IMatch" },
  CMatch: { operator: "Cmatch", set: "CaseSensitiveMatchSet", alias: null },
  NotMatch: { operator: "Inotmatch", set: "NotMatchSet", alias: "INotMatch" },
  CNotMatch: { operator: "Cnotmatch", set: "CaseSensitiveNotMatchSet", alias: null },
  Contains: { operator: "Icontains", set: "ContainsSet", alias: "IContains" },
  CContains: { operator: "Ccontains", set: "CaseSensitiveContainsSet", alias: null },
  NotContains: { operator: "Inotcontains", set: "NotContainsSet", alias: "INotContains" },
  CNotContains: { operator: "Cnotcontains", set: "CaseSensitiveNotContainsSet", alias: null },
  In: { operator: "Iin", set: "InSet", alias: "IIn" },
  CIn: { operator: "Cin", set: "CaseSensitiveInSet", alias: null },
  NotIn: { operator: "Inotin", set: "NotInSet", alias: "INotIn" },
  CNotIn: { operator: "Cnotin", set: "CaseSensitiveNotInSet", alias: null },
  Is: { operator: "Is", set: "IsSet", alias: null },
  IsNot: { operator: "IsNot", set: "IsNotSet", alias: null },
} as const satisfies Record<string, { operator: BinaryOperator; set: string; alias: string | null }>;

type OperatorSwitch = keyof typeof operators;
type ComparisonOperator = (typeof operators)[OperatorSwitch]["operator"];

const operatorSets = Object.values(operators).map((entry) => entry.set);

function operatorSwitch(name: OperatorSwitch): ParameterDeclaration & { readonly type: "switch" } {
  const { set, alias } = operators[name];
  return { since: 3, type: "switch", sets: [set], aliases: alias === null ? [] : [alias], mandatory: name !== "EQ" };
}

const bySet = new Map<string, ComparisonOperator>(Object.values(operators).map((entry) => [entry.set, entry.operator]));

/** SPEC E.1. */
export const whereObject = defineCmdlet({
  name: "Where-Object",
  typeName: "Microsoft.PowerShell.Commands.WhereObjectCommand",
  source: "Microsoft.PowerShell.Core",
  synopsis: "Passes on the objects that meet a condition.",
  defaultParameterSet: "EqualSet",
  parameters: {
    InputObject: { type: "psobject", pipeline: "value" },
    FilterScript: { type: "scriptblock", sets: ["ScriptBlockSet"], mandatory: true, position: 0 },
    Property: {
      since: 3,
      type: "string",
      sets: [...operatorSets, "NotSet"],
      mandatory: true,
      position: 0,
      validate: [{ kind: "ValidateNotNullOrEmpty" }],
    },
    Value: { since: 3, type: "object", sets: operatorSets, position: 1 },
    EQ: operatorSwitch("EQ"),
    CEQ: operatorSwitch("CEQ"),
    NE: operatorSwitch("NE"),
    CNE: operatorSwitch("CNE"),
    GT: operatorSwitch("GT"),
    CGT: operatorSwitch("CGT"),
    LT: operatorSwitch("LT"),
    CLT: operatorSwitch("CLT"),
    GE: operatorSwitch("GE"),
    CGE: operatorSwitch("CGE"),
    LE: operatorSwitch("LE"),
    CLE: operatorSwitch("CLE"),
    Like: operatorSwitch("Like"),
    CLike: operatorSwitch("CLike"),
    NotLike: operatorSwitch("NotLike"),
    CNotLike: operatorSwitch("CNotLike"),
    Match: operatorSwitch("Match"),
    CMatch: operatorSwitch("CMatch"),
    NotMatch: operatorSwitch("NotMatch"),
    CNotMatch: operatorSwitch("CNotMatch"),
    Contains: operatorSwitch("Contains"),
    CContains: operatorSwitch("CContains"),
    NotContains: operatorSwitch("NotContains"),
    CNotContains: operatorSwitch("CNotContains"),
    In: operatorSwitch("In"),
    CIn: operatorSwitch("CIn"),
    NotIn: operatorSwitch("NotIn"),
    CNotIn: operatorSwitch("CNotIn"),
    Is: operatorSwitch("Is"),
    IsNot: operatorSwitch("IsNot"),
    Not: { since: 7, type: "switch", sets: ["NotSet"], mandatory: true },
  },
  create: (parameters, cmdlet) => {
    if (parameters.FilterScript !== undefined) {
      return new ScriptFilter(parameters.FilterScript, () => parameters.InputObject, cmdlet);
    }
    return new PropertyFilter(
      parameters.Property ?? "",
      () => parameters.InputObject,
      parameters.Value ?? null,
      { given: cmdlet.isBound("EQ"), not: parameters.Not },
      cmdlet,
    );
  },
});

/** `Where-Object { … }`: no output of the block is false, one counts by its truth, more are true. */
class ScriptFilter implements CmdletBody {
  private count = 0;
  private first: Value = null;
  private readonly pipe = {
    write: (value: Value): void => {
      if (this.count++ === 0) this.first = value;
    },
  };

  constructor(
    private readonly block: ScriptBlock,
    private readonly input: () => Value | undefined,
    private readonly cmdlet: CmdletRuntime,
  ) {}

  process(): void {
    const value = this.input();
    if (value === undefined || value === AutomationNull) return;
    const { context, streams } = this.cmdlet;
    this.count = 0;
    context.invokeBlock(this.block, {
      output: this.pipe,
      underscore: value,
      input: [value],
      useCallerScope: true,
      streams,
    });
    const passes = this.count > 1 || (this.count === 1 && isTrue(this.first));
    this.first = null;
    if (passes) this.cmdlet.writeObject(value);
  }
}

/** `Where-Object Property -op Value`. */
class PropertyFilter implements CmdletBody {
  private readonly hasWildcards: boolean;
  private operator: ComparisonOperator | null = null;

  constructor(
    private readonly property: string,
    private readonly input: () => Value | undefined,
    private value: Value,
    private readonly flags: { readonly given: boolean; readonly not: boolean },
    private readonly cmdlet: CmdletRuntime,
  ) {
    this.hasWildcards = WildcardPattern.containsWildcardCharacters(property);
  }

  begin(): void {
    const { cmdlet } = this;
    if (this.flags.not) return;
    const operator = bySet.get(cmdlet.parameterSetName) ?? "Ieq";
    const hasOperator = operator !== "Ieq" || this.flags.given;
    const hasValue = cmdlet.isBound("Value");
    if (hasOperator && !hasValue) {
      cmdlet.throwTerminatingError(
        cmdletError({
          id: "ValueNotSpecifiedForWhereObject",
          category: "InvalidArgument",
          exception: "PSArgumentException",
          message:
            "The specified operator requires both the -Property and -Value parameters. Provide values for both parameters, and then try the command again.",
        }),
      );
    }
    if (hasValue && !hasOperator) {
      cmdlet.throwTerminatingError(
        cmdletError({
          id: "OperatorNotSpecified",
          category: "InvalidArgument",
          exception: "PSArgumentException",
          message:
            "An operator is required to compare the two specified values. Include a valid operator in the command, and then try the command again. For example, Get-Process | Where-Object -Property Name -eq Idle",
        }),
      );
    }
    if (!hasOperator) return;
    this.operator = operator;
    if (operator === "Is" || operator === "IsNot") this.value = this.typeOperand(this.value);
  }

  process(): void {
    const target = this.input();
    if (target === undefined || target === AutomationNull) return;
    const found = this.propertyOf(target);
    if (found === undefined) return;
    if (this.flags.not ? !isTrue(found) : this.passes(target, found)) this.cmdlet.writeObject(target);
  }

  private passes(target: Value, left: Value): boolean {
    if (this.operator === null) return isTrue(left);
    const { context } = this.cmdlet;
    try {
      return isTrue(binaryOperations[this.operator](context, left, this.value));
    } catch (thrown) {
      if (!(thrown instanceof PowerShellError)) throw thrown;
      this.writeOperatorError(target, thrown.record.exception.message, thrown.record.exception.type.name);
      return false;
    }
  }

  private writeOperatorError(target: Value, message: string, reason: string): void {
    const isPattern = reason === "RegexParseException" || reason === "ArgumentException";
    this.cmdlet.writeError(
      isPattern
        ? cmdletError({
            id: "BadOperatorArgument",
            category: "InvalidArgument",
            exception: "PSArgumentException",
            message: `The argument to operator '${this.operator}' is not valid: ${message}.`,
            target,
            targetIsPSObject: true,
          })
        : cmdletError({
            id: "OperatorFailed",
            category: "InvalidOperation",
            exception: "PSInvalidOperationException",
            message: `The '${this.operator}' operator failed: ${message}`,
            target,
            targetIsPSObject: true,
          }),
    );
  }

  /** The property's value; `undefined` when an error was written instead. */
  private propertyOf(target: Value): Value | undefined {
    const { cmdlet } = this;
    const { context } = cmdlet;
    const isStrict = (context.strictModeVersion ?? 0) >= 2;
    if (isNull(target)) {
      if (!isStrict) return null;
      cmdlet.writeError(
        cmdletError({
          id: "InputObjectIsNull",
          category: "InvalidArgument",
          exception: "PSArgumentException",
          message: "Cannot operate on a 'null' input object.",
        }),
      );
      return undefined;
    }
    const base = baseOf(target);
    if (base instanceof PSDictionary) {
      const entry = base.get(this.property);
      if (entry !== undefined) return entry;
    }
    const names = findMembers(context, target, this.property, this.hasWildcards);
    if (names.length > 1) {
      cmdlet.writeError(
        cmdletError({
          id: "AmbiguousPropertyName",
          category: "InvalidArgument",
          exception: "PSArgumentException",
          message: `Input name "${this.property}" is ambiguous. It can be resolved to multiple matched members. Possible matches include: ${names.map((m) => m.name).join(" ")}.`,
          target,
          targetIsPSObject: true,
        }),
      );
      return undefined;
    }
    const [member] = names;
    if (member !== undefined) return memberValue(context, target, member);
    if (!isStrict) return null;
    cmdlet.writeError(
      cmdletError({
        id: "PropertyNotFound",
        category: "InvalidArgument",
        exception: "PSArgumentException",
        message: `The input name "${this.property}" cannot be resolved to a property.`,
        target,
        targetIsPSObject: true,
      }),
    );
    return undefined;
  }

  /** `-Is string`, `-Is [string]` and `-Is ([string])` name the same type. */
  private typeOperand(value: Value): Value {
    const base = baseOf(value);
    if (base instanceof DotNetType || typeof base !== "string") return base;
    const name = base.startsWith("[") && base.endsWith("]") ? base.slice(1, -1) : base;
    const type = this.cmdlet.context.resolveType(name);
    if (type !== undefined) return type;
    const { record } = runtimeError(
      "InvalidCastFromStringToType",
      "InvalidArgument",
      `Cannot convert the "${name}" value of type "System.String" to type "System.Type".`,
      { exceptionType: "System.Management.Automation.PSInvalidCastException" },
    );
    return this.cmdlet.throwTerminatingError(record);
  }
}
