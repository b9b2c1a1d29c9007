import {
  type ClassDeclaration,
  type ClassDefinition,
  type ClassExtension,
  coreSchema,
  type DirectoryObject,
  defineClass,
  type NewObject,
  Schema,
  type Topology,
} from "../topology/index.js";
import { availabilityExtensions } from "./availability/availability-extension.js";
import { clientAccessServerExtension } from "./client-access/client-access-server-extension.js";
import { adSiteExtension } from "./servers/ad-site-extension.js";
import { exchangeServerExtension } from "./servers/exchange-server-extension.js";

/** What a noun brings to the directory. */
export interface DirectoryDeclaration {
  /** The noun, for errors. */
  readonly noun: string;
  /** A class of the noun's own. */
  readonly definition?: ClassDeclaration;
  /** What it keeps on objects of a class that exists. */
  readonly extension?: ClassExtension;
  /** The objects that Exchange's setup makes: what an organization has before anyone types a command. */
  readonly setup?: (topology: Topology) => readonly NewObject[];
  /** Made when a cmdlet first asks for them, see `setUpLate`: many objects that most sessions never look at. */
  readonly lateSetup?: (topology: Topology) => readonly NewObject[];
  /** The objects that it makes for each server, also for one that joins an organization later. */
  readonly serverSetup?: (server: DirectoryObject, topology: Topology) => readonly NewObject[];
  /** What has happened by itself when the clock has moved on: moves that are done, messages that are delivered. */
  readonly passing?: (topology: Topology) => Topology;
}

const declarations: DirectoryDeclaration[] = [];
let isSealed = false;

/**
 * Adds what a noun brings to the directory; nouns do this when they are loaded.
 * @throws {Error} once the schema was used: what came later would be missing from it
 */
export function declareInDirectory(declaration: DirectoryDeclaration): void {
  if (isSealed) throw new Error(`The noun ${declaration.noun} is loaded too late: nouns.ts lists all nouns.`);
  declarations.push(declaration);
}

/** What all nouns have declared. */
export function directoryDeclarations(): readonly DirectoryDeclaration[] {
  isSealed = true;
  return declarations;
}

/** Where an object keeps its access list: how it differs from the one of its class; see permissions/directory. */
export const accessListAttributes = {
  added: "AccessEntriesAdded",
  removed: "AccessEntriesRemoved",
  owner: "SecurityOwner",
} as const;

const accessList: ClassDefinition["properties"] = {
  [accessListAttributes.added]: { holds: "record", many: true },
  [accessListAttributes.removed]: { holds: "record", many: true },
  [accessListAttributes.owner]: { holds: "string" },
};

/** What is kept beside the directory: queues, folders, the network. Active Directory has no such classes. */
const isOutside = ({ objectClass }: ClassDefinition): boolean =>
  objectClass.length === 1 || ["network", "certificate", "service"].includes(objectClass.at(-1) ?? "");

/** The classes of the directory with what Exchange's nouns add to them. */
export const schema: Schema = new Schema(() => {
  const all = directoryDeclarations();
  const base = coreSchema.with(
    ...all.flatMap(({ definition }) => (definition === undefined ? [] : [defineClass(definition)])),
  );
  return base.extend(
    ...availabilityExtensions,
    clientAccessServerExtension,
    adSiteExtension,
    exchangeServerExtension,
    ...all.flatMap(({ extension }) => (extension === undefined ? [] : [extension])),
    ...base.classes.flatMap((each) => (isOutside(each) ? [] : [{ name: each.name, properties: accessList }])),
  ).classes;
});
