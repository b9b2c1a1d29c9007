import { TopologyError } from "./error.js";
import { parseGuid } from "./guid.js";
import { decodeValue } from "./json-value.js";
import { newProperties } from "./object-rules.js";
import type { ClassDefinition } from "./schema.js";
import { isoFromTicks, type Ticks, ticksFromIso } from "./time.js";
import type { Guid, Properties, PropertyValue } from "./value.js";

/** The last point in time that was read: objects made together have the same, and reading one is dear. */
let lastRead = { text: isoFromTicks(0n), ticks: 0n };

/** A place in JSON data of unknown origin: it reads what should be there, or says where and what it is instead. */
export class JsonReader {
  /**
   * @param value what is here
   * @param above the place around this one, null for the whole
   * @param step the name of the field or the number of the item that leads here
   */
  constructor(
    readonly value: unknown,
    private readonly above: JsonReader | null = null,
    private readonly step: string | number = "",
  ) {}

  /** The way from the whole to here: `classes[2].objects[5].guid`. Put together only when something is wrong. */
  get where(): string {
    const { above, step } = this;
    if (above === null) return "";
    if (typeof step === "number") return `${above.where}[${step}]`;
    return above.where === "" ? step : `${above.where}.${step}`;
  }

  /** A field of the object here; a missing one reads as undefined, which no form allows. */
  field(name: string): JsonReader {
    const { value } = this;
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw this.fault("an object");
    return new JsonReader(Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined, this, name);
  }

  /** The items of the list here. */
  items(): JsonReader[] {
    if (!Array.isArray(this.value)) throw this.fault("a list");
    return this.value.map((item: unknown, index) => new JsonReader(item, this, index));
  }

  text(): string {
    if (typeof this.value !== "string") throw this.fault("a text");
    return this.value;
  }

  integer(minimum = Number.MIN_SAFE_INTEGER): number {
    const { value } = this;
    if (typeof value !== "number" || !Number.isSafeInteger(value) || value < minimum) {
      throw this.fault(minimum === 0 ? "a whole number from 0" : "a whole number");
    }
    return value;
  }

  ticks(): Ticks {
    const text = this.text();
    if (text !== lastRead.text) lastRead = { text, ticks: ticksFromIso(text, this.where) };
    return lastRead.ticks;
  }

  guid(): Guid {
    const guid = parseGuid(this.text());
    if (guid === null) throw this.fault("a GUID");
    return guid;
  }

  guidOrNull(): Guid | null {
    return this.value === null ? null : this.guid();
  }

  /** The properties of an object, checked against its class. */
  properties(definition: ClassDefinition): Properties {
    const { value } = this;
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw this.fault("an object");
    // Most values are scalars, which stand in JSON as they are. Whatever else this holds, newProperties refuses it.
    const decoded: Record<string, unknown> = { ...value };
    for (const name of Object.keys(decoded)) {
      const json = decoded[name];
      if (typeof json === "object" && json !== null) decoded[name] = decodeValue(json, () => `${this.where}.${name}`);
    }
    try {
      return newProperties(definition, decoded as Readonly<Record<string, PropertyValue>>);
    } catch (error) {
      if (error instanceof TopologyError) throw new TopologyError(`${this.where}: ${error.where}`, error.reason);
      throw error;
    }
  }

  private fault(wanted: string): TopologyError {
    const { value } = this;
    const given = Array.isArray(value)
      ? "a list"
      : value === null
        ? "null"
        : typeof value === "object"
          ? "an object"
          : JSON.stringify(value);
    return new TopologyError(
      this.where,
      value === undefined ? `it is missing; ${wanted} is needed.` : `${wanted} is needed, not ${given}.`,
    );
  }
}
