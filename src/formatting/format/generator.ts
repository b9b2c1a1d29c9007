import type { ExecutionContext } from "../../runtime/execution-context.js";
import { isTrue } from "../../values/conversion/index.js";
import type { ErrorRecord } from "../../values/errors.js";
import { typeNamesOf } from "../../values/member-access/index.js";
import type { Value } from "../../values/value.js";
import type { FormattingFacts } from "../formatting-facts.js";
import type { EntryData, ShapeData } from "../packets.js";
import type { EntrySelection, ViewValue } from "../views/view.js";
import { withoutDeserialized } from "../views/view-table.js";
import { type CellExpression, evaluate, evaluationError, viewExpression } from "./cell-expression.js";
import { type CellOptions, cellText, enumerationLimitOf } from "./cell-text.js";
import type { FormatCommand } from "./format-command.js";

/** Makes one shape's packets: chosen at a document's first object, used to its end. */
export interface EntryGenerator {
  readonly shape: ShapeData;
  entry(value: Value): EntryData;
}

/** What generators share: the session, the command, and the texts of cells with the errors met on the way. */
export class CellSource {
  private readonly limit: number;
  /** Errors of -ShowError since the last object. */
  private errors: ErrorRecord[] = [];

  constructor(
    readonly context: ExecutionContext,
    readonly facts: FormattingFacts,
    readonly command: FormatCommand,
  ) {
    this.limit = enumerationLimitOf(context);
  }

  /** A cell; missing properties and failing scripts give an empty one. */
  text(expression: CellExpression, self: Value, format: string | null = null, fixedDecimals = false): string {
    const evaluated = evaluate(this.context, expression, self);
    if (evaluated === undefined) return "";
    if (evaluated.error === null) return this.valueText(evaluated.value, format, fixedDecimals);
    if (expression.kind === "name" && !this.facts.reportsGetterErrors) return "";
    if (this.command.showError) {
      this.errors.push(evaluationError(expression, self, this.facts.expressionErrorId, evaluated.error));
    }
    return this.command.displayError ? "#ERR" : "";
  }

  valueText(value: Value, format: string | null, fixedDecimals: boolean): string {
    const options: CellOptions = { facts: this.facts, enumerationLimit: this.limit, format, fixedDecimals };
    return cellText(this.context, value, options);
  }

  get enumerationLimit(): number {
    return this.limit;
  }

  takeErrors(): readonly ErrorRecord[] {
    if (this.errors.length === 0) return this.errors;
    const taken = this.errors;
    this.errors = [];
    return taken;
  }

  /** Whether an item's condition holds for an object; no condition holds always. */
  holds(condition: ViewValue | undefined, self: Value): boolean {
    if (condition === undefined) return true;
    const evaluated = evaluate(this.context, viewExpression(this.context, condition), self);
    return evaluated !== undefined && evaluated.error === null && isTrue(evaluated.value);
  }

  /**
   * The entry of a view for an object: one that names a type of the object, the most derived first, else the one for
   * all.
   * @param inCondition what `$_` is in the conditions of the entries: tables and wide views give them nothing
   */
  select<T extends { readonly selectedBy?: EntrySelection }>(
    entries: readonly T[],
    self: Value,
    inCondition: Value = self,
  ): T | undefined {
    if (entries.length === 1 && entries[0]?.selectedBy === undefined) return entries[0];
    for (const typeName of typeNamesOf(self)) {
      const names = [typeName.toLowerCase(), withoutDeserialized(typeName)?.toLowerCase()];
      const isNamed = (typeNames: readonly string[]): boolean =>
        typeNames.some((name) => names.includes(name.toLowerCase()));
      const found = entries.find(
        ({ selectedBy: { typeNames = [], conditions = [] } = {} }) =>
          isNamed(typeNames) ||
          conditions.some((each) => isNamed(each.typeNames) && this.holds(each.condition, inCondition)),
      );
      if (found !== undefined) return found;
    }
    return entries.find(({ selectedBy }) => selectedBy?.typeNames === undefined);
  }
}
