import type { ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { toItems } from "../../values/enumeration.js";
import { PowerShellError, type PSDictionary, toText } from "../../values/index.js";
import { loadDocument } from "../../values/types/xml/xml-loader.js";
import { XmlDocument, XmlNode } from "../../values/types/xml/xml-node.js";
import { type PrefixLookup, selectNodes } from "../../values/types/xml/xpath/evaluate.js";
import { rewrapped } from "../error-record.js";
import { readFileText } from "../management/content.js";
import { expandPath, fullPath, pathNotFound } from "../management/paths.js";
import { namesOf } from "../session/scopes.js";
import { inputStream, SelectXmlInfo } from "./select-xml-info.js";

const parameters = {
  XPath: { type: "string", position: 0, mandatory: true, validate: [{ kind: "ValidateNotNullOrEmpty" }] },
  Xml: {
    type: "System.Xml.XmlNode[]",
    position: 1,
    mandatory: true,
    pipeline: "value,name",
    sets: ["Xml"],
    aliases: ["Node"],
  },
  Path: { type: "string[]", position: 1, mandatory: true, pipeline: "name", sets: ["Path"] },
  LiteralPath: {
    type: "string[]",
    mandatory: true,
    pipeline: "name",
    sets: ["LiteralPath"],
    aliases: ["PSPath", "LP"],
  },
  Content: { type: "string[]", mandatory: true, pipeline: "value", sets: ["Content"] },
  Namespace: { type: "hashtable", validate: [{ kind: "ValidateNotNullOrEmpty" }] },
} as const satisfies ParameterDeclarations;

/** Finds nodes by XPath in documents, texts and files. */
export const selectXml = defineCmdlet({
  name: "Select-Xml",
  typeName: "Microsoft.PowerShell.Commands.SelectXmlCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Finds nodes in XML by an XPath expression.",
  defaultParameterSet: "Xml",
  parameters,
  create: (bound, cmdlet) => {
    const xpath = () => bound.XPath ?? "";
    const search = (node: XmlNode, path: string): void => {
      const found = guarded(cmdlet, "ProcessFile", xpath(), () =>
        selectNodes(node, xpath(), lookupOf(cmdlet, bound.Namespace)),
      );
      for (const one of found ?? []) cmdlet.writeObject(new SelectXmlInfo(one, path, xpath()));
    };
    const searchText = (text: string, path: string): void => {
      const document = guarded(cmdlet, "ProcessFile", path, () => documentOf(text));
      if (document !== undefined) search(document, path);
    };
    return {
      process(): void {
        for (const node of toItems(bound.Xml ?? null)) if (node instanceof XmlNode) search(node, inputStream);
        for (const text of namesOf(cmdlet, bound.Content)) searchText(text, inputStream);
        const literal = bound.LiteralPath !== undefined;
        for (const path of namesOf(cmdlet, bound.LiteralPath ?? bound.Path)) {
          const found = expandPath(cmdlet, path, literal);
          if (found.length === 0) cmdlet.writeError(pathNotFound(cmdlet, fullPath(cmdlet, path)));
          for (const file of found) {
            const text = readFileText(cmdlet, file.path);
            if (text !== undefined) searchText(text, file.path);
          }
        }
      },
    };
  },
});

function documentOf(text: string): XmlDocument {
  const document = new XmlDocument();
  loadDocument(document, text, "document");
  return document;
}

/** -Namespace: prefixes with their URIs; `null` without it, when prefixes are an error. */
function lookupOf(cmdlet: CmdletRuntime, table: PSDictionary | undefined): PrefixLookup | null {
  if (table === undefined) return null;
  const uris = new Map<string, string>();
  for (const { key, value } of table.entries()) {
    uris.set(toText(cmdlet.context, key), toText(cmdlet.context, value));
  }
  return (prefix) => uris.get(prefix);
}

/** What fails is written as this cmdlet's error, with .NET's words; the id is from memory. */
function guarded<T>(cmdlet: CmdletRuntime, id: string, target: string, run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof PowerShellError)) throw error;
    cmdlet.writeError(rewrapped(error.record, id, "InvalidData", target));
    return undefined;
  }
}
