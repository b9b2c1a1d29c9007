import { ValueObject } from "../../../values/dictionary.js";
import type { DotNetType } from "../../../values/dotnet-type.js";
import { heapClass } from "../../../values/heap/heap-class.js";
import { method, property } from "../../../values/signatures.js";
import { parseIPAddress } from "../../../values/simple-value-parsing.js";
import type { IPAddress } from "../../../values/simple-values.js";
import { defineType, typeNamed } from "../../../values/types.js";
import { formatError, fromText } from "../../types/text-conversion.js";

export const ipBindingName = "Microsoft.Exchange.Data.IPBinding";

/** Where a connector listens: `0.0.0.0:25`; of IPv6, Exchange 2010 writes `:::25` and later ones `[::]:25` (facts). */
export class IPBinding extends ValueObject {
  constructor(
    readonly address: IPAddress,
    readonly port: number,
    /** Whether IPv6 addresses print in brackets. */
    private readonly brackets: boolean,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(ipBindingName);
  }
  equalityKey(): string {
    return `${this.address.text}|${this.port}`;
  }
  toNetText(): string {
    const { text, isIPv6 } = this.address;
    return isIPv6 && this.brackets ? `[${text}]:${this.port}` : `${text}:${this.port}`;
  }
}
heapClass("IPBinding", IPBinding);

const highestPort = 65535;

/** Reads `192.168.1.10:25`, `[::]:25` and `:::25`. */
export function parseIPBinding(text: string, brackets: boolean): IPBinding {
  const [, host = "", port = ""] = /^(.*):(\d{1,5})$/.exec(text.trim()) ?? [];
  const address = parseIPAddress(host.replace(/^\[(.*)\]$/, "$1"));
  if (address === null || Number(port) > highestPort)
    throw formatError(`"${text}" isn't a valid IP address and port. Write them like 192.168.1.10:25.`);
  return new IPBinding(address, Number(port), brackets);
}

const parsed = fromText(
  () => ipBindingName,
  (text) => parseIPBinding(text, true),
);

defineType({
  fullName: ipBindingName,
  takesText: true,
  convertFrom: (context, value) => (value instanceof IPBinding ? value : parsed(context, value)),
  members: () => [
    property<IPBinding>("int Port", (self) => self.port),
    property<IPBinding>("System.Net.Sockets.AddressFamily AddressFamily", (self) =>
      self.address.isIPv6 ? "InterNetworkV6" : "InterNetwork",
    ),
    property<IPBinding>("ipaddress Address", (self) => self.address),
    method<IPBinding>(["string ToString()", (_context, self) => self.toNetText()]),
  ],
});
