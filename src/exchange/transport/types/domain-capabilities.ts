import { ValueObject } from "../../../values/dictionary.js";
import type { DotNetType } from "../../../values/dotnet-type.js";
import { heapClass } from "../../../values/heap/heap-class.js";
import { method, property } from "../../../values/signatures.js";
import { defineType, typeNamed } from "../../../values/types.js";
import { isSmtpDomain } from "../../types/smtp-domain.js";
import { formatError, fromText } from "../../types/text-conversion.js";

export const domainCapabilitiesName = "Microsoft.Exchange.Data.SmtpReceiveDomainCapabilities";

/** What senders may do who prove their domain by TLS: `mail.protection.outlook.com:AcceptOorgProtocol`. */
export class DomainCapabilities extends ValueObject {
  constructor(
    readonly domain: string,
    readonly capabilities: readonly string[],
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(domainCapabilitiesName);
  }
  equalityKey(): string {
    return this.toNetText().toLowerCase();
  }
  toNetText(): string {
    return `${this.domain}:${this.capabilities.join(",")}`;
  }
}
heapClass("DomainCapabilities", DomainCapabilities);

/** The names of capabilities are not all known: whatever looks like one is taken. @throws {PowerShellError} */
export function parseDomainCapabilities(text: string): DomainCapabilities {
  const colon = text.indexOf(":");
  const domain = text.slice(0, colon).trim();
  const names = text.slice(colon + 1).split(",");
  const fits = isSmtpDomain(domain.replace(/^\*\./, "")) && names.every((name) => /^[A-Za-z]+$/.test(name.trim()));
  // The real words are not known.
  if (colon < 1 || !fits)
    throw formatError(`"${text}" isn't a domain with capabilities. Write it like contoso.com:AcceptOorgProtocol.`);
  return new DomainCapabilities(
    domain,
    names.map((name) => name.trim()),
  );
}

defineType({
  fullName: domainCapabilitiesName,
  takesText: true,
  convertFrom: (context, value) =>
    value instanceof DomainCapabilities
      ? value
      : fromText(() => domainCapabilitiesName, parseDomainCapabilities)(context, value),
  members: () => [
    property<DomainCapabilities>("string Domain", (self) => self.domain),
    property<DomainCapabilities>("string Capabilities", (self) => self.capabilities.join(", ")),
    property<DomainCapabilities>("string SmtpX509Identifier", () => null),
    method<DomainCapabilities>(["string ToString()", (_context, self) => self.toNetText()]),
  ],
});
