import { ValueObject } from "../../../values/dictionary.js";
import type { DotNetType } from "../../../values/dotnet-type.js";
import { heapClass } from "../../../values/heap/heap-class.js";
import { method, property } from "../../../values/signatures.js";
import { defineType, typeNamed } from "../../../values/types.js";
import { isSmtpDomain } from "../../types/smtp-domain.js";
import { formatError, fromText } from "../../types/text-conversion.js";

export const addressSpaceName = "Microsoft.Exchange.Data.AddressSpace";

/** What a connector routes: `SMTP:*.contoso.com;1`. A lower cost is preferred (facts: types.json, and the reference). */
export class AddressSpace extends ValueObject {
  constructor(
    /** `SMTP`, or the type of another system's addresses. */
    readonly kind: string,
    readonly address: string,
    readonly cost: number,
    /** Whether only servers of the connector's own site may use it. */
    readonly isLocal: boolean,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(addressSpaceName);
  }
  get isSmtp(): boolean {
    return this.kind.toUpperCase() === "SMTP";
  }
  get includesSubdomains(): boolean {
    return this.address === "*" || this.address.startsWith("*.");
  }
  /** The domain without the star before it. */
  get domain(): string {
    return this.address.replace(/^\*\.?/, "");
  }
  equalityKey(): string {
    return this.toNetText().toLowerCase();
  }
  toNetText(): string {
    return `${this.isLocal ? "Local:" : ""}${this.kind}:${this.address};${this.cost}`;
  }

  /** How well a domain fits: the length of what it has in common; `null` when it does not. */
  fits(domain: string): number | null {
    if (!this.isSmtp) return null;
    const wanted = domain.toLowerCase();
    const own = this.domain.toLowerCase();
    if (this.address === "*") return 0;
    if (wanted === own) return own.length + 1;
    return this.includesSubdomains && wanted.endsWith(`.${own}`) ? own.length : null;
  }
}
heapClass("AddressSpace", AddressSpace);

const highestCost = 100;

/** Reads `[Local:][type:]address[;cost]`; type SMTP and cost 1 where they are not said (documented). */
export function parseAddressSpace(text: string): AddressSpace {
  const [, local = "", type = "SMTP", address = "", cost = "1"] =
    /^(local:)?(?:([A-Za-z0-9]+):)?(.*?)(?:;(\d+))?$/i.exec(text.trim()) ?? [];
  const isSmtp = type.toUpperCase() === "SMTP";
  const number = Number(cost);
  if (address === "" || (isSmtp && !isDomain(address)))
    throw formatError(`"${text}" isn't an address space. Write it like "SMTP:*.contoso.com;1" or "contoso.com".`);
  if (number < 1 || number > highestCost)
    throw formatError(`The cost of an address space is a number from 1 to 100, not ${cost}.`);
  return new AddressSpace(isSmtp ? "SMTP" : type, address, number, local !== "");
}

function isDomain(address: string): boolean {
  return address === "*" || address === "--" || isSmtpDomain(address.replace(/^\*\./, ""));
}

const parsed = fromText(() => addressSpaceName, parseAddressSpace);

defineType({
  fullName: addressSpaceName,
  takesText: true,
  convertFrom: (context, value) => (value instanceof AddressSpace ? value : parsed(context, value)),
  members: () => [
    property<AddressSpace>("string Address", (self) => self.address),
    property<AddressSpace>("string Type", (self) => self.kind),
    property<AddressSpace>("int Cost", (self) => self.cost),
    property<AddressSpace>("bool IncludeSubDomains", (self) => self.includesSubdomains),
    property<AddressSpace>("string Domain", (self) => self.domain),
    property<AddressSpace>("bool IsSmtpType", (self) => self.isSmtp),
    property<AddressSpace>("bool IsX400Type", (self) => self.kind.toUpperCase() === "X400"),
    property<AddressSpace>("string X400Address", (self) => (self.kind.toUpperCase() === "X400" ? self.address : null)),
    property<AddressSpace>("bool IsLocal", (self) => self.isLocal),
    method<AddressSpace>(["string ToString()", (_context, self) => self.toNetText()]),
  ],
});
