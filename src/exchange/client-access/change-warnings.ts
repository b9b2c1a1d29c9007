import { type ExchangeSentence, sentence } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";

/** What is said of changes that need another one: of the URL of Outlook Web App or of the control panel, which are
 * reached under one host; of authentication, which the web server reads when it starts; of compression. */

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

const authentication = sentence({
  text: () =>
    'Changes of authentication take effect after Internet Information Services restarts: run "iisreset /noforce". Make the same change for the ECP virtual directory in the same website.',
  certainty: "unknown",
  evidence: "documented (facts/nouns.json, Set-OwaVirtualDirectory), the text is not known",
});

const lowCompression = sentence({
  text: () =>
    "With GzipLevel Low static content is compressed and dynamic content is not. Clients that understand compression get more data than with High.",
  certainty: "unknown",
  evidence: "documented (facts/nouns.json, Set-WebServicesVirtualDirectory), the text is not known",
});

const methods = ["BasicAuthentication", "DigestAuthentication", "FormsAuthentication", "WindowsAuthentication"];

/** Warns of a restart when the ways to log on were given. */
export function warnOfAuthentication(task: Task): void {
  if (methods.some((method) => task.has(method))) task.cmdlet.writeWarning(authentication.text());
}

/** Warns of little compression. */
export function warnOfLowCompression(task: Task): void {
  if (task.text("GzipLevel") === "Low") task.cmdlet.writeWarning(lowCompression.text());
}

/** Warns when one of the two URLs was given. */
export function warnOfUrl(warning: ExchangeSentence<[]>): (task: Task) => void {
  return (task) => {
    if (task.has("InternalUrl") || task.has("ExternalUrl")) task.cmdlet.writeWarning(warning.text());
  };
}
