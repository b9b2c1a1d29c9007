import { canonicalName, distinguishedName, domainOf } from "../../topology/index.js";
import { Guid } from "../../values/simple-values.js";
import type { Value } from "../../values/value.js";
import { schema } from "../schema.js";
import { ADObjectId, type ADObjectIdText, nameWithServer, schemaClassId } from "../types/ad-object-id.js";
import { enumeration } from "../types/enumeration.js";
import { forestWideOrganization } from "../types/organization-id.js";
import { ExchangeObjectVersion } from "../types/versions.js";
import { usualController } from "./domain-controllers.js";
import type { ExchangeProperty } from "./exchange-object.js";
import { localTime, texts, universalTime } from "./read.js";
import type { Source } from "./source.js";

/**
 * The properties that every directory object ends with, in their two orders (facts: nouns.json, "(general rules for
 * this group)": measured on 2016 and 2019; 2010 is the same without Id and ObjectState, from memory).
 */

const domainController = ({ topology, controller }: Source): string => controller ?? usualController(topology);

export const nameProperty: ExchangeProperty = { name: "Name", type: "string", read: ({ object }) => object.name };

const objectStateName = "Microsoft.Exchange.Data.ObjectState";
export const objectStateOf = enumeration(objectStateName, ["New", "Unchanged", "Changed", "Deleted"]);

const identityType = "Microsoft.Exchange.Data.Directory.ADObjectId";
export const identityProperty = (form: ADObjectIdText): ExchangeProperty => ({
  name: "Identity",
  type: "Microsoft.Exchange.Data.ObjectId",
  read: ({ topology, object }) => new ADObjectId(topology, object, form),
});
const distinguished: ExchangeProperty = {
  name: "DistinguishedName",
  type: "string",
  read: ({ topology, object }) => distinguishedName(schema, topology, object),
};
const isValid: ExchangeProperty = { name: "IsValid", type: "bool", read: () => true, certainty: "derived" };
/** The version of an object's format: the same for all of a class, or as the object says. */
type VersionOf = ExchangeObjectVersion | ((source: Source) => ExchangeObjectVersion);

const version = (of: VersionOf): ExchangeProperty => ({
  name: "ExchangeVersion",
  type: "Microsoft.Exchange.Data.ExchangeObjectVersion",
  read: typeof of === "function" ? of : () => of,
});

const directoryBlock = (form: TailOptions["identity"]): readonly ExchangeProperty[] => [
  { name: "Guid", type: "guid", read: ({ object }) => new Guid(object.guid) },
  {
    name: "ObjectCategory",
    type: identityType,
    read: ({ topology, object }) => schemaClassId(domainOf(topology, object), schema.get(object.class).objectCategory),
  },
  {
    name: "ObjectClass",
    type: "Microsoft.Exchange.Data.MultiValuedProperty[string]",
    read: ({ object }) => texts(schema.get(object.class).objectClass),
  },
  { name: "WhenChanged", type: "datetime", read: localTime("whenChanged") },
  { name: "WhenCreated", type: "datetime", read: localTime("whenCreated") },
  { name: "WhenChangedUTC", type: "datetime", read: universalTime("whenChanged"), certainty: "derived" },
  { name: "WhenCreatedUTC", type: "datetime", read: universalTime("whenCreated"), certainty: "derived" },
  {
    name: "OrganizationId",
    type: "Microsoft.Exchange.Data.Directory.OrganizationId",
    read: () => forestWideOrganization,
    certainty: "derived",
  },
  {
    name: "Id",
    type: identityType,
    since: "2013",
    read: ({ topology, object }) => new ADObjectId(topology, object, form),
  },
];
const objectState = ({ objectState: state = "Unchanged" }: TailOptions): ExchangeProperty => ({
  name: "ObjectState",
  type: objectStateName,
  since: "2013",
  read: () => objectStateOf(state),
});
const originatingServer: ExchangeProperty = {
  name: "OriginatingServer",
  type: "string",
  read: domainController,
  certainty: "derived",
};

export interface TailOptions {
  /** Whether Name stands here, because the object's own part does not have it. */
  readonly name: boolean;
  /** How Identity prints. */
  readonly identity: ADObjectIdText;
  readonly adminDisplayName?: (source: Source) => Value;
  /** `Changed` where Get itself completes the object; left out: `Unchanged`. */
  readonly objectState?: "Unchanged" | "Changed";
}

const directory = "Microsoft.Exchange.Data.Directory";
const lowestTypes = [`${directory}.ADObject`, `${directory}.ADRawEntry`, "Microsoft.Exchange.Data.ConfigurableObject"];

/** PSTypeNames of an object of the configuration: its own types, then what all of them have below. */
export function configurationTypes(...own: readonly string[]): readonly string[] {
  return [...own, `${directory}.SystemConfiguration.ADConfigurationObject`, ...lowestTypes];
}

/** PSTypeNames of an object that presents another one, such as a mailbox a user. */
export function presentationTypes(...own: readonly string[]): readonly string[] {
  return [...own, `${directory}.Management.ADPresentationObject`, ...lowestTypes];
}

/** How objects of classes below ADConfigurationObject end: AdminDisplayName first, IsValid last. */
export function configurationTail(objectVersion: VersionOf, options: TailOptions): ExchangeProperty[] {
  const { adminDisplayName = () => "" } = options;
  return [
    { name: "AdminDisplayName", type: "string", read: adminDisplayName },
    version(objectVersion),
    ...(options.name ? [nameProperty] : []),
    distinguished,
    identityProperty(options.identity),
    ...directoryBlock(options.identity),
    originatingServer,
    isValid,
    objectState(options),
  ];
}

/** How objects of classes below ADPresentationObject end: Identity and IsValid first. */
export function presentationTail(objectVersion: VersionOf, options: TailOptions): ExchangeProperty[] {
  return [
    identityProperty(options.identity),
    isValid,
    version(objectVersion),
    ...(options.name ? [nameProperty] : []),
    distinguished,
    ...directoryBlock(options.identity),
    originatingServer,
    objectState(options),
  ];
}

/** The canonical name, as warnings and questions call recipients. */
export const canonicalIdentity = ({ topology, object }: Source): string => canonicalName(topology, object);
/** The bare name, as they call objects of the configuration. */
export const nameIdentity = ({ object }: Source): string => object.name;

/** The name behind that of its server. */
export const serverIdentity = ({ topology, object }: Source): string => nameWithServer(topology, object);

/** Object versions by the build that introduced them. */
export const objectVersions = {
  exchange2003: new ExchangeObjectVersion(0, 0, "6.5.6500.0"),
  exchange2007: new ExchangeObjectVersion(0, 1, "8.0.535.0"),
  exchange2010: new ExchangeObjectVersion(0, 10, "14.0.100.0"),
  exchange2013: new ExchangeObjectVersion(0, 20, "15.0.0.0"),
} as const;
