import { type ExchangeProperty, isIn } from "../exchange/noun/exchange-object.js";
import { isOf, type Noun } from "../exchange/noun/noun.js";
import type { Source } from "../exchange/noun/source.js";
import { schema } from "../exchange/schema.js";
import type { Session } from "../shell/session.js";
import {
  addObject,
  type DirectoryObject,
  describeFailure,
  eachObject,
  findByCanonicalName,
  findByName,
  getObject,
  type PropertyValue,
  removeObject,
  TopologyError,
  updateObject,
} from "../topology/index.js";
import { PowerShellError } from "../values/errors.js";
import { netText } from "../values/text.js";
import type { Value } from "../values/value.js";
import { nameOf, textIn } from "./exported-names.js";
import { type ExportedObject, type ExportedValue, textsOf } from "./exported-objects.js";
import type { ImportDoubt } from "./import-error.js";
import { formOf, storedValues } from "./stored-value.js";

/** Properties that follow from where an object is, or that belong to the connection. */
const derived: ReadonlySet<string> = new Set([
  "name",
  "guid",
  "identity",
  "id",
  "distinguishedname",
  "exchangeobjectid",
  "whenchanged",
  "whencreated",
  "whenchangedutc",
  "whencreatedutc",
  "originatingserver",
  "isvalid",
  "objectstate",
  "runspaceid",
  "pscomputername",
  "psshowcomputername",
]);

/** Brings exported objects into the organization of a session: objects that are missing, and what they say of themselves. */
export class BringIn {
  private readonly failed = new Map<string, { count: number; example: string }>();
  private readonly doubts: ImportDoubt[] = [];

  constructor(private readonly session: Session) {}

  /** All objects of one noun: those that setup made and the export lacks go. */
  objects(noun: Noun, exported: readonly ExportedObject[], isExclusive: boolean): Map<ExportedObject, DirectoryObject> {
    const present = this.present(noun);
    const found = new Map<ExportedObject, DirectoryObject>();
    for (const each of exported) {
      const object = this.find(noun, each, present) ?? this.make(noun, each);
      if (object !== null) found.set(each, object);
    }
    const kept = new Set([...found.values()].map(({ guid }) => guid));
    for (const object of isExclusive ? present.values() : []) if (!kept.has(object.guid)) this.remove(object);
    return found;
  }

  /** What the doubts are: of each property once, with how many objects. */
  get report(): readonly ImportDoubt[] {
    const properties = [...this.failed].map(([property, { count, example }]) => ({
      file: "",
      message: `${property} is not as exported at ${count} ${count === 1 ? "object" : "objects"}: ${example}`,
    }));
    return [...this.doubts, ...properties];
  }

  private present(noun: Noun): Map<string, DirectoryObject> {
    const objects = noun.identity.classes.flatMap((name) => [...eachObject(this.topology, name)]);
    const own = objects.filter((object) => isOf(noun, object));
    return new Map(own.map((object) => [this.identity(noun, object).toLowerCase(), object]));
  }

  private identity(noun: Noun, object: DirectoryObject): string {
    const property = noun.properties.find(({ name }) => name === "Identity");
    return property === undefined ? object.name : (this.shown(property, object).texts[0] ?? object.name);
  }

  private find(
    noun: Noun,
    exported: ExportedObject,
    present: ReadonlyMap<string, DirectoryObject>,
  ): DirectoryObject | undefined {
    const identity = (textIn(exported, "Identity") ?? nameOf(exported)).toLowerCase();
    const exact = present.get(identity);
    if (exact !== undefined) return exact;
    if (noun.singleton === true) return [...present.values()][0];
    const named = [...present.values()].filter(({ name }) => name.toLowerCase() === nameOf(exported).toLowerCase());
    return named.length === 1 ? named[0] : undefined;
  }

  private make(noun: Noun, exported: ExportedObject): DirectoryObject | null {
    const name = nameOf(exported);
    const [className = ""] = noun.identity.classes;
    const refused = (message: string): null => {
      this.doubts.push({ file: exported.file, message: `${noun.noun} '${name}' could not be made: ${message}` });
      return null;
    };
    try {
      const parent = this.parentOf(className, exported);
      const result = addObject(schema, this.topology, {
        class: className,
        name,
        ...(parent === undefined ? {} : { parent }),
      });
      if (!result.ok) return refused(describeFailure(result.failure));
      this.session.organization.current = result.topology;
      return result.object;
    } catch (error) {
      if (!(error instanceof TopologyError)) throw error;
      return refused(error.message);
    }
  }

  /** What an object lies below: the server of `EX01\Default EX01`, the unit of a recipient. */
  private parentOf(className: string, exported: ExportedObject): string | undefined {
    const { container } = schema.get(className);
    const identity = textIn(exported, "Identity") ?? "";
    if ("belowClass" in container) {
      const owner = textIn(exported, "Server") ?? identity.split("\\", 1)[0] ?? "";
      return findByName(this.topology, [container.belowClass].flat(), owner.split(".", 1)[0] ?? owner)[0]?.guid;
    }
    const [above] = identity.includes("/")
      ? findByCanonicalName(this.topology, identity.slice(0, identity.lastIndexOf("/")))
      : [];
    return above?.guid;
  }

  private remove(object: DirectoryObject): void {
    const result = removeObject(schema, this.topology, object.guid);
    if (result.ok) this.session.organization.current = result.topology;
  }

  /** Brings in what an object says of itself. */
  properties(exported: ExportedObject, guid: string): void {
    const { release } = this;
    const differing = exported.noun.properties.filter((property) => {
      const told = exported.properties.get(property.name.toLowerCase());
      const object = getObject(this.topology, guid);
      if (told === undefined || object === null || derived.has(property.name.toLowerCase())) return false;
      return isIn(property, release) && !this.agrees(property, object, told);
    });
    for (const property of differing) this.property(exported, property, guid);
    const object = getObject(this.topology, guid);
    for (const property of object === null ? [] : differing) {
      const told = exported.properties.get(property.name.toLowerCase());
      if (object === null || told === undefined || this.agrees(property, object, told)) continue;
      const key = `${exported.noun.noun}.${property.name}`;
      const seen = this.failed.get(key);
      const example = `'${shortened(told.texts.join(", "))}' became '${shortened(this.shown(property, object).texts.join(", "))}'`;
      this.failed.set(key, { count: (seen?.count ?? 0) + 1, example: seen?.example ?? example });
    }
  }

  private property(exported: ExportedObject, property: ExchangeProperty, guid: string): void {
    const object = getObject(this.topology, guid);
    const told = exported.properties.get(property.name.toLowerCase());
    if (object === null || told === undefined) return;
    const attribute = property.column?.attribute ?? property.name;
    const declared = schema.get(object.class).properties;
    const definition = Object.hasOwn(declared, attribute) ? declared[attribute] : undefined;
    if (definition === undefined) return;
    const classes = property.column?.kind.classes ?? schema.classes.map(({ name }) => name);
    const form = property.column === undefined ? definition : formOf(property.column);
    const before = this.topology;
    for (const value of storedValues(this.session.engine, told, form, { topology: before, classes })) {
      const after = this.written(object, attribute, value);
      if (after !== null && this.agrees(property, after, told)) return;
      this.session.organization.current = before;
    }
  }

  private written(object: DirectoryObject, attribute: string, value: PropertyValue): DirectoryObject | null {
    try {
      const result = updateObject(schema, this.topology, object.guid, { properties: { [attribute]: value } });
      if (!result.ok) return null;
      this.session.organization.current = result.topology;
      return result.object;
    } catch (error) {
      if (!(error instanceof TopologyError)) throw error;
      return null;
    }
  }

  private agrees(property: ExchangeProperty, object: DirectoryObject, told: ExportedValue): boolean {
    const shown = this.shown(property, object);
    // CSV has texts as the culture writes them.
    if (typeof told.value === "string" && shown.text === told.value) return true;
    // A list in a CSV field, or one element that came as itself.
    return (
      sameTexts(shown.texts, told.texts) ||
      (!told.isList && shown.isList && sameTexts([shown.texts.join(" ")], [told.texts[0] ?? ""]))
    );
  }

  private shown(
    property: ExchangeProperty,
    object: DirectoryObject,
  ): Pick<ExportedValue, "texts" | "isList"> & { readonly text: string } {
    const { engine, organization } = this.session;
    const source: Source = {
      topology: this.topology,
      object,
      release: this.release,
      session: organization.session,
    };
    let value: Value;
    try {
      value = property.read(source, engine);
    } catch (error) {
      if (!(error instanceof PowerShellError)) throw error;
      return { texts: [], isList: false, text: "" };
    }
    return { ...textsOf(engine, value), text: netText(engine, value) };
  }

  private get topology() {
    return this.session.organization.current;
  }

  private get release() {
    return this.session.edition.exchange ?? "2010";
  }
}

/** Nothing, and the empty text, read alike. */
function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  const left = a.filter((text) => text !== "");
  const right = b.filter((text) => text !== "");
  return left.length === right.length && left.every((text, index) => text === right[index]);
}

const longestExample = 60;

function shortened(text: string): string {
  return text.length > longestExample ? `${text.slice(0, longestExample)}…` : text;
}
