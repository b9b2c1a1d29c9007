import { type ExchangeSentence, sentence } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";

/** Outlook Web App and the control panel are reached under one host: what is said when the URL of one was changed. */

export const changeEcpToo = sentence({
  text: () =>
    "You've changed the InternalURL or ExternalURL for the OWA virtual directory. Please make the same change for the ECP virtual directory in the same website.",
  certainty: "memory",
  evidence: "facts/nouns.json",
});

export const changeOwaToo = sentence({
  text: () =>
    "You've changed the InternalURL or ExternalURL for the ECP virtual directory. Please make the same change for the OWA virtual directory in the same website.",
  certainty: "memory",
  evidence: "the counterpart of what Set-OwaVirtualDirectory says",
});

/** Warns when one of the two URLs was given. */
export function warnOfUrl(warning: ExchangeSentence<[]>): (task: Task) => void {
  return (task) => {
    if (task.has("InternalUrl") || task.has("ExternalUrl")) task.cmdlet.writeWarning(warning.text());
  };
}
