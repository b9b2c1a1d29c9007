import {
  canonicalName,
  type DirectoryObject,
  distinguishedName,
  domainOf,
  getObject,
  type Topology,
} from "../../topology/index.js";
import { ValueObject } from "../../values/dictionary.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { method, property } from "../../values/signatures.js";
import { Guid } from "../../values/simple-values.js";
import { defineType, typeNamed } from "../../values/types.js";
import { schema } from "../schema.js";

const typeName = "Microsoft.Exchange.Data.Directory.ADObjectId";

/** How an ADObjectId prints: by its name (servers, databases), or by its place in the directory (sites, recipients). */
export type ADObjectIdText = "name" | "canonical";

/** What a property like Server, Database or Site holds: which object, as it stood when it was read. */
export class ADObjectId extends ValueObject {
  constructor(
    private readonly topology: Topology,
    readonly object: DirectoryObject,
    private readonly form: ADObjectIdText,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(typeName);
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
  equalityKey(): string {
    return this.object.guid;
  }
  toNetText(): string {
    return this.form === "name" ? this.object.name : canonicalName(this.topology, this.object);
  }
}

defineType({
  fullName: typeName,
  members: () => [
    property<ADObjectId>("string DistinguishedName", (self) => self.distinguishedName),
    property<ADObjectId>("string Name", (self) => self.object.name),
    property<ADObjectId>("guid ObjectGuid", (self) => new Guid(self.object.guid)),
    property<ADObjectId>("Microsoft.Exchange.Data.Directory.ADObjectId Parent", (self) => self.parent),
    property<ADObjectId>("string Rdn", (self) => self.distinguishedName.split(/(?<!\\),/, 1)[0] ?? ""),
    property<ADObjectId>("string DomainId", (self) => self.domain),
    method<ADObjectId>(["string ToString()", (_context, self) => self.toNetText()]),
    method<ADObjectId>(["string ToDNString()", (_context, self) => self.distinguishedName]),
  ],
});
