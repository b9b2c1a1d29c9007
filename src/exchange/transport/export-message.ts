import type { DirectoryObject } from "../../topology/index.js";
import { utf8Bytes } from "../../values/bytes.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { type Noun, taskClassOf, type VerbBehaviour } from "../noun/noun.js";
import { stored } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { binaryFileData } from "../types/binary-file-data.js";
import { mailOf } from "./mail-flow/mail.js";
import { mimeText } from "./mail-flow/mime.js";
import { letTransportRun, noSuchIdentity } from "./queue-viewer.js";

const notSuspended = message({
  text: (identity: string) => `The message "${identity}" must be suspended before it can be exported.`,
  exception: "Microsoft.Exchange.Data.Common.LocalizedException",
  category: "InvalidOperation",
  certainty: "unknown",
  evidence: "the rule is documented (Export-Message), the text is not known",
});

const question = sentence({
  text: (identity: string) => `Exporting the message "${identity}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

/**
 * Export-Message: a message that was suspended, as the bytes of an .eml file. It stays in its queue. AssembleMessage
 * writes them to a file (documented).
 */
export const exportMessage = (noun: Noun, find: (task: Task) => readonly DirectoryObject[]): VerbBehaviour => ({
  taskClass: taskClassOf(noun, "Export"),
  emulated: ["Identity"],
  accepted: [],
  process: (task) => {
    letTransportRun(task);
    const [object] = find(task);
    if (object === undefined) throw task.failure(noSuchIdentity, []);
    const source = task.source(object);
    const identity = noun.displayIdentity(source);
    if (stored(source, "Suspended") !== true) throw task.failure(notSuspended, [identity]);
    if (task.shouldProcess(question.text(identity)))
      task.cmdlet.writeObject(binaryFileData(utf8Bytes(mimeText(mailOf(object)))));
  },
});
