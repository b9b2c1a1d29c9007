import type { Host } from "./machines.js";

/** What a connection is for: the port, and whether a server answers there. */
export interface Listener {
  readonly port: number;
  /** `RPC`, `HTTPS`: for the words of steps. */
  readonly label: string;
  /** Whether a server that is up answers. */
  answers(host: Host): boolean;
}

/** RPC to mailboxes: the endpoint mapper, and what is behind it in the version at hand. */
export const rpc: Listener = {
  port: 135,
  label: "RPC",
  answers: (host) => host.runs("RpcEptMapper") && answersRpc(host),
};

function answersRpc(host: Host): boolean {
  if (host.major === null) return false;
  if (host.major < 14) return host.runs("MSExchangeIS");
  // Exchange 2013 and later answer by HTTPS only.
  return host.major === 14 && host.runs("MSExchangeRPC");
}

/** HTTPS: the web server of a Client Access server. */
export const https: Listener = {
  port: 443,
  label: "HTTPS",
  answers: (host) => host.hasRole("ClientAccess") && host.runs("W3SVC"),
};

/** HTTP without encryption: remote PowerShell inside is reached by it. */
export const http: Listener = {
  port: 80,
  label: "HTTP",
  answers: https.answers,
};

/** A mail protocol of a Client Access server, whose service is not started by itself. */
const mailListener = (label: string, port: number, service: string): Listener => ({
  port,
  label,
  answers: (host) => host.hasRole("ClientAccess") && host.runs(service),
});

/** POP3 and IMAP4, plain and inside TLS. */
export const mailListeners = {
  POP3: mailListener("POP3", 110, "MSExchangePOP3"),
  POP3S: mailListener("POP3", 995, "MSExchangePOP3"),
  IMAP4: mailListener("IMAP4", 143, "MSExchangeIMAP4"),
  IMAP4S: mailListener("IMAP4", 993, "MSExchangeIMAP4"),
} as const;
