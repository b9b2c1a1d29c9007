import { extendedClass } from "./define-class.js";
import { TopologyError } from "./error.js";
import type { PropertyValue } from "./value.js";

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

export type PropertyDefinitions = ClassDefinition["properties"];
export type PropertySource = PropertyDefinitions | (() => PropertyDefinitions);

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
