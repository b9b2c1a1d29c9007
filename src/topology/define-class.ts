import { TopologyError } from "./error.js";
import { checkForm } from "./property-form.js";
import type {
  ClassDeclaration,
  ClassDefinition,
  ClassExtension,
  ContainerDefinition,
  IndexDefinition,
  NamingAttribute,
  PropertyDefinition,
  PropertyDefinitions,
  PropertySource,
} from "./schema.js";
import { sameValue, takeValue } from "./value.js";

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

/** A class with further properties and indexes. Throws as `Schema.extend` does. */
export function extendedClass(definition: ClassDefinition, extensions: readonly ClassExtension[]): ClassDefinition {
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
