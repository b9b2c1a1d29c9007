import { type DirectoryObject, getProperty } from "../../topology/index.js";
import { Guid } from "../../values/simple-values.js";
import type { Value } from "../../values/value.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import type { Source } from "../noun/source.js";
import { computed, fixed } from "../properties/property.js";
import { schema } from "../schema.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { contentMailboxOf, folderPath, mailObjectOf } from "./hierarchy.js";
import { itemsOf } from "./statistics.js";

/** What public folders have since Exchange 2013, when they lie in mailboxes; names from memory, as is their place. */

const recent = { since: "2013", certainty: "memory" } as const;
const contentMailbox = ({ topology, object }: Source): DirectoryObject | null => contentMailboxOf(topology, object);

function contentGuid(source: Source): Guid | null {
  const mailbox = contentMailbox(source);
  const guid = mailbox === null ? null : getProperty(schema, mailbox, "ExchangeGuid");
  return typeof guid === "string" ? new Guid(guid) : null;
}

function mailGuid({ topology, object }: Source): Guid | null {
  const mail = mailObjectOf(topology, object);
  return mail === null ? null : new Guid(mail.guid);
}

/** `{Sales, East}` */
function pathParts({ topology, object }: Source): Value {
  return multiValuedProperty(
    folderPath(topology, object)
      .split("\\")
      .filter((name) => name !== ""),
  );
}

const folderSize = (folder: DirectoryObject): bigint => itemsOf(folder).reduce((sum, { size }) => sum + size, 0n);

export const contentRows = (): readonly ExchangeProperty[] => [
  computed("ContentMailboxGuid", "guid", (source) => contentGuid(source), recent),
  computed("ContentMailboxName", "string", (source) => contentMailbox(source)?.name ?? "", recent),
];

export const folderRows = (): readonly ExchangeProperty[] => [
  fixed("FolderClass", "string", () => "IPF.Note", recent),
  computed("FolderPath", "Microsoft.Exchange.Data.MultiValuedProperty[string]", pathParts, recent),
  computed("FolderSize", "int64", ({ object }) => folderSize(object), recent),
];

export const lostAndMailRows = (): readonly ExchangeProperty[] => [
  fixed("LostAndFoundFolderOriginalPath", "string", () => "", recent),
  computed("MailRecipientGuid", "System.Nullable[guid]", (source) => mailGuid(source), recent),
];
