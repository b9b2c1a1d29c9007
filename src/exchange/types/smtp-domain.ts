import { ValueObject } from "../../values/dictionary.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { method, property } from "../../values/signatures.js";
import { defineType, typeNamed } from "../../values/types.js";
import { formatError, fromText } from "./text-conversion.js";

/** Full names of the types of mail domains: plain, and those that may stand for their subdomains. */
export const smtpDomainTypes = {
  plain: "Microsoft.Exchange.Data.SmtpDomain",
  withSubdomains: "Microsoft.Exchange.Data.SmtpDomainWithSubdomains",
} as const;

/** A mail domain: `contoso.com`, `*.contoso.com` for it and what is below, `*` for all. */
export class SmtpDomain extends ValueObject {
  constructor(
    private readonly typeName: string,
    readonly text: string,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(this.typeName);
  }
  /** The domain without the star before it. */
  get domain(): string {
    return this.text.replace(/^\*\.?/, "");
  }
  equalityKey(): string {
    return this.text.toLowerCase();
  }
  toNetText(): string {
    return this.text;
  }
}
heapClass("SmtpDomain", SmtpDomain);

const longestDomain = 255;
const label = /^[A-Za-z0-9\u00a1-\uffff]([A-Za-z0-9\u00a1-\uffff-]{0,61}[A-Za-z0-9\u00a1-\uffff])?$/;

/** Whether a text is a domain that mail can have. */
export function isSmtpDomain(text: string): boolean {
  return text.length <= longestDomain && text.split(".").every((part) => label.test(part));
}

function parse(typeName: string, text: string): SmtpDomain {
  const stars = typeName === smtpDomainTypes.withSubdomains;
  const plain = stars ? text.replace(/^\*\./, "") : text;
  if (!isSmtpDomain(plain) && !(stars && text === "*")) throw formatError(`"${text}" isn't a valid SMTP domain.`);
  return new SmtpDomain(typeName, text);
}

for (const fullName of Object.values(smtpDomainTypes)) {
  defineType({
    fullName,
    takesText: true,
    convertFrom: (context, value) =>
      value instanceof SmtpDomain && value.type.fullName === fullName
        ? value
        : fromText(
            () => fullName,
            (text) => parse(fullName, text),
          )(context, value),
    members: () => [
      property<SmtpDomain>("string Address", (self) => self.text),
      property<SmtpDomain>("bool IncludeSubDomains", (self) => self.text.startsWith("*.")),
      property<SmtpDomain>("string Domain", (self) => self.domain),
      property<SmtpDomain>(`${smtpDomainTypes.plain} SmtpDomain`, ({ domain }) =>
        domain === "" ? null : new SmtpDomain(smtpDomainTypes.plain, domain),
      ),
      property<SmtpDomain>("bool IsStar", (self) => self.text === "*"),
      method<SmtpDomain>(["string ToString()", (_context, self) => self.text]),
    ],
    staticMembers: () => [
      method([`static ${fullName} Parse(string text)`, (_context, _self, [text]) => parse(fullName, String(text))]),
    ],
  });
}
