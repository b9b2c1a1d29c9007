import {
  type DirectoryObject,
  distinguishedName,
  followReference,
  isList,
  isRecord,
  isReference,
  type PropertyValue,
  type Topology,
} from "../../../topology/index.js";
import { DateTime } from "../../../values/date-time.js";
import { Guid } from "../../../values/simple-values.js";
import type { Value } from "../../../values/value.js";
import type { ValueContext } from "../../../values/value-context.js";
import type { Source } from "../../noun/source.js";
import type { FilterNode } from "../../opath/filter.js";
import { matchesFilter } from "../../opath/match.js";
import { schema } from "../../schema.js";
import { ADObjectId } from "../../types/ad-object-id.js";
import { multiValuedProperty } from "../../types/multi-valued-property.js";
import { addressesIn, primaryOf } from "../addresses.js";
import { groupsOf, membersOf } from "../groups/membership-links.js";
import { attributeOf, recipientClasses, recipientTypeOf, textOf, typeDetailsOf } from "../recipient-types.js";

/** What filters over recipients know of them: what the directory keeps, by name, and what follows from it. */

type Read = (topology: Topology, object: DirectoryObject) => Value;

const primary: Read = (_topology, object) => primaryOf(addressesIn(object));
const resourceKind = (object: DirectoryObject): string | null => {
  const found = /^(Room|Equipment)Mailbox$/.exec(typeDetailsOf(object));
  return found?.[1] ?? null;
};
const ids = (topology: Topology, objects: readonly DirectoryObject[]): Value =>
  multiValuedProperty(objects.map((object) => new ADObjectId(topology, object, "canonical")));

/** By name in small letters. */
const derived: ReadonlyMap<string, Read> = new Map<string, Read>([
  ["name", (_topology, object) => object.name],
  ["recipienttype", (_topology, object) => recipientTypeOf(object)],
  ["recipienttypedetails", (_topology, object) => typeDetailsOf(object)],
  ["recipienttypedetailsvalue", (_topology, object) => typeDetailsOf(object)],
  ["primarysmtpaddress", primary],
  ["windowsemailaddress", primary],
  ["distinguishedname", (topology, object) => distinguishedName(schema, topology, object)],
  ["identity", (topology, object) => new ADObjectId(topology, object, "canonical")],
  ["guid", (_topology, object) => new Guid(object.guid)],
  ["objectclass", (_topology, object) => multiValuedProperty([...schema.get(object.class).objectClass])],
  ["objectcategory", (_topology, object) => schema.get(object.class).objectCategory],
  [
    "recipientdisplaytype",
    (_topology, object) => (textOf(object, "RecipientTypeDetails") === "RoomMailbox" ? "ConferenceRoomMailbox" : null),
  ],
  ["whencreated", (_topology, object) => new DateTime(object.whenCreated, "Local")],
  ["whenchanged", (_topology, object) => new DateTime(object.whenChanged, "Local")],
  ["memberofgroup", (topology, object) => ids(topology, groupsOf(topology, object))],
  ["members", (topology, object) => ids(topology, membersOf(topology, object))],
  ["resourcetype", (_topology, object) => resourceKind(object)],
  [
    "resourcemetadata",
    (_topology, object) => {
      const kind = resourceKind(object);
      return kind === null ? null : `ResourceType:${kind}`;
    },
  ],
  ["resourcesearchproperties", (_topology, object) => resourceKind(object)],
  ["servername", (topology, object) => serverOf(topology, object)?.name.toLowerCase() ?? null],
  [
    "serverlegacydn",
    (topology, object) => {
      const server = serverOf(topology, object);
      return server === null ? null : textOf(server, "ExchangeLegacyDN");
    },
  ],
]);

function serverOf(topology: Topology, object: DirectoryObject): DirectoryObject | null {
  const database = attributeOf(object, "Database");
  const held = isReference(database) ? followReference(topology, database) : null;
  const server = held?.state === "live" ? attributeOf(held.object, "Server") : null;
  const target = isReference(server) ? followReference(topology, server) : null;
  return target?.state === "live" ? target.object : null;
}

/** The names of a class's properties, by the names in small letters. */
const attributes = new WeakMap<object, ReadonlyMap<string, string>>();

function attributeNamed(className: string, name: string): string | undefined {
  const { properties } = schema.get(className);
  let known = attributes.get(properties);
  if (known === undefined) {
    known = new Map(Object.keys(properties).map((each) => [each.toLowerCase(), each]));
    attributes.set(properties, known);
  }
  return known.get(name);
}

function shown(topology: Topology, value: PropertyValue): Value {
  if (isReference(value)) {
    const target = followReference(topology, value);
    return target.state === "live" ? new ADObjectId(topology, target.object, "canonical") : null;
  }
  if (isList(value))
    return multiValuedProperty(value.map((item) => shown(topology, item)).filter((item) => item !== null));
  if (isRecord(value)) return value.kind;
  return typeof value === "bigint" ? String(value) : value;
}

/** What a filter's name means of a recipient; `undefined` for a name that nothing knows. */
function readForFilter({ topology, object }: Pick<Source, "topology" | "object">, name: string): Value | undefined {
  const wanted = name.toLowerCase();
  const read = derived.get(wanted);
  if (read !== undefined) return read(topology, object);
  const attribute = attributeNamed(object.class, wanted);
  return attribute === undefined ? undefined : shown(topology, attributeOf(object, attribute));
}

/** Whether filters over recipients may name a property: one that any of their classes has. */
export function isFilterable(name: string): boolean {
  const wanted = name.toLowerCase();
  return derived.has(wanted) || recipientClasses.some((each) => attributeNamed(each, wanted) !== undefined);
}

/** What nouns of recipients say of -Filter. */
export const filterable = { readForFilter, isFilterable } as const;

/** Whether a recipient fits a filter, as groups, lists and policies have it. */
export function fitsFilter(
  context: ValueContext,
  filter: FilterNode,
  topology: Topology,
  object: DirectoryObject,
): boolean {
  const source = { topology, object };
  return matchesFilter(context, filter, (name) => readForFilter(source, name));
}
