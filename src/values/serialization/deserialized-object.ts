import { heapClass } from "../heap/heap-class.js";
import { keepFields } from "../journal.js";
import { PSCustomObject } from "../objects.js";

/** What the names of a deserialized object's types begin with. */
export const deserializedPrefix = "Deserialized.";

/**
 * An object that came through serialization: the properties that it had, without its methods. Its PSTypeNames say
 * `Deserialized.` before the original's, and its text is the one that the original had.
 */
export class DeserializedObject extends PSCustomObject {
  /** `null`: the text is made of the properties, as a custom object's is. */
  private original: string | null = null;

  override get originalText(): string | null {
    return this.original;
  }
  setOriginalText(text: string): void {
    keepFields(this);
    this.original = text;
  }
}
heapClass("DeserializedObject", DeserializedObject);
