import type { Listener } from "./listeners.js";
import type { Host } from "./machines.js";

/**
 * Which service of a server answers at a TCP port: those of Windows and domain controllers as Microsoft documents them,
 * those of Exchange by its documentation of ports. A port that is not here is closed.
 */
const services: Readonly<Record<number, readonly string[]>> = {
  25: ["MSExchangeTransport", "MSExchangeFrontEndTransport"],
  53: ["DNS"],
  80: ["W3SVC"],
  88: ["Kdc"],
  110: ["MSExchangePOP3"],
  135: ["RpcEptMapper"],
  139: ["LanmanServer"],
  143: ["MSExchangeIMAP4"],
  389: ["NTDS"],
  443: ["W3SVC"],
  445: ["LanmanServer"],
  587: ["MSExchangeTransport", "MSExchangeFrontEndTransport"],
  636: ["NTDS"],
  993: ["MSExchangeIMAP4"],
  995: ["MSExchangePOP3"],
  3268: ["NTDS"],
  3269: ["NTDS"],
  3389: ["TermService"],
  5985: ["WinRM"],
  64327: ["MSExchangeRepl"],
};

/** What listens at a TCP port: any service that does, whatever it says then. */
export function listenerAt(port: number): Listener {
  const isOpen = (host: Host): boolean => (services[port] ?? []).some((service) => host.runs(service));
  return { port, label: `TCP ${port}`, answers: isOpen };
}
