import type { DirectoryObject } from "./state.js";

/** The web site that clients reach: virtual directories on it are called `owa (Default Web Site)`. */
export const defaultWebSite = "Default Web Site";

/** The web site of Mailbox servers since 2013, which the front end of a server asks and no client. */
export const backEndWebSite = "Exchange Back End";

/** `Default Web Site` of `owa (Default Web Site)`; nothing of a name without one. */
export function webSiteOf(name: string): string {
  return / \(([^()]*)\)$/.exec(name)?.[1] ?? "";
}

/** Whether a virtual directory is one of the back end. */
export function isBackEnd({ name }: DirectoryObject): boolean {
  return webSiteOf(name).toLowerCase() === backEndWebSite.toLowerCase();
}
