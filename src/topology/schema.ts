import { TopologyError } from "./error.js";
import { isRecord, isReference, type PropertyValue, sameValue, takeValue, valuesOf } from "./value.js";

/** What a single value of a property is stored as; see `PropertyValue` for what goes into which. */
export type Form = "string" | "number" | "boolean" | "bigint" | "reference" | "record";

/** A property of a class, as data. Which PowerShell type its values get is the business of the layer that shows them. */
export interface PropertyDefinition {
  /** How a value is stored; several forms for a property like a quota, which is a size or the record "unlimited". */
  readonly holds: Form | readonly Form[];
  /** Whether the property is a list of such values. */
  readonly many?: boolean;
  /** What an object has that doesn't say otherwise. Left out: null, or an empty list for a property of many values. */
  readonly default?: PropertyValue;
}

/** An index over a property: objects are found by its values, case aside. */
export interface IndexDefinition {
  /** The property whose values are the keys: text, or links (then the key is the GUID). */
  readonly property: string;
  /**
   * Whether a value may occur once only: among the objects of the class, or in the forest, among the objects of all
   * classes whose index of this name says so too.
   */
  readonly unique?: "class" | "forest";
}

/** The fixed places of a forest below which objects live. */
export type Anchor = "domain" | "configuration" | "organization" | "administrativeGroup";

/** Where objects of a class live when nobody says otherwise. The path leads downwards: `["CN=Services", "CN=RRAS"]`. */
export type ContainerDefinition =
  /** Below one of the fixed places. An object may instead name its parent itself, as users in other units do. */
  | { readonly below: Anchor; readonly path: readonly string[] }
  /** Below an object of one of these classes, which each new object has to name as its parent. */
  | { readonly belowClass: string | readonly string[]; readonly path: readonly string[] }
  /** Nowhere: the object is the root of a domain. */
  | { readonly root: true };

/** The attribute that names an object within its parent. */
export type NamingAttribute = "CN" | "OU" | "DC";

/** A class of directory objects, as data. */
export interface ClassDefinition {
  /** The name by which the organization knows the class: `MailboxDatabase`. */
  readonly name: string;
  /** Left out: CN. */
  readonly naming?: NamingAttribute;
  /** What Active Directory has in `objectClass`, from the most general on: `["top", "msExchMDB", "msExchPrivateMDB"]`. */
  readonly objectClass: readonly string[];
  /** The last part of `ObjectCategory`: `ms-Exch-Private-MDB`. */
  readonly objectCategory: string;
  readonly container: ContainerDefinition;
  readonly properties: Readonly<Record<string, PropertyDefinition>>;
  /** Indexes by name, besides those for GUID, name and distinguished name, which every class has. */
  readonly indexes?: Readonly<Record<string, IndexDefinition>>;
  /** One of the properties; what another layer adds to the class is not asked for while the class has it itself. */
  property(name: string): PropertyDefinition | undefined;
}

/** What declares a class: as the class itself, with properties that may be left to a function, see {@link defineClass}. */
export type ClassDeclaration = Omit<ClassDefinition, "properties" | "property"> & {
  readonly properties: PropertySource;
};

/** What another layer adds to a class that exists: properties and indexes. */
export type ClassExtension = Pick<ClassDefinition, "name" | "indexes"> & { readonly properties?: PropertySource };

type PropertyDefinitions = ClassDefinition["properties"];
type PropertySource = PropertyDefinitions | (() => PropertyDefinitions);

/** The index that every class has: over the names of its objects. */
export const nameIndex = "name";

const identifier = /^[A-Z][A-Za-z0-9]*$/;
const indexIdentifier = /^[a-z][A-Za-z0-9]*$/;
/** Names that objects have anyway and that a property would hide. */
const reserved = new Set(["Name", "Guid", "Parent", "DistinguishedName", "Identity", "WhenCreated", "WhenChanged"]);

/**
 * Declares a class: checks the declaration and freezes it. Properties that come from a function are asked for, and
 * checked, when something first needs them: an organization that has no such object never does.
 * @throws {TopologyError} for names that aren't identifiers, defaults of a wrong form, indexes over missing properties
 */
export function defineClass(declaration: ClassDeclaration): ClassDefinition {
  const { name, indexes = {}, properties } = declaration;
  if (!identifier.test(name)) {
    throw new TopologyError("defineClass", `"${name}" is no name for a class: write it like MailboxDatabase.`);
  }
  for (const index of Object.keys(indexes)) {
    if (!indexIdentifier.test(index) || index === nameIndex) {
      const where = `${name}.indexes.${index}`;
      throw new TopologyError(where, `"${index}" is no name for an index of its own: write it like legacyDN.`);
    }
  }
  const checked = (given: PropertyDefinitions): PropertyDefinitions => {
    const taken = checkedProperties(name, given);
    checkIndexes(name, indexes, taken);
    return Object.freeze(taken);
  };
  return new DeclaredClass(
    declaration,
    typeof properties === "function" ? () => checked(properties()) : checked(properties),
  );
}

/** A class as a schema has it. */
class DeclaredClass implements ClassDefinition {
  readonly name: string;
  readonly naming?: NamingAttribute;
  readonly objectClass: readonly string[];
  readonly objectCategory: string;
  readonly container: ContainerDefinition;
  readonly indexes?: NonNullable<ClassDefinition["indexes"]>;
  #properties: PropertySource;
  readonly #extended: ClassDefinition | null;

  /** @param extended the class that has some of the properties already */
  constructor(
    { name, naming, objectClass, objectCategory, container, indexes }: Omit<ClassDeclaration, "properties">,
    properties: PropertySource,
    extended: ClassDefinition | null = null,
  ) {
    this.name = name;
    if (naming !== undefined) this.naming = naming;
    this.objectClass = objectClass;
    this.objectCategory = objectCategory;
    this.container = container;
    if (indexes !== undefined) this.indexes = indexes;
    this.#properties = properties;
    this.#extended = extended;
    Object.freeze(this);
  }

  get properties(): PropertyDefinitions {
    if (typeof this.#properties === "function") this.#properties = this.#properties();
    return this.#properties;
  }

  property(name: string): PropertyDefinition | undefined {
    const present = typeof this.#properties === "function" ? this.#extended?.property(name) : undefined;
    if (present !== undefined) return present;
    const { properties } = this;
    return Object.hasOwn(properties, name) ? properties[name] : undefined;
  }
}

function checkedProperties(className: string, given: PropertyDefinitions): Record<string, PropertyDefinition> {
  const properties: Record<string, PropertyDefinition> = {};
  for (const [name, property] of Object.entries(given)) {
    const where = `${className}.${name}`;
    if (!identifier.test(name) || reserved.has(name)) {
      const reason = reserved.has(name)
        ? "every object has it without a declaration"
        : "write it like IssueWarningQuota";
      throw new TopologyError(where, `"${name}" is no name for a property of its own: ${reason}.`);
    }
    properties[name] = freezeProperty(property, where);
  }
  return properties;
}

function checkIndexes(
  className: string,
  indexes: NonNullable<ClassDefinition["indexes"]>,
  properties: PropertyDefinitions,
): void {
  for (const [name, index] of Object.entries(indexes)) {
    const where = `${className}.indexes.${name}`;
    if (!Object.hasOwn(properties, index.property)) {
      throw new TopologyError(where, `there is no property "${index.property}" to index.`);
    }
    if ((properties[index.property]?.default ?? null) !== null) {
      throw new TopologyError(
        where,
        "a property with a default cannot be indexed: objects do not store what is the default.",
      );
    }
  }
}

function freezeProperty(property: PropertyDefinition, where: string): PropertyDefinition {
  if (property.default === undefined) return Object.freeze({ ...property });
  const value = takeValue(property.default, () => where);
  checkForm(property, value, () => where);
  return Object.freeze({ ...property, default: value });
}

/** What a schema looks up: its classes by name, and by the name of a forest-wide index. */
interface SchemaTables {
  readonly classes: readonly ClassDefinition[];
  readonly byName: ReadonlyMap<string, ClassDefinition>;
  readonly byUniqueIndex: ReadonlyMap<string, readonly string[]>;
}

/** @throws {TopologyError} when two classes share a name */
function tablesOf(classes: readonly ClassDefinition[]): SchemaTables {
  const byName = new Map<string, ClassDefinition>();
  const byUniqueIndex = new Map<string, string[]>();
  for (const definition of classes) {
    if (byName.has(definition.name)) throw new TopologyError(definition.name, "two classes have this name.");
    byName.set(definition.name, definition);
    for (const [index, { unique }] of Object.entries(definition.indexes ?? {})) {
      if (unique === "forest") byUniqueIndex.set(index, [...(byUniqueIndex.get(index) ?? []), definition.name]);
    }
  }
  return { classes, byName, byUniqueIndex };
}

/**
 * The classes that an organization may hold. Immutable: adding gives a new schema. It may be made of a function, which
 * is called once, when the schema is first asked for something: then all that declares classes has been loaded.
 */
export class Schema {
  private known: SchemaTables | null = null;

  /** @throws {TopologyError} when two classes share a name; with a function, at the first use */
  constructor(private readonly source: readonly ClassDefinition[] | (() => readonly ClassDefinition[])) {
    if (typeof source !== "function") this.known = tablesOf(source);
  }

  private get tables(): SchemaTables {
    this.known ??= tablesOf(typeof this.source === "function" ? this.source() : this.source);
    return this.known;
  }

  get classes(): readonly ClassDefinition[] {
    return this.tables.classes;
  }

  /** The class of a name, or undefined. */
  find(name: string): ClassDefinition | undefined {
    return this.tables.byName.get(name);
  }

  /**
   * The class of a name.
   * @throws {TopologyError} when there is none: asking for it is a mistake in a program, not at a prompt
   */
  get(name: string): ClassDefinition {
    const definition = this.tables.byName.get(name);
    if (definition === undefined) throw new TopologyError("", `There is no class "${name}" in the schema.`);
    return definition;
  }

  /** The names of the classes whose objects share an index in which a value occurs once in the forest. */
  classesSharing(index: string): readonly string[] {
    return this.tables.byUniqueIndex.get(index) ?? [];
  }

  /** The schema with further classes. */
  with(...classes: readonly ClassDefinition[]): Schema {
    return new Schema([...this.classes, ...classes]);
  }

  /**
   * The schema with further properties and indexes for classes that it has.
   * @throws {TopologyError} for an unknown class, and for an index that is there with another declaration; for such a
   * property when the class is first used
   */
  extend(...extensions: readonly ClassExtension[]): Schema {
    for (const { name } of extensions) this.get(name);
    return new Schema(
      this.classes.map((definition) => {
        const own = extensions.filter(({ name }) => name === definition.name);
        return own.length === 0 ? definition : extendedClass(definition, own);
      }),
    );
  }
}

function extendedClass(definition: ClassDefinition, extensions: readonly ClassExtension[]): ClassDefinition {
  const indexes: Record<string, IndexDefinition> = { ...definition.indexes };
  for (const extension of extensions) {
    for (const [name, index] of Object.entries(extension.indexes ?? {})) {
      const present = Object.hasOwn(indexes, name) ? indexes[name] : undefined;
      if (present !== undefined && (present.property !== index.property || present.unique !== index.unique)) {
        throw new TopologyError(
          `${definition.name}.indexes.${name}`,
          "the index is declared already, and differently.",
        );
      }
      indexes[name] = index;
    }
  }
  const { name, naming, objectClass, objectCategory, container } = definition;
  const attributes = {
    name,
    ...(naming === undefined ? {} : { naming }),
    objectClass,
    objectCategory,
    container,
    indexes,
  };
  return new DeclaredClass(attributes, () => extendedProperties(definition, extensions, indexes), definition);
}

function extendedProperties(
  definition: ClassDefinition,
  extensions: readonly ClassExtension[],
  indexes: NonNullable<ClassDefinition["indexes"]>,
): PropertyDefinitions {
  const properties: Record<string, PropertyDefinition> = { ...definition.properties };
  for (const { properties: source = {} } of extensions) {
    const further = checkedProperties(definition.name, typeof source === "function" ? source() : source);
    for (const [name, property] of Object.entries(further)) {
      const present = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (present !== undefined && !sameProperty(present, property)) {
        throw new TopologyError(`${definition.name}.${name}`, "the property is declared already, and differently.");
      }
      properties[name] = property;
    }
  }
  checkIndexes(definition.name, indexes, properties);
  return Object.freeze(properties);
}

/** Whether two declarations of a property say the same; two nouns may declare what they share. */
function sameProperty(a: PropertyDefinition, b: PropertyDefinition): boolean {
  return (
    [a.holds].flat().join() === [b.holds].flat().join() &&
    (a.many ?? false) === (b.many ?? false) &&
    sameValue(a.default ?? null, b.default ?? null)
  );
}

/** The classes that the parent of an object may have, for a class whose objects live below other objects. */
export function parentClasses(container: ContainerDefinition): readonly string[] {
  if (!("belowClass" in container)) return [];
  return typeof container.belowClass === "string" ? [container.belowClass] : container.belowClass;
}

/** What an object of a class has in a property that it doesn't set itself. */
export function defaultOf(property: PropertyDefinition): PropertyValue {
  return property.default ?? (property.many === true ? emptyList : null);
}

/** What a property of many values has when nothing is set. */
export const emptyList: readonly PropertyValue[] = Object.freeze([]);

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
