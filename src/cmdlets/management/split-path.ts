import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import type { ErrorRecord } from "../../values/index.js";
import { cmdletError } from "../error-record.js";
import { namesOf } from "../session/scopes.js";
import { expandPath, fullPath, pathNotFound } from "./paths.js";
import { credential, withoutCredentials } from "./provider-credentials.js";

const kinds = ["Leaf", "LeafBase", "Extension", "Parent", "Qualifier", "NoQualifier", "IsAbsolute"] as const;
const setOf = (kind: (typeof kinds)[number]): string => `${kind}Set`;
const byPath = kinds.map(setOf);

export const splitPathCmdlet = defineCmdlet({
  name: "Split-Path",
  typeName: "Microsoft.PowerShell.Commands.SplitPathCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Gives a part of a path.",
  defaultParameterSet: "ParentSet",
  parameters: {
    Path: { type: "string[]", position: 0, mandatory: true, pipeline: "value,name", sets: byPath },
    LiteralPath: {
      since: 3,
      type: "string[]",
      mandatory: true,
      pipeline: "name",
      sets: ["LiteralPathSet"],
      aliases: ["PSPath", "LP"],
    },
    Qualifier: { type: "switch", position: 1, mandatory: true, sets: ["QualifierSet"] },
    NoQualifier: { type: "switch", mandatory: true, sets: ["NoQualifierSet"] },
    Parent: { type: "switch", sets: ["ParentSet"] },
    Leaf: { type: "switch", mandatory: true, sets: ["LeafSet"] },
    LeafBase: { since: 7, type: "switch", mandatory: true, sets: ["LeafBaseSet"] },
    Extension: { since: 7, type: "switch", mandatory: true, sets: ["ExtensionSet"] },
    Resolve: { type: "switch" },
    IsAbsolute: { type: "switch", mandatory: true, sets: ["IsAbsoluteSet"] },
    Credential: credential,
  },
  create: withoutCredentials((parameters, cmdlet) => ({
    process(): void {
      for (const path of namesOf(cmdlet, parameters.LiteralPath ?? parameters.Path)) {
        for (const one of parameters.Resolve ? resolved(cmdlet, path) : [path]) {
          const part = partOf(one);
          if (part !== null) cmdlet.writeObject(part);
          else cmdlet.writeError(noQualifier(one));
        }
      }

      function partOf(path: string): string | boolean | null {
        if (parameters.IsAbsolute) return /^(?:[A-Za-z]\w*:|\\\\)/.test(path);
        if (parameters.Qualifier) return /^[A-Za-z]\w*:/.exec(path)?.[0] ?? null;
        if (parameters.NoQualifier) return path.replace(/^[A-Za-z]\w*:/, "");
        const leaf = leafOf(path);
        const dot = leaf.lastIndexOf(".");
        if (parameters.Leaf) return leaf;
        if (parameters.LeafBase) return dot < 0 ? leaf : leaf.slice(0, dot);
        return parameters.Extension ? (dot < 0 ? "" : leaf.slice(dot)) : parentOf(path);
      }
    },
  })),
});

function noQualifier(path: string): ErrorRecord {
  return cmdletError({
    id: "ParsePathFormatError",
    category: "InvalidArgument",
    exception: "FormatException",
    message: `Cannot parse path because path '${path}' does not have a qualifier specified.`,
    target: path,
  });
}

function resolved(cmdlet: CmdletRuntime, path: string): readonly string[] {
  const found = expandPath(cmdlet, path, false);
  if (found.length === 0) cmdlet.writeError(pathNotFound(cmdlet, fullPath(cmdlet, path)));
  return found.map((item) => item.path);
}

function trimmed(path: string): string {
  const text = path.replaceAll("/", "\\");
  return text.length > 1 && text.endsWith("\\") && !/^[A-Za-z]:\\$/.test(text) ? text.replace(/\\+$/, "") : text;
}

function leafOf(path: string): string {
  const text = trimmed(path);
  const at = text.lastIndexOf("\\");
  return at < 0 || at === text.length - 1 ? text : text.slice(at + 1);
}

function parentOf(path: string): string {
  const text = trimmed(path);
  const at = text.lastIndexOf("\\");
  if (at < 0 || /^[A-Za-z]:\\$/.test(text)) return "";
  const parent = text.slice(0, at);
  return /^[A-Za-z]:$/.test(parent) ? `${parent}\\` : parent;
}
