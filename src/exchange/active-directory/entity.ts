import type { DotNetProperty, DotNetType, PropertyAdapter } from "../../values/dotnet-type.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { epoch, keepFields } from "../../values/journal.js";
import { method } from "../../values/signatures.js";
import { Guid } from "../../values/simple-values.js";
import { defineType, typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import { ADObjectId } from "../types/ad-object-id.js";
import { DirectoryNamed } from "../types/directory-named.js";
import { SecurityIdentifier } from "../types/security-identifier.js";
import { isAttributeName } from "./attributes.js";

const namespace = "Microsoft.ActiveDirectory.Management";

/** A property that an object came with. */
interface LoadedProperty {
  readonly name: string;
  /** As Get-Member shows it. */
  readonly typeName: string;
  readonly value: Value;
}

/**
 * An object of the module ActiveDirectory: a bag of the properties that were asked for, by their names in alphabetical
 * order. Others are `$null`. Also what an -Identity is, before it is looked for: then `identity` is what was typed.
 */
export class ADEntity extends DirectoryNamed {
  private loaded: ReadonlyMap<string, LoadedProperty>;
  private epoch = epoch;

  constructor(
    readonly type: DotNetType,
    /** As typed; of an object that was read, its distinguished name. */
    readonly identity: string,
    /** Of an object that was read. */
    readonly guid: string | null,
    properties: readonly LoadedProperty[] = [],
    /** Which of them scripts have set since, by name in lower case. */
    private changed: ReadonlySet<string> = new Set(),
  ) {
    super();
    const sorted = properties.toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
    this.loaded = new Map(sorted.map((each) => [each.name.toLowerCase(), each]));
  }

  get names(): readonly string[] {
    return [...this.loaded.values()].map(({ name }) => name);
  }
  /** What scripts have set, for -Instance. */
  get changes(): readonly (readonly [name: string, value: Value])[] {
    return [...this.loaded.values()].flatMap(({ name, value }) =>
      this.changed.has(name.toLowerCase()) ? [[name, value] as const] : [],
    );
  }
  get(name: string): Value {
    return this.loaded.get(name.toLowerCase())?.value ?? null;
  }
  property(name: string): LoadedProperty | undefined {
    return this.loaded.get(name.toLowerCase());
  }
  set(name: string, value: Value): void {
    if (this.epoch !== epoch) {
      keepFields(this);
      this.epoch = epoch;
    }
    const key = name.toLowerCase();
    const old = this.loaded.get(key);
    this.loaded = new Map([
      ...this.loaded,
      [key, { name: old?.name ?? name, typeName: old?.typeName ?? "string", value }],
    ]);
    this.changed = new Set([...this.changed, key]);
  }
  toNetText(): string {
    return this.identity;
  }
}
heapClass("ADEntity", ADEntity);

function propertyOf(name: string, typeName: string): DotNetProperty {
  return {
    kind: "Property",
    name,
    typeName,
    get: (_context, self) => (self instanceof ADEntity ? self.get(name) : null),
    set: (_context, self, value) => {
      if (self instanceof ADEntity) self.set(name, value);
    },
  };
}

/** The properties that an object came with; those that it could have can be set as well. */
const adapter: PropertyAdapter = {
  property: (self, name) => {
    if (!(self instanceof ADEntity)) return undefined;
    const loaded = self.property(name);
    if (loaded !== undefined) return propertyOf(loaded.name, loaded.typeName);
    return isAttributeName(name) ? propertyOf(name, "string") : undefined;
  },
  properties: (self) =>
    self instanceof ADEntity
      ? self.names.map((name) => propertyOf(name, self.property(name)?.typeName ?? "string"))
      : [],
};

/** The types by their names below {@link namespace}, each with the one above it. */
const bases = {
  ADEntity: "ADPropertyCollection",
  ADObject: "ADEntity",
  ADPrincipal: "ADObject",
  ADAccount: "ADPrincipal",
  ADUser: "ADAccount",
  ADComputer: "ADAccount",
  ADGroup: "ADPrincipal",
  ADOrganizationalUnit: "ADObject",
  ADReplicationSite: "ADObject",
  ADReplicationSiteLink: "ADObject",
  ADReplicationSubnet: "ADObject",
  ADPartition: "ADObject",
  ADDomain: "ADPartition",
  ADForest: "ADEntity",
  ADDirectoryServer: "ADEntity",
  ADDomainController: "ADDirectoryServer",
  ADRootDSE: "ADEntity",
} as const;

/** A type of the module. */
export type EntityName = keyof typeof bases;

/** The full name of a type of the module. */
export const entityTypeName = (name: EntityName): string => `${namespace}.${name}`;
/** A type of the module. */
export const entityType = (name: EntityName): DotNetType => typeNamed(entityTypeName(name));

/** What was typed for an -Identity, or handed over; `undefined` for what names no object. */
function identityFrom(type: DotNetType, value: Value): ADEntity | undefined {
  if (typeof value === "string") return new ADEntity(type, value, null);
  if (value instanceof Guid || value instanceof SecurityIdentifier) return new ADEntity(type, value.text, null);
  if (value instanceof ADObjectId) return new ADEntity(type, value.distinguishedName, value.guid);
  if (value instanceof ADEntity) return new ADEntity(type, value.identity, value.guid);
  return undefined;
}

defineType({ fullName: `${namespace}.ADPropertyCollection`, base: "System.Object", adapter });
for (const [name, base] of Object.entries(bases)) {
  const fullName = `${namespace}.${name}`;
  defineType({
    fullName,
    base: `${namespace}.${base}`,
    convertFrom: (_context, value) => identityFrom(typeNamed(fullName), value),
    takesText: true,
    ...(name === "ADEntity"
      ? {
          members: () => [
            method<ADEntity>(["string ToString()", (_context, self) => self.identity]),
            method<ADEntity>([
              "bool Contains(string propertyName)",
              (_context, self, [property]) => typeof property === "string" && self.property(property) !== undefined,
            ]),
          ],
        }
      : {}),
  });
}
