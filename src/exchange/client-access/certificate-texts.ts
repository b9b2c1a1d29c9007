import { message, sentence } from "../noun/exchange-errors.js";

/** The cmdlets run on the server whose certificates they are for, and say so (facts/nouns.json). */
const remotely = (server: string, text: string): string => `A special Rpc error occurs on server ${server}: ${text}`;

export const messages = {
  notFound: message({
    text: (server: string, thumbprint: string) =>
      remotely(server, `The certificate with thumbprint ${thumbprint} was not found.`),
    exception: "System.InvalidOperationException",
    category: "NotSpecified",
    hashes: { "Microsoft.Exchange.Management.SystemConfigurationTasks.GetExchangeCertificate": "71D7F7B0" },
    certainty: "captured",
    evidence: "facts/captures.jsonl, get-exchangecertificate.3",
  }),
  inUse: message({
    text: (server: string) =>
      remotely(
        server,
        "The internal transport certificate cannot be removed because that would cause the Microsoft Exchange Transport service to stop. To replace the internal transport certificate, create a new certificate. The new certificate will automatically become the internal transport certificate. You can then remove the existing certificate.",
      ),
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "memory",
    evidence: "remembered; the category is not known",
  }),
  onConnectors: message({
    text: (server: string, connectors: string) =>
      remotely(
        server,
        `These certificates are tagged with following Send Connectors : ${connectors}. Removing and replacing certificates from Send Connector would break the mail flow. If you still want to proceed then replace or remove these certificates from Send Connector and then try this command.`,
      ),
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "documented",
    evidence: "facts/nouns.json, Remove-ExchangeCertificate; the category from memory",
  }),
  notValid: message({
    text: (server: string, thumbprint: string) =>
      remotely(
        server,
        `The certificate with thumbprint ${thumbprint} was found but is not valid for use with Exchange Server (reason: PrivateKeyMissing).`,
      ),
    exception: "System.InvalidOperationException",
    category: "NotSpecified",
    hashes: { "Microsoft.Exchange.Management.SystemConfigurationTasks.EnableExchangeCertificate": "DA6D9EA1" },
    certainty: "captured",
    evidence: "facts/captures.jsonl, enable-exchangecertificate.2",
  }),
} as const;

export const removing = sentence({
  text: (thumbprint: string) => `Remove certificate with thumbprint ${thumbprint}?`,
  certainty: "memory",
  evidence: "facts/nouns.json",
});
export const enabling = sentence({
  text: (thumbprint: string, services: string) => `Enable certificate with thumbprint ${thumbprint} for: ${services}.`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});
export const creating = sentence({
  text: (subject: string) => `Create a self-signed certificate with subject "${subject}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});
export const overwriting = sentence({
  text: (current: string, replacement: string) =>
    `Overwrite the existing default SMTP certificate?\n\nCurrent certificate: ${current}\nReplace it with certificate: ${replacement}`,
  certainty: "captured",
  evidence: "facts/captures.jsonl, enable-exchangecertificate.1",
});
