import { ValueObject } from "../../values/dictionary.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { netError } from "../../values/net-errors.js";
import { method, property } from "../../values/signatures.js";
import { toText } from "../../values/text.js";
import { defineType, typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import { fromText } from "./text-conversion.js";

export const smtpAddressName = "Microsoft.Exchange.Data.SmtpAddress";
export const proxyAddressName = "Microsoft.Exchange.Data.ProxyAddress";
const smtpProxyAddressName = "Microsoft.Exchange.Data.SmtpProxyAddress";
const customProxyAddressName = "Microsoft.Exchange.Data.CustomProxyAddress";

/** An e-mail address without prefix: `anna@contoso.com`. */
export class SmtpAddress extends ValueObject {
  constructor(readonly text: string) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(smtpAddressName);
  }
  get local(): string {
    return this.text.slice(0, Math.max(0, this.text.lastIndexOf("@")));
  }
  get domain(): string {
    return this.text.slice(this.text.lastIndexOf("@") + 1);
  }
  equalityKey(): string {
    return this.text.toLowerCase();
  }
  toNetText(): string {
    return this.text;
  }
}
heapClass("SmtpAddress", SmtpAddress);

/** An address with its prefix: `SMTP:` for the primary address, `smtp:` for the others, `X500:` and so on. */
export class ProxyAddress extends ValueObject {
  constructor(readonly text: string) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(this.isSmtp ? smtpProxyAddressName : customProxyAddressName);
  }
  get isSmtp(): boolean {
    return this.prefix.toLowerCase() === "smtp";
  }
  get prefix(): string {
    const colon = this.text.indexOf(":");
    return colon < 0 ? "smtp" : this.text.slice(0, colon);
  }
  get address(): string {
    return this.text.slice(this.text.indexOf(":") + 1);
  }
  /** Capital letters in the prefix say so. */
  get isPrimary(): boolean {
    return this.prefix === this.prefix.toUpperCase();
  }
  equalityKey(): string {
    return this.text.toLowerCase();
  }
  toNetText(): string {
    return this.text;
  }
}
heapClass("ProxyAddress", ProxyAddress);

const addressForm = /^[^\s@]+@[^\s@]+$/;

/** What is wrong with an address of SMTP; from memory. */
const notSmtp = (address: string): string =>
  `The address '${address}' is invalid: "${address}" isn't a valid SMTP address. The domain name can't contain spaces and it has to have a prefix and a suffix, such as example.com.`;

/**
 * An address with or without its prefix.
 * @throws {PowerShellError} for one of SMTP that is none
 */
function parseProxyAddress(text: string): ProxyAddress {
  const [, prefix = "smtp", address = text] = /^([^:]+):(.*)$/s.exec(text) ?? [];
  if (prefix.toLowerCase() === "smtp" && !addressForm.test(address))
    throw netError("System.FormatException", notSmtp(address));
  return new ProxyAddress(text);
}

const fromAddressText = fromText(
  () => proxyAddressName,
  (text) => parseProxyAddress(text),
);

function smtpAddress(context: ValueContext, value: Value | undefined): SmtpAddress {
  if (value instanceof SmtpAddress) return value;
  const text = toText(context, value ?? null);
  if (text !== "" && !addressForm.test(text))
    throw netError("System.FormatException", `"${text}" isn't a valid SMTP address.`);
  return new SmtpAddress(text);
}

defineType({
  fullName: smtpAddressName,
  kind: "struct",
  takesText: true,
  convertFrom: smtpAddress,
  members: () => [
    property<SmtpAddress>("int Length", (self) => self.text.length),
    property<SmtpAddress>("string Local", (self) => self.local),
    property<SmtpAddress>("string Domain", (self) => self.domain),
    property<SmtpAddress>("string Address", (self) => self.text),
    property<SmtpAddress>("bool IsUTF8", (self) => [...self.text].some((letter) => letter > "\u007f")),
    property<SmtpAddress>("bool IsValidAddress", (self) => addressForm.test(self.text)),
    method<SmtpAddress>(["string ToString()", (_context, self) => self.text]),
  ],
  staticMembers: () => [
    method([`static ${smtpAddressName} Parse(string address)`, (context, _self, [text]) => smtpAddress(context, text)]),
    method([
      "static bool IsValidSmtpAddress(string address)",
      (_context, _self, [text]) => addressForm.test(String(text)),
    ]),
  ],
});

/** What every address has, in the order of Exchange's export of SmtpProxyAddress. `Prefix` is the kind, `PrefixString` as it is written. */
const addressMembers = [
  property<ProxyAddress>("string AddressString", (self) => self.address),
  property<ProxyAddress>("string ProxyAddressString", (self) => self.text),
  property<ProxyAddress>("string Prefix", (self) => self.prefix.toUpperCase()),
  property<ProxyAddress>("bool IsPrimaryAddress", (self) => self.isPrimary),
  property<ProxyAddress>("string PrefixString", (self) => self.prefix),
  method<ProxyAddress>(["string ToString()", (_context, self) => self.text]),
  method<ProxyAddress>([
    `${proxyAddressName} ToPrimary()`,
    (_context, self) => new ProxyAddress(`${self.prefix.toUpperCase()}:${self.address}`),
  ]),
  method<ProxyAddress>([
    `${proxyAddressName} ToSecondary()`,
    (_context, self) => new ProxyAddress(`${self.prefix.toLowerCase()}:${self.address}`),
  ]),
];
const addressOf = (context: ValueContext, value: Value): Value =>
  value instanceof ProxyAddress ? value : fromAddressText(context, value);

defineType({
  fullName: proxyAddressName,
  takesText: true,
  convertFrom: addressOf,
  members: () => addressMembers,
  staticMembers: () => [
    method([
      `static ${proxyAddressName} Parse(string proxyAddressString)`,
      (_context, _self, [text]) => parseProxyAddress(String(text)),
    ]),
  ],
});

defineType({
  fullName: smtpProxyAddressName,
  base: proxyAddressName,
  takesText: true,
  convertFrom: addressOf,
  members: () => [property<ProxyAddress>("string SmtpAddress", (self) => self.address), ...addressMembers],
});

defineType({
  fullName: customProxyAddressName,
  base: proxyAddressName,
  takesText: true,
  convertFrom: addressOf,
  members: () => addressMembers,
});
