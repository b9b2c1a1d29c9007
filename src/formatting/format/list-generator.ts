import type { Value } from "../../values/value.js";
import type { EntryData } from "../packets.js";
import type { ListView } from "../views/view.js";
import {
  type CellExpression,
  expressionText,
  namedExpression,
  resolvedExpression,
  resolveExpression,
  viewExpression,
} from "./cell-expression.js";
import type { CellSource, EntryGenerator } from "./generator.js";
import { defaultDisplaySet, displayableProperties } from "./properties.js";

interface Field {
  readonly label: string;
  readonly expression: CellExpression;
  readonly format: string | null;
}

/** A list of -Property or of each object's own properties. */
export function propertyList(source: CellSource): EntryGenerator {
  return { shape: { kind: "list" }, entry: (value) => propertyListEntry(source, value) };
}

/** One object as a list of -Property or of its own properties. Names that it lacks are left out. */
export function propertyListEntry(source: CellSource, value: Value): EntryData {
  return {
    kind: "list",
    fields: fieldsOf(source, value).map(({ label, expression, format }) => ({
      label,
      text: source.text(expression, value, format),
    })),
  };
}

function fieldsOf(source: CellSource, value: Value): readonly Field[] {
  const { context, command } = source;
  if (command.properties.length > 0) {
    return command.properties.flatMap(({ expression, label, format }) =>
      resolveExpression(context, expression, value).map((found) => ({
        label: label ?? expressionText(found),
        expression: found,
        format,
      })),
    );
  }
  return defaultNames(source, value).map((name) => ({
    label: name,
    expression: resolvedExpression(name),
    format: null,
  }));
}

/** Names shown without -Property: the default set, also those that the object lacks, else all. */
export function defaultNames({ context }: CellSource, value: Value): readonly string[] {
  const set = defaultDisplaySet(context, value);
  if (set === null) return displayableProperties(context, value);
  return set.map((name) => {
    const [found] = resolveExpression(context, namedExpression(name), value);
    return found === undefined ? name : expressionText(found);
  });
}

/** A list as a view describes it. */
export function viewList(source: CellSource, view: ListView): EntryGenerator {
  return {
    shape: { kind: "list" },
    entry: (value) => {
      const items = source.select(view.entries, value)?.items ?? [];
      const shown = items.filter((item) => source.holds(item.condition, value));
      return {
        kind: "list",
        fields: shown.map((item) => {
          const expression = viewExpression(source.context, item);
          return {
            label: item.label ?? expressionText(expression),
            text: source.text(expression, value, item.format ?? null),
          };
        }),
      };
    },
  };
}
