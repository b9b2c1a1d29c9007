import { type DirectoryObject, getProperty, type PropertyValue } from "../../topology/index.js";
import type { Column } from "../properties/kind.js";
import { schema } from "../schema.js";
import type { Task } from "./task.js";

/**
 * What the given parameters store, by the columns of a noun's table.
 * @param columns by the parameter that sets each
 * @param object what is changed; `null` for an object in the making
 * @throws {PowerShellError} for a value that won't do
 */
export function givenProperties(
  task: Task,
  columns: ReadonlyMap<string, Column>,
  object: DirectoryObject | null,
): Record<string, PropertyValue> {
  const properties: Record<string, PropertyValue> = {};
  for (const [parameter, column] of columns) {
    if (!task.has(parameter)) continue;
    const current = object === null ? column.default : getProperty(schema, object, column.attribute);
    const setting = { task, parameter, object, current };
    const value = column.kind.take(task.value(parameter), setting);
    column.check?.(value, setting);
    properties[column.attribute] = value;
  }
  return properties;
}
