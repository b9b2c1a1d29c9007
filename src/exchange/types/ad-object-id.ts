import {
  canonicalName,
  type DirectoryObject,
  distinguishedName,
  domainOf,
  getObject,
  pathOf,
  type Topology,
} from "../../topology/index.js";
import { ValueObject } from "../../values/dictionary.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { method, property } from "../../values/signatures.js";
import { Guid } from "../../values/simple-values.js";
import { defineType, typeNamed } from "../../values/types.js";
import { schema } from "../schema.js";

const typeName = "Microsoft.Exchange.Data.Directory.ADObjectId";

/**
 * How an ADObjectId prints: by its name (servers, databases), by its place in the directory (sites, recipients), or
 * behind the name of its server: `EX01\owa (Default Web Site)`; of a message, with its queue between: `EX01\3\17`; of
 * address lists, as a path from the root of their kind: `\Offices\Riga`; of roles, the same without the root:
 * `Mail Recipients\Tier 1`; of a server, with the service that is meant: `EX01\Frontend`.
 */
export type ADObjectIdText =
  | "name"
  | "canonical"
  | "server"
  | "queue"
  | "rooted"
  | "path"
  | "frontendService"
  | "mailboxService";

/** A value of the type: the id of an object that was read, or text that was cast to the type. */
export abstract class DirectoryId extends ValueObject {
  abstract readonly name: string;
  abstract readonly guid: string;
  abstract readonly distinguishedName: string;
  abstract readonly parent: DirectoryId | null;
  abstract readonly domain: string;
  abstract toNetText(): string;

  get type(): DotNetType {
    return typeNamed(typeName);
  }
  /** Ids compare by what they print, so that `$_.Server -eq "EX01"` holds (from memory). */
  equalityKey(): string {
    return this.toNetText().toLowerCase();
  }
}

/** What a property like Server, Database or Site holds: which object, as it stood when it was read. */
export class ADObjectId extends DirectoryId {
  constructor(
    private readonly topology: Topology,
    readonly object: DirectoryObject,
    private readonly form: ADObjectIdText,
  ) {
    super();
  }
  get name(): string {
    return this.object.name;
  }
  get guid(): string {
    return this.object.guid;
  }
  get distinguishedName(): string {
    return distinguishedName(schema, this.topology, this.object);
  }
  get parent(): ADObjectId | null {
    const parent = this.object.parent === null ? null : getObject(this.topology, this.object.parent);
    return parent === null ? null : new ADObjectId(this.topology, parent, this.form);
  }
  get domain(): string {
    return domainOf(this.topology, this.object);
  }
  toNetText(): string {
    switch (this.form) {
      case "name":
        return this.object.name;
      case "canonical":
        return canonicalName(this.topology, this.object);
      case "server":
        return nameWithServer(this.topology, this.object);
      case "queue":
        return nameWithQueue(this.topology, this.object);
      case "rooted":
        return rootedName(this.topology, this.object);
      case "path":
        return rootedName(this.topology, this.object).slice(1);
      case "frontendService":
        return `${this.object.name}\\Frontend`;
      case "mailboxService":
        return `${this.object.name}\\Mailbox`;
    }
  }
}
heapClass("ADObjectId", ADObjectId);

/** `SERVER\name`, as objects below a server are called. */
export function nameWithServer(topology: Topology, object: DirectoryObject): string {
  const server = serverAbove(topology, object);
  return server === null ? object.name : `${server.name}\\${object.name}`;
}

/** `SERVER\queue\number`, as messages are called. */
export function nameWithQueue(topology: Topology, message: DirectoryObject): string {
  const queue = message.parent === null ? null : getObject(topology, message.parent);
  return queue === null ? message.name : `${nameWithServer(topology, queue)}\\${message.name}`;
}

/** `\Offices\Riga`: an object behind those of its class that it lies below. */
export function rootedName(topology: Topology, object: DirectoryObject): string {
  const steps = pathOf(topology, object).filter(({ class: name }) => name === object.class);
  return steps.map(({ name }) => `\\${name}`).join("");
}

/** The server that an object lies below, or `null`. */
export function serverAbove(topology: Topology, object: DirectoryObject): DirectoryObject | null {
  return pathOf(topology, object).findLast(({ class: name }) => name === "ExchangeServer") ?? null;
}

const noGuid = "00000000-0000-0000-0000-000000000000";

/** Text as an id: it names no object that anyone looked up. */
class WrittenId extends DirectoryId {
  readonly guid: string = noGuid;
  readonly parent = null;
  readonly domain: string = "";
  constructor(readonly name: string) {
    super();
  }
  get distinguishedName(): string {
    return this.name;
  }
  toNetText(): string {
    return this.name;
  }
}
heapClass("WrittenId", WrittenId);

/** The id of an object that the emulated directory does not keep, such as a class of the schema. */
class PlacedId extends WrittenId {
  constructor(
    name: string,
    private readonly place: string,
    private readonly dn: string,
  ) {
    super(name);
  }
  override get distinguishedName(): string {
    return this.dn;
  }
  override toNetText(): string {
    return this.place;
  }
}
heapClass("PlacedId", PlacedId);

/** The id of a class of the schema: `contoso.com/Configuration/Schema/ms-Exch-Private-MDB`. */
export function schemaClassId(domain: string, name: string): DirectoryId {
  const root = domain
    .split(".")
    .map((label) => `DC=${label}`)
    .join(",");
  return new PlacedId(name, `${domain}/Configuration/Schema/${name}`, `CN=${name},CN=Schema,CN=Configuration,${root}`);
}

/** An id of this text, for what is no object of the directory by itself: an entry of a role, a folder of a mailbox. */
export function writtenId(text: string): DirectoryId {
  return new WrittenId(text);
}

/** The partition of a forest's own objects: the same in every organization (exported objects of 2016 and 2019). */
const forestPartition = "59ce2f71-eaa2-4ddf-a4fa-f25069d0b324";

const rdnsOf = (id: DirectoryId): readonly string[] => id.distinguishedName.split(/(?<!\\),/);

/** How many names lie between the object and the domain's root. */
const depthOf = (id: DirectoryId): number => rdnsOf(id).filter((rdn) => !/^DC=/i.test(rdn)).length;

defineType({
  fullName: typeName,
  convertFrom: (_context, value) => (typeof value === "string" ? new WrittenId(value) : undefined),
  members: () => [
    // In the order of exported objects; a link to the hierarchy of tenants, which later versions put first, is left out.
    property<DirectoryId>("bool IsDeleted", () => false),
    property<DirectoryId>("string Rdn", (self) => rdnsOf(self)[0] ?? ""),
    property<DirectoryId>("Microsoft.Exchange.Data.Directory.ADObjectId Parent", (self) => self.parent),
    property<DirectoryId>("int Depth", (self) => depthOf(self)),
    property<DirectoryId>("string DistinguishedName", (self) => self.distinguishedName),
    property<DirectoryId>("bool IsRelativeDn", () => false),
    property<DirectoryId>("string DomainId", (self) => self.domain),
    property<DirectoryId>("guid PartitionGuid", () => new Guid(forestPartition)),
    property<DirectoryId>("string PartitionFQDN", (self) => self.domain),
    property<DirectoryId>("guid ObjectGuid", (self) => new Guid(self.guid)),
    property<DirectoryId>("string Name", (self) => self.name),
    method<DirectoryId>(["string ToString()", (_context, self) => self.toNetText()]),
    method<DirectoryId>(["string ToDNString()", (_context, self) => self.distinguishedName]),
  ],
});
