import { baseOf, type Value } from "../../values/value.js";
import type { Cell, ColumnInfo, EntryData, ShapeData } from "../packets.js";
import type { Alignment, TableItem, TableView } from "../views/view.js";
import {
  type CellExpression,
  evaluate,
  expressionText,
  resolvedExpression,
  resolveExpression,
  viewExpression,
} from "./cell-expression.js";
import { isDefaultScalar } from "./default-scalars.js";
import type { CellSource, EntryGenerator } from "./generator.js";
import { defaultNames } from "./list-generator.js";
import { defaultDisplaySet } from "./properties.js";

/** Without a default set, a table takes the first properties only. */
const mostDefaultColumns = 10;

interface PropertyColumn {
  readonly expression: CellExpression;
  readonly info: ColumnInfo;
  readonly format: string | null;
}

/** A table whose columns come from -Property or the first object's properties. */
export function propertyTable(source: CellSource, first: Value): EntryGenerator {
  const columns = propertyColumns(source, first);
  return {
    shape: tableShape(
      source,
      columns.map((c) => c.info),
      false,
      false,
    ),
    entry: (value) => ({
      kind: "table",
      multiLine: source.command.wrap,
      cells: columns.map(({ expression, format }) => ({
        text: source.text(expression, value, format, true),
        alignment: "undefined",
      })),
    }),
  };
}

function tableShape(source: CellSource, columns: readonly ColumnInfo[], autoSize: boolean, hide: boolean): ShapeData {
  const { command } = source;
  return {
    kind: "table",
    columns,
    autoSize: command.autoSize ?? autoSize,
    hideHeader: command.hideHeaders || hide,
    repeatHeader: command.repeatHeader,
  };
}

function propertyColumns(source: CellSource, first: Value): readonly PropertyColumn[] {
  const { context, command } = source;
  if (command.properties.length === 0) {
    const names = defaultNames(source, first);
    const shown = defaultDisplaySet(context, first) === null ? names.slice(0, mostDefaultColumns) : names;
    return shown.map((name) => column(source, first, resolvedExpression(name), {}));
  }
  return command.properties.flatMap((parameter) => {
    const resolved = resolveExpression(context, parameter.expression, first);
    // A name that the first object lacks keeps its column; a pattern that fits nothing has none.
    const literal = parameter.expression.kind === "name" && !parameter.expression.hasWildcards;
    const found = resolved.length === 0 && literal ? [parameter.expression] : resolved;
    return found.map((expression) => column(source, first, expression, parameter));
  });
}

interface ColumnWishes {
  readonly label?: string | null;
  readonly width?: number;
  readonly alignment?: Alignment;
  readonly format?: string | null;
}

function column(source: CellSource, first: Value, expression: CellExpression, wishes: ColumnWishes): PropertyColumn {
  const given = wishes.alignment ?? "undefined";
  return {
    expression,
    format: wishes.format ?? null,
    info: {
      label: wishes.label ?? expressionText(expression),
      width: wishes.width ?? 0,
      alignment: given === "undefined" ? alignmentOf(source, first, expression) : given,
    },
  };
}

/** Numbers, booleans, characters and enumerations stand right, by the first object's value. */
function alignmentOf(source: CellSource, first: Value, expression: CellExpression): Alignment {
  const evaluated = evaluate(source.context, expression, first);
  if (evaluated === undefined || evaluated.error !== null) return "left";
  const value = baseOf(evaluated.value);
  return typeof value !== "string" && isDefaultScalar(value) ? "right" : "left";
}

/** A table as a view describes it. A header without a label or an alignment has those of the first object's row. */
export function viewTable(source: CellSource, view: TableView, first: Value): EntryGenerator {
  const { items } = rowOf(source, view, first);
  const columns = view.columns.map((c, k): ColumnInfo => {
    const item = items[k] ?? c;
    return {
      label: c.label ?? columnName(item),
      width: c.width ?? 0,
      alignment: c.alignment ?? item.alignment ?? "undefined",
    };
  });
  return {
    shape: tableShape(source, columns, view.autoSize ?? false, view.hideHeaders ?? false),
    entry: (value) => viewRow(source, view, value),
  };
}

function columnName(column: TableItem): string {
  return column.property ?? column.script ?? "";
}

/** Where an object's cells come from: a row of its own, or the columns. */
function rowOf(source: CellSource, view: TableView, value: Value) {
  const row = view.rows === undefined ? undefined : source.select(view.rows, value, null);
  const items: readonly TableItem[] = row?.items ?? view.columns;
  return { row, items };
}

function viewRow(source: CellSource, view: TableView, value: Value): EntryData {
  const { row, items } = rowOf(source, view, value);
  return {
    kind: "table",
    multiLine: source.command.wrap || (row?.wrap ?? view.wrap ?? false),
    cells: items.map(
      (item): Cell => ({
        text: source.holds(item.condition, value)
          ? source.text(viewExpression(source.context, item), value, item.format ?? null)
          : "",
        alignment: row === undefined ? "undefined" : (item.alignment ?? "undefined"),
      }),
    ),
  };
}
