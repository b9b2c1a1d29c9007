import { type DirectoryObject, getObject, getProperty, isBackEnd, listObjects } from "../../topology/index.js";
import type { Task } from "../noun/task.js";
import { schema } from "../schema.js";

/** The virtual directories of a class that clients reach on a server. */
export function directoriesOn(task: Task, server: DirectoryObject, className: string): readonly DirectoryObject[] {
  return listObjects(task.topology, className).filter((directory) => {
    if (isBackEnd(directory)) return false;
    for (let above = directory.parent; above !== null; above = getObject(task.topology, above)?.parent ?? null) {
      if (above === server.guid) return true;
    }
    return false;
  });
}

/** A URL of a virtual directory; `null` for none. */
export function urlOf(directory: DirectoryObject, property: "InternalUrl" | "ExternalUrl"): string | null {
  const url = getProperty(schema, directory, property);
  return typeof url === "string" && url !== "" ? url : null;
}

/** The host of a URL in small letters, and whether it is encrypted; `null` for what is no URL. */
export function partsOfUrl(url: string): { readonly host: string; readonly isSecure: boolean } | null {
  const [, scheme = "", host = ""] = /^(https?):\/\/([^/:]+)/i.exec(url) ?? [];
  return host === "" ? null : { host: host.toLowerCase(), isSecure: scheme.toLowerCase() === "https" };
}
