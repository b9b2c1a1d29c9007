import { ValueObject } from "../../../values/dictionary.js";
import type { DotNetType } from "../../../values/dotnet-type.js";
import { heapClass } from "../../../values/heap/heap-class.js";
import { method, property } from "../../../values/signatures.js";
import { parseIPAddress } from "../../../values/simple-value-parsing.js";
import type { IPAddress } from "../../../values/simple-values.js";
import { defineType, typeNamed } from "../../../values/types.js";
import { isSmtpDomain } from "../../types/smtp-domain.js";
import { formatError, fromText } from "../../types/text-conversion.js";

export const smartHostName = "Microsoft.Exchange.Data.SmartHost";

/** A host that takes mail on: a name, or an address, which prints as `[192.0.2.1]`. */
export class SmartHost extends ValueObject {
  constructor(
    readonly host: string,
    readonly address: IPAddress | null,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(smartHostName);
  }
  equalityKey(): string {
    return this.toNetText().toLowerCase();
  }
  toNetText(): string {
    return this.address === null ? this.host : `[${this.address.text}]`;
  }
}
heapClass("SmartHost", SmartHost);

/** Reads `mail.contoso.com`, `10.10.1.1` or `[10.10.1.1]`. */
export function parseSmartHost(text: string): SmartHost {
  const bare = text.trim().replace(/^\[(.*)\]$/, "$1");
  const address = /^[\d.]+$|:/.test(bare) ? parseIPAddress(bare) : null;
  if (address === null && !isSmtpDomain(bare))
    throw formatError(`"${text}" isn't a valid smart host. Write a host name, or an IP address such as 10.10.1.1.`);
  return new SmartHost(bare, address);
}

const parsed = fromText(() => smartHostName, parseSmartHost);

defineType({
  fullName: smartHostName,
  takesText: true,
  convertFrom: (context, value) => (value instanceof SmartHost ? value : parsed(context, value)),
  members: () => [
    property<SmartHost>("ipaddress Address", (self) => self.address),
    property<SmartHost>("bool IsIPAddress", (self) => self.address !== null),
    property<SmartHost>("string Domain", (self) => (self.address === null ? self.host : "")),
    method<SmartHost>(["string ToString()", (_context, self) => self.toNetText()]),
  ],
});
