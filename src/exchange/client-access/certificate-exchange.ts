import { findNode, fullPath, writeFile } from "../../cmdlets/management/paths.js";
import { addObject, type DirectoryObject, getProperty } from "../../topology/index.js";
import { bytesOf, toBase64, utf8Bytes, utf8Text } from "../../values/bytes.js";
import { toItems } from "../../values/enumeration.js";
import { toText } from "../../values/text.js";
import { SecureString } from "../../values/types/security-types.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { taskClassOf, type VerbBehaviour } from "../noun/noun.js";
import type { Task } from "../noun/task.js";
import { writeFailure } from "../noun/write-failure.js";
import { schema } from "../schema.js";
import { serverAbove } from "../types/ad-object-id.js";
import { binaryFileData } from "../types/binary-file-data.js";
import { armored, fileBytes, fileOf, readFile, sealOf } from "./certificate-files.js";
import { certificateClass, exchangeCertificate } from "./exchange-certificate.js";
import { serverOrLocal } from "./virtual-directory.js";

/** Import- and Export-ExchangeCertificate, and requests for certificates. */

const remotely = (server: string, text: string): string => `A special Rpc error occurs on server ${server}: ${text}`;

const messages = {
  unreadable: message({
    text: (server: string) =>
      remotely(server, "The source data cannot be imported or the wrong password was specified."),
    exception: "System.InvalidOperationException",
    category: "ReadError",
    hashes: { "Microsoft.Exchange.Management.SystemConfigurationTasks.ImportExchangeCertificate": "A39CF339" },
    certainty: "captured",
    evidence: "facts/captures.jsonl, import-exchangecertificate.1",
  }),
  exists: message({
    text: (server: string, thumbprint: string) =>
      remotely(server, `Cannot import certificate. A certificate with the thumbprint ${thumbprint} already exists.`),
    exception: "System.InvalidOperationException",
    category: "WriteError",
    certainty: "documented",
    evidence: "facts/nouns.json, Import-ExchangeCertificate: the text of a question; the category from memory",
  }),
  noFile: message({
    text: (path: string) => `The file "${path}" couldn't be read.`,
    exception: "System.InvalidOperationException",
    category: "ReadError",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
  notExportable: message({
    text: (server: string) =>
      remotely(
        server,
        "The private key couldn't be exported as PKCS-12. It either couldn't be accessed or isn't exportable.",
      ),
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "documented",
    evidence: "facts/nouns.json, Export-ExchangeCertificate: the text of two questions; the category from memory",
  }),
} as const;

const importing = sentence({
  text: (server: string) => `Importing an Exchange certificate on server "${server}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});
const exporting = sentence({
  text: (thumbprint: string) => `Exporting the Exchange certificate with thumbprint ${thumbprint}.`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

/**
 * Bytes as an object with FileData, or as text; in 2013 into the file that a parameter names, and to nobody.
 * @param parameter -FileName, or -RequestFile of New
 */
function writeBytes(task: Task, parameter: string, bytes: readonly number[], asText: () => string): void {
  const path = task.text(parameter);
  if (path !== null) {
    writeFile(task.cmdlet, fullPath(task.cmdlet, path), task.isOn("BinaryEncoded") ? utf8Text(bytes) : asText());
    return;
  }
  if (!task.isOn("BinaryEncoded")) {
    task.cmdlet.writeObject(asText());
    return;
  }
  task.cmdlet.writeObject(binaryFileData(bytes));
}

const passwordOf = (task: Task): string => {
  const value = task.value("Password");
  return value instanceof SecureString ? value.text : "";
};

/** Export: a certificate whose key may leave the server. */
export const exportCertificate = (certificateMeant: (task: Task) => DirectoryObject): VerbBehaviour => ({
  taskClass: taskClassOf(exchangeCertificate, "Export"),
  emulated: ["Thumbprint", "Identity", "Server", "BinaryEncoded", "Password", "FileName"],
  accepted: [],
  defaultParameterSet: "Thumbprint",
  process: (task) => {
    const certificate = certificateMeant(task);
    const owner = serverAbove(task.topology, certificate)?.name ?? "";
    if (getProperty(schema, certificate, "PrivateKeyExportable") !== true)
      throw task.failure(messages.notExportable, [owner]);
    if (!task.shouldProcess(exporting.text(certificate.name))) return;
    const bytes = fileBytes(fileOf(certificate, sealOf(passwordOf(task))));
    writeBytes(task, "FileName", bytes, () => toBase64(bytes));
  },
});

/** -FileData, the file of -FileName, or the lines of a text in Base64 that were handed over. */
function bytesGiven(task: Task): readonly number[] {
  const path = task.text("FileName");
  if (path !== null) {
    const node = findNode(task.cmdlet, fullPath(task.cmdlet, path))?.node;
    if (node?.kind !== "file") throw task.failure(messages.noFile, [path]);
    return utf8Bytes(node.text);
  }
  const lines = task.value("Instance");
  if (lines === null) return bytesOf(task.value("FileData"));
  return utf8Bytes(
    toItems(lines)
      .map((line) => toText(task.cmdlet.context, line))
      .join("\n"),
  );
}

/** Import: what Export has written, on any server. */
export const importCertificate: VerbBehaviour = {
  taskClass: taskClassOf(exchangeCertificate, "Import"),
  emulated: ["FileData", "FileName", "FriendlyName", "Instance", "Password", "PrivateKeyExportable", "Server"],
  accepted: [],
  defaultParameterSet: "FileData",
  process: (task) => {
    const server = serverOrLocal(task);
    const file = readFile(bytesGiven(task));
    if (file === null || file.seal !== sealOf(passwordOf(task))) throw task.failure(messages.unreadable, [server.name]);
    const [existing] = task.find(`${server.name}\\${file.thumbprint}`, exchangeCertificate.identity);
    if (existing !== undefined) throw task.failure(messages.exists, [server.name, file.thumbprint]);
    task.requireWrite(server);
    if (!task.shouldProcess(importing.text(server.name))) return;
    const result = addObject(schema, task.topology, {
      class: certificateClass,
      name: file.thumbprint,
      parent: server.guid,
      properties: {
        Subject: file.subject,
        Issuer: file.issuer,
        SerialNumber: file.serialNumber,
        CertificateDomains: file.domains,
        NotBefore: BigInt(file.notBefore),
        NotAfter: BigInt(file.notAfter),
        PublicKeySize: file.keySize,
        FriendlyName: task.text("FriendlyName") ?? file.friendlyName,
        PrivateKeyExportable: task.isOn("PrivateKeyExportable"),
      },
    });
    if (!result.ok) throw writeFailure(task, result.failure);
    task.commit(result.topology);
    task.cmdlet.writeObject(exchangeCertificate.present(task.source(result.object)));
  },
};

/** The request for a certificate that waits: text, or its bytes. */
export function writeRequest(task: Task, pending: Pick<DirectoryObject, "name" | "properties">): void {
  const bytes = fileBytes(fileOf(pending, 0));
  writeBytes(task, "RequestFile", bytes, () => armored("NEW CERTIFICATE REQUEST", bytes));
}
