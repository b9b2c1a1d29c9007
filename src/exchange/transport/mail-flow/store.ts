import { type DirectoryObject, getObject, type Topology, updateObject } from "../../../topology/index.js";
import { folderGuidOf, mailFolderClass } from "../../public-folders/hierarchy.js";
import { itemsAsProperty, itemsOf } from "../../public-folders/statistics.js";
import { schema } from "../../schema.js";
import { deliverToMailbox } from "../delivery.js";
import type { Mail } from "./mail.js";

/** Puts a message where its recipient's mail lies: into a mailbox or a public folder. */
export function putInto(topology: Topology, recipient: DirectoryObject, mail: Mail): Topology {
  return recipient.class === mailFolderClass
    ? putIntoFolder(topology, recipient, mail)
    : deliverToMailbox(topology, recipient, mail.size);
}

function putIntoFolder(topology: Topology, recipient: DirectoryObject, { subject, size, from }: Mail): Topology {
  const guid = folderGuidOf(recipient);
  const folder = guid === null ? null : getObject(topology, guid);
  if (folder === null) return topology;
  const items = [...itemsOf(folder), { subject, size, from, received: topology.clock }];
  const result = updateObject(schema, topology, folder.guid, { properties: { Items: itemsAsProperty(items) } });
  return result.ok ? result.topology : topology;
}
