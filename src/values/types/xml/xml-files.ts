import type { DotNetMember } from "../../dotnet-type.js";
import { netError } from "../../net-errors.js";
import { method } from "../../signatures.js";
import type { Value } from "../../value.js";
import type { ValueContext } from "../../value-context.js";
import { loadDocument } from "./xml-loader.js";
import type { XmlDocument } from "./xml-node.js";
import { outerXml } from "./xml-writer.js";

const text = (value: Value | undefined): string => (typeof value === "string" ? value : "");

function filesOf(context: ValueContext) {
  const files = context.services?.files;
  if (files === undefined) {
    throw netError(
      "System.NotSupportedException",
      "NotEmulated: this session has no files; LoadXml and OuterXml work.",
    );
  }
  return files;
}

/** `.Load(path)` and `.Save(path)`: the session's files. */
export const fileMethods: readonly DotNetMember[] = [
  method<XmlDocument>([
    "void Load(string filename)",
    (context, document, [path]) => {
      loadDocument(document, filesOf(context).read(text(path)), "document");
      return null;
    },
  ]),
  method<XmlDocument>([
    "void Save(string filename)",
    (context, document, [path]) => {
      filesOf(context).write(text(path), savedText(document));
      return null;
    },
  ]),
];

/** As Save writes it: indented, unless the blanks of the document were kept. */
export function savedText(document: XmlDocument): string {
  return outerXml(document, { lineEnd: document.preserveWhitespace ? null : "\r\n" });
}
