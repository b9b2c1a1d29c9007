import { ValueObject } from "../../values/dictionary.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { method, property } from "../../values/signatures.js";
import { defineType, typeNamed } from "../../values/types.js";
import { formatError, fromText } from "../types/text-conversion.js";

const drivePath = /^[A-Za-z]:\\(?:[^\\/:*?"<>|]+\\?)*$/;
const longestPath = 259;

/** A path on a server's own disk. */
export class LocalPath extends ValueObject {
  constructor(
    readonly type: DotNetType,
    readonly text: string,
  ) {
    super();
  }
  equalityKey(): string {
    return this.text.toLowerCase();
  }
  toNetText(): string {
    return this.text;
  }
}
heapClass("LocalPath", LocalPath);

function isLocalPath(text: string): boolean {
  return text.length <= longestPath && drivePath.test(text);
}

/** Full names of the path types, the most general first; the later ones say what more they ask for. */
export const localPathTypes = {
  any: "Microsoft.Exchange.Data.LocalLongFullPath",
  notRoot: "Microsoft.Exchange.Data.NonRootLocalLongFullPath",
  edbFile: "Microsoft.Exchange.Data.EdbFilePath",
} as const;

/** A path as a server keeps it. */
export function localPathOf(fullName: string, text: string): LocalPath {
  return new LocalPath(typeNamed(fullName), text);
}

function definePath(fullName: string, base: string, refusal: (text: string) => string | null): void {
  defineType({
    fullName,
    base,
    takesText: true,
    convertFrom: fromText(
      () => fullName,
      (text) => {
        if (!isLocalPath(text))
          throw formatError(`"${text}" isn't a full path on a local disk, such as D:\\Databases.`);
        const refused = refusal(text);
        if (refused !== null) throw formatError(refused);
        return new LocalPath(typeNamed(fullName), text.length > 3 && text.endsWith("\\") ? text.slice(0, -1) : text);
      },
    ),
    members: () => [
      property<LocalPath>("string PathName", ({ text }) => text),
      property<LocalPath>("bool IsLocalFull", () => true),
      property<LocalPath>("bool IsUnc", () => false),
      property<LocalPath>("string DriveName", ({ text }) => text.slice(0, 2)),
      method<LocalPath>(["string ToString()", (_context, { text }) => text]),
    ],
  });
}

definePath(localPathTypes.any, "System.Object", () => null);
definePath(localPathTypes.notRoot, localPathTypes.any, (text) =>
  text.length <= 3 ? `"${text}" is the root of a disk. Give a folder on it.` : null,
);
definePath(localPathTypes.edbFile, localPathTypes.any, (text) =>
  text.toLowerCase().endsWith(".edb") ? null : `"${text}" isn't the path of a database file: its name ends with .edb.`,
);
