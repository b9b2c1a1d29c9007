import type { ConnectionFailure, Contact } from "./connections.js";

/**
 * What the tests say of a connection that did not come about: .NET's own sentences, with the type of the exception before
 * them as the tests of Exchange 2010 print it (from memory).
 */

const webException = "[System.Net.WebException]: ";
const socketException = "[System.Net.Sockets.SocketException]: ";

export function connectionFailure(
  { failure, address }: Extract<Contact, { readonly ok: false }>,
  host: string,
  port: number,
): string {
  if (failure === "NameNotResolved") return `${webException}The remote name could not be resolved: '${host}'`;
  return `${webException}Unable to connect to the remote server. Inner error ${socketFailure(failure, address, port)}`;
}

/** The same of a connection that is not one of the web. */
export function socketFailure(failure: ConnectionFailure, address: string, port: number): string {
  switch (failure) {
    case "NameNotResolved":
      return `${socketException}No such host is known`;
    case "TimedOut":
      return `${socketException}A connection attempt failed because the connected party did not properly respond after a period of time, or established connection failed because connected host has failed to respond ${address}:${port}`;
    case "Refused":
      return `${socketException}No connection could be made because the target machine actively refused it ${address}:${port}`;
  }
}

/** A certificate that is not trusted, has expired, or does not hold the name. */
export const certificateFailure = `${webException}The underlying connection was closed: Could not establish trust relationship for the SSL/TLS secure channel. Inner error [System.Security.Authentication.AuthenticationException]: The remote certificate is invalid according to the validation procedure.`;

/** The server answers and cannot get at the mailbox. */
export const unavailable = `${webException}The remote server returned an error: (503) Server Unavailable.`;
