import { TopologyError } from "./error.js";
import type { Form, PropertyDefinition } from "./schema.js";
import { isRecord, isReference, type PropertyValue, valuesOf } from "./value.js";

/**
 * Makes sure that a value may stand in a property.
 * @throws {TopologyError} when its form is not the declared one
 */
export function checkForm(property: PropertyDefinition, value: PropertyValue, where: () => string): void {
  if (value === null) return;
  if (Array.isArray(value) !== (property.many === true)) {
    throw new TopologyError(
      where(),
      property.many === true ? "a list of values is needed." : "it has one value, not a list.",
    );
  }
  for (const single of valuesOf(value)) {
    const form = formOf(single);
    if (allows(property.holds, form)) continue;
    throw new TopologyError(where(), `it holds ${[property.holds].flat().join(" or ")}, not ${form}.`);
  }
}

function allows(holds: PropertyDefinition["holds"], form: string): boolean {
  return typeof holds === "string" ? holds === form : holds.some((allowed) => allowed === form);
}

function formOf(value: PropertyValue): Form | "null" | "list" {
  if (value === null) return "null";
  if (typeof value !== "object") return typeof value as Form;
  if (isReference(value)) return "reference";
  return isRecord(value) ? "record" : "list";
}
