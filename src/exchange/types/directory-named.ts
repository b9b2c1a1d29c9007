import { DotNetObject, type Value } from "../../values/value.js";

/** An object of another module that stands for one of the directory: Exchange's identities take it. */
export abstract class DirectoryNamed extends DotNetObject {
  /** A distinguished name, or what was typed. */
  abstract readonly identity: string;
  /** `null` of what was only typed. */
  abstract readonly guid: string | null;
}

export const isDirectoryNamed = (value: Value): value is DirectoryNamed => value instanceof DirectoryNamed;
