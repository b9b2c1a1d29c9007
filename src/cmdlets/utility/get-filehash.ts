import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { notEmulated } from "../../runtime/errors.js";
import { type DigestAlgorithm, digest } from "../../values/digests/digest.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { PSCustomObject, typeNamed } from "../../values/index.js";
import { ByteStream, unpacked } from "../../values/types/streams/byte-stream.js";
import { cmdletError } from "../error-record.js";
import { fileBytes } from "../management/file-bytes.js";
import { expandPath, type FoundNode, fullPath, pathNotFound } from "../management/paths.js";
import { defineResultType, ResultObject } from "../result-type.js";
import { namesOf } from "../session/scopes.js";

const fullName = "Microsoft.PowerShell.Commands.FileHashInfo";
defineResultType(fullName, [
  { name: "Algorithm", typeName: "string", settable: true },
  { name: "Hash", typeName: "string", settable: true },
  { name: "Path", typeName: "string", settable: true },
]);

class FileHashInfo extends ResultObject {
  get type(): DotNetType {
    return typeNamed(fullName);
  }
}
heapClass("FileHashInfo", FileHashInfo);

const algorithms: readonly DigestAlgorithm[] = ["SHA1", "SHA256", "SHA384", "SHA512", "MD5"];
/** Windows PowerShell knows two more: one draws its key, the other is seldom asked for. */
const desktopAlgorithms = [...algorithms.slice(0, 4), "MACTripleDES", "MD5", "RIPEMD160"];

/** The digest of the bytes of a file, its byte order mark included. */
export const getFileHash = defineCmdlet({
  name: "Get-FileHash",
  since: 4,
  typeName: "Microsoft.PowerShell.Commands.GetFileHashCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Computes the digest of files.",
  defaultParameterSet: "Path",
  parameters: {
    Path: { type: "string[]", position: 0, mandatory: true, pipeline: "value,name", sets: ["Path"] },
    LiteralPath: {
      type: "string[]",
      mandatory: true,
      pipeline: "name",
      sets: ["LiteralPath"],
      aliases: ["PSPath", "LP"],
    },
    InputStream: { type: "System.IO.Stream", position: 0, mandatory: true, sets: ["StreamParameterSet"] },
    Algorithm: {
      type: "string",
      position: 1,
      validate: [{ kind: "ValidateSet", values: algorithms, ignoreCase: true, errorMessage: null }],
      before7: {
        validate: [{ kind: "ValidateSet", values: desktopAlgorithms, ignoreCase: true, errorMessage: null }],
      },
    },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const name = (parameters.Algorithm ?? "SHA256").toUpperCase();
      const algorithm = algorithms.find((each) => each === name);
      if (algorithm === undefined) throw notEmulated(`the algorithm ${name}`, `${algorithms.join(", ")} work.`);
      const { InputStream: stream } = parameters;
      if (stream instanceof ByteStream) {
        // From where the stream stands to its end. Windows PowerShell's objects have no path then, 7's an empty one.
        const bytes = unpacked(stream.read(cmdlet.context, Number.POSITIVE_INFINITY));
        writeDigest(cmdlet, algorithm, bytes, cmdlet.context.facts.languageVersion >= 6 ? "" : null);
        return;
      }
      const literal = parameters.LiteralPath !== undefined;
      for (const path of namesOf(cmdlet, parameters.LiteralPath ?? parameters.Path)) {
        const found = expandPath(cmdlet, path, literal);
        if (found.length === 0) cmdlet.writeError(pathNotFound(cmdlet, fullPath(cmdlet, path)));
        for (const node of found) writeHash(cmdlet, algorithm, node);
      }
    },
  }),
});

function writeHash(cmdlet: CmdletRuntime, algorithm: DigestAlgorithm, { path, node }: FoundNode): void {
  const isCore = cmdlet.context.facts.languageVersion >= 6;
  if (node.kind === "directory") {
    // Windows PowerShell passes over directories.
    if (isCore) cmdlet.writeError(notReadable(path));
    return;
  }
  writeDigest(cmdlet, algorithm, fileBytes(node), path);
}

function writeDigest(
  cmdlet: CmdletRuntime,
  algorithm: DigestAlgorithm,
  bytes: readonly number[],
  path: string | null,
): void {
  const isCore = cmdlet.context.facts.languageVersion >= 6;
  const hash = digest(algorithm, bytes)
    .map((byte) => byte.toString(16).toUpperCase().padStart(2, "0"))
    .join("");
  const facts = [
    ["Algorithm", algorithm],
    ["Hash", hash],
    ["Path", path],
  ] as const;
  if (!isCore) {
    // There it is a function: its objects have a type by name only.
    cmdlet.writeObject(new PSCustomObject(facts, ["Microsoft.Powershell.Utility.FileHash", ...customObjectNames]));
    return;
  }
  const info = new FileHashInfo();
  for (const [name, value] of facts) info.setField(name, value);
  cmdlet.writeObject(info);
}

const customObjectNames = ["System.Management.Automation.PSCustomObject", "System.Object"];

/** The text is from memory. */
function notReadable(path: string) {
  return cmdletError({
    id: "UnauthorizedAccessError",
    category: "InvalidData",
    exception: "UnauthorizedAccessException",
    message: `The file '${path}' cannot be read: Access to the path '${path}' is denied.`,
    target: path,
  });
}
