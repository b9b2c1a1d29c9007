import { isReference, type PropertyValue } from "./value.js";

/** The form in which names are compared: Active Directory does not tell upper from lower case. */
export function fold(text: string): string {
  return text.toLowerCase();
}

/** The keys under which the values of a property stand in an index: texts, case aside, and the GUIDs of links. */
export function indexKeys(value: PropertyValue): readonly string[] {
  if (typeof value === "string") return [fold(value)];
  if (value === null) return noKeys;
  if (isReference(value)) return [value.guid];
  if (!Array.isArray(value)) return noKeys;
  const keys = value.flatMap((single: PropertyValue) => indexKeys(single));
  return keys.length < 2 ? keys : [...new Set(keys)];
}

const noKeys: readonly string[] = Object.freeze([]);
