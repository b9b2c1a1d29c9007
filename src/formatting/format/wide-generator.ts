import type { Value } from "../../values/value.js";
import type { ShapeData } from "../packets.js";
import type { WideView } from "../views/view.js";
import { resolvedExpression, resolveExpression, viewExpression } from "./cell-expression.js";
import type { CellSource, EntryGenerator } from "./generator.js";
import { displayableProperties, nameProperty } from "./properties.js";

const defaultColumns = 2;

/** A wide view of -Property or of the property that names the first object. */
export function propertyWide(source: CellSource, first: Value): EntryGenerator {
  const { context, command } = source;
  const [parameter] = command.properties;
  if (parameter !== undefined) {
    return {
      shape: wideShape(source, undefined),
      entry: (value) => {
        const [found] = resolveExpression(context, parameter.expression, value);
        return { kind: "wide", text: found === undefined ? "" : source.text(found, value, parameter.format) };
      },
    };
  }
  const name = nameProperty(context, first) ?? displayableProperties(context, first)[0];
  return {
    shape: wideShape(source, undefined),
    entry: (value) => ({
      kind: "wide",
      text: name === undefined ? "" : source.text(resolvedExpression(name), value),
    }),
  };
}

/** A wide view as format data describes it. */
export function viewWide(source: CellSource, view: WideView): EntryGenerator {
  return {
    shape: wideShape(source, view),
    entry: (value) => {
      const item = source.select(view.entries, value, null)?.item;
      return {
        kind: "wide",
        text: item === undefined ? "" : source.text(viewExpression(source.context, item), value, item.format ?? null),
      };
    },
  };
}

function wideShape({ command }: CellSource, view: WideView | undefined): ShapeData {
  if (command.columns > 0) return { kind: "wide", columns: command.columns, autoSize: false };
  const autoSize = command.autoSize ?? view?.autoSize ?? false;
  return { kind: "wide", columns: autoSize ? 0 : (view?.columnNumber ?? defaultColumns), autoSize };
}
