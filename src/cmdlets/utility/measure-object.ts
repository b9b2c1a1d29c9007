import type { Bound, ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import {
  evaluateExpression,
  expressionText,
  nameExpression,
  type PropertyExpression,
  type PropertyResult,
} from "../../formatting/property-expressions.js";
import type { CmdletBody, CmdletRuntime } from "../../runtime/cmdlet.js";
import { displayText, isNull, PSArray, toText, type Value } from "../../values/index.js";
import { Double } from "../../values/numbers.js";
import { baseOf } from "../../values/value.js";
import { cmdletError } from "../error-record.js";
import { toDouble } from "../numeric.js";
import { compareObjects } from "../object-order.js";
import { expressionOf, propertyExpressionType, toPropertyExpression } from "../property-expression-type.js";
import { GenericMeasureInfo, TextMeasureInfo } from "./measure-info.js";

const generic = ["GenericMeasure"] as const;
const text = ["TextMeasure"] as const;

const parameters = {
  InputObject: { type: "psobject", pipeline: "value" },
  Property: {
    type: `${propertyExpressionType}[]`,
    position: 0,
    transform: toPropertyExpression,
    validate: [{ kind: "ValidateNotNullOrEmpty" }],
    before7: { type: "string[]", transform: undefined },
  },
  StandardDeviation: { since: 7, type: "switch", sets: generic },
  Sum: { type: "switch", sets: generic },
  AllStats: { since: 7, type: "switch", sets: generic },
  Average: { type: "switch", sets: generic },
  Maximum: { type: "switch", sets: generic },
  Minimum: { type: "switch", sets: generic },
  Line: { type: "switch", sets: text },
  Word: { type: "switch", sets: text },
  Character: { type: "switch", sets: text },
  IgnoreWhiteSpace: { type: "switch", sets: text },
} as const satisfies ParameterDeclarations;

/** SPEC E.6. */
export const measureObject = defineCmdlet({
  name: "Measure-Object",
  typeName: "Microsoft.PowerShell.Commands.MeasureObjectCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Counts objects, and adds up or compares what their properties hold.",
  defaultParameterSet: "GenericMeasure",
  parameters,
  create: (bound, cmdlet) => new Measuring(bound, cmdlet),
});

/** What is known so far of one property, or of the objects themselves. */
class Statistics {
  count = 0;
  sum = 0;
  /** Mean and sum of squared deviations, kept as each number comes (Welford). */
  private mean = 0;
  private squares = 0;
  private numbers = 0;
  maximum: Value = null;
  minimum: Value = null;
  lines = 0;
  words = 0;
  characters = 0;
  isNonNumeric = false;

  addNumber(value: number): void {
    this.numbers++;
    this.sum += value;
    const delta = value - this.mean;
    this.mean += delta / this.numbers;
    this.squares += delta * (value - this.mean);
  }
  get standardDeviation(): number {
    return this.numbers < 2 ? 0 : Math.sqrt(this.squares / (this.numbers - 1));
  }
}

class Measuring implements CmdletBody {
  private readonly expressions: readonly PropertyExpression[];
  /** By property as the objects spell it, in lower case. */
  private readonly byProperty = new Map<string, { readonly name: string | null; readonly statistics: Statistics }>();
  private readonly isText: boolean;
  private readonly wants: {
    readonly sum: boolean;
    readonly average: boolean;
    readonly maximum: boolean;
    readonly minimum: boolean;
    readonly deviation: boolean;
  };
  private sawProperty = false;
  private sawObject = false;

  constructor(
    private readonly bound: Bound<typeof parameters>,
    private readonly cmdlet: CmdletRuntime,
  ) {
    this.expressions = expressionsOf(cmdlet, bound.Property);
    this.isText = cmdlet.parameterSetName === "TextMeasure";
    const all = bound.AllStats;
    this.wants = {
      sum: all || bound.Sum,
      average: all || bound.Average,
      maximum: all || bound.Maximum,
      minimum: all || bound.Minimum,
      deviation: all || bound.StandardDeviation,
    };
    if (this.expressions.length === 0) this.byProperty.set("", { name: null, statistics: new Statistics() });
  }

  process(): void {
    const object = this.bound.InputObject;
    if (object === undefined || isNull(object)) return;
    this.sawObject = true;
    if (this.expressions.length === 0) {
      this.analyze(this.statisticsOf(null), object);
      return;
    }
    for (const expression of this.expressions) {
      for (const result of evaluateExpression(this.cmdlet.context, object, expression)) this.addResult(result);
    }
  }

  end(): void {
    if (!this.sawProperty && this.expressions.length > 0) {
      const isError = (this.cmdlet.context.strictModeVersion ?? 0) >= 2 || this.isBefore73;
      if (isError && (this.sawObject || !this.isBefore73)) this.writeMissing();
      return;
    }
    for (const { name, statistics } of this.byProperty.values()) {
      this.cmdlet.writeObject(this.isText ? this.textInfo(name, statistics) : this.genericInfo(name, statistics));
    }
  }

  /** Before 7.3 a property that no object has is an error, and its text names the parameter. */
  private get isBefore73(): boolean {
    return this.cmdlet.context.facts.languageVersion < 7;
  }

  private addResult(result: PropertyResult): void {
    this.sawProperty = true;
    this.analyze(this.statisticsOf(result.name), result.value);
  }

  private statisticsOf(name: string | null): Statistics {
    const key = name === null ? "" : name.toLowerCase();
    const entry = this.byProperty.get(key) ?? { name, statistics: new Statistics() };
    this.byProperty.set(key, entry);
    return entry.statistics;
  }

  private analyze(statistics: Statistics, value: Value): void {
    statistics.count++;
    if (isNull(value)) return;
    if (this.isText) this.addText(statistics, value);
    else this.addValue(statistics, value);
  }

  private addValue(statistics: Statistics, value: Value): void {
    const { context } = this.cmdlet;
    const { wants } = this;
    const number = toDouble(context, value);
    if (wants.sum || wants.average || wants.deviation) {
      if (number === undefined) {
        statistics.isNonNumeric = true;
        this.cmdlet.writeError(
          cmdletError({
            id: "NonNumericInputObject",
            category: "InvalidType",
            exception: "PSInvalidOperationException",
            message: `Input object "${displayText(context, value)}" is not numeric.`,
            target: baseOf(value),
          }),
        );
      } else statistics.addNumber(number);
    }
    if (wants.maximum && this.isBeyond(value, statistics.maximum, 1)) statistics.maximum = value;
    if (wants.minimum && this.isBeyond(value, statistics.minimum, -1)) statistics.minimum = value;
  }

  /** Whether a value is greater (`sign` 1) or smaller (−1) than the best so far; numeric texts count as numbers. */
  private isBeyond(value: Value, best: Value, sign: 1 | -1): boolean {
    if (best === null) return true;
    const { context } = this.cmdlet;
    const a = toDouble(context, value);
    const b = toDouble(context, best);
    if (a !== undefined && b !== undefined) return (a - b) * sign > 0;
    const left = a === undefined && b === undefined ? value : toText(context, value);
    const right = a === undefined && b === undefined ? best : toText(context, best);
    return compareObjects(context, left, right, false) * sign > 0;
  }

  private addText(statistics: Statistics, value: Value): void {
    const content = toText(this.cmdlet.context, value);
    const { Line, Word, Character, IgnoreWhiteSpace } = this.bound;
    if (Line) statistics.lines += countLines(content);
    if (Word) statistics.words += countWords(content);
    if (Character) statistics.characters += IgnoreWhiteSpace ? content.replace(/\s/g, "").length : content.length;
  }

  private genericInfo(name: string | null, statistics: Statistics): GenericMeasureInfo {
    const { context } = this.cmdlet;
    const { wants } = this;
    const isNumeric = !statistics.isNonNumeric;
    const number = (given: boolean, value: number): Value => (given && isNumeric ? new Double(value) : null);
    return new GenericMeasureInfo({
      Count: statistics.count,
      Average: number(wants.average && statistics.count > 0, statistics.sum / statistics.count),
      Sum: number(wants.sum, statistics.sum),
      Maximum: extreme(statistics.maximum),
      Minimum: extreme(statistics.minimum),
      StandardDeviation: number(wants.deviation && statistics.count > 0, statistics.standardDeviation),
      Property: name,
    });

    function extreme(value: Value): Value {
      const asNumber = isNull(value) ? undefined : toDouble(context, value);
      return asNumber === undefined ? value : new Double(asNumber);
    }
  }

  private textInfo(name: string | null, { lines, words, characters }: Statistics): TextMeasureInfo {
    const { Line, Word, Character } = this.bound;
    return new TextMeasureInfo({
      Lines: Line ? lines : null,
      Words: Word ? words : null,
      Characters: Character ? characters : null,
      Property: name,
    });
  }

  private writeMissing(): void {
    for (const expression of this.expressions) {
      const name = expressionText(this.cmdlet.context, expression);
      this.cmdlet.writeError(
        cmdletError({
          id: this.isText ? "TextMeasurePropertyNotFound" : "GenericMeasurePropertyNotFound",
          category: this.isBefore73 ? "InvalidArgument" : "ObjectNotFound",
          exception: "PSArgumentException",
          message: this.missingText(name),
        }),
      );
    }
  }

  private missingText(name: string): string {
    switch (this.cmdlet.context.facts.unmeasuredProperty) {
      case "input":
        return `The property "${name}" cannot be found in the input for any objects.`;
      case "objects":
        return `Property "${name}" cannot be found in any object(s) input.`;
      case "argument": {
        const argument = this.isBefore73 ? "Property" : name;
        return `Cannot process argument because the value of argument "${argument}" is not valid. Change the value of the "${argument}" argument and run the operation again.`;
      }
    }
  }
}

function expressionsOf(cmdlet: CmdletRuntime, argument: Value | undefined): readonly PropertyExpression[] {
  if (!(argument instanceof PSArray)) return [];
  return argument.items.map((item) => {
    const value = baseOf(item);
    return expressionOf(value) ?? nameExpression(toText(cmdlet.context, value));
  });
}

function countLines(text: string): number {
  if (text === "") return 0;
  const breaks = text.split("\n").length - 1;
  return text.endsWith("\n") ? breaks : breaks + 1;
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== "").length;
}
