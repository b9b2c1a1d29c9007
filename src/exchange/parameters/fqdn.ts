import { ValueObject } from "../../values/dictionary.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { method, property } from "../../values/signatures.js";
import { defineType, typeNamed } from "../../values/types.js";
import { formatError, fromText } from "../types/text-conversion.js";

export const fqdnTypeName = "Microsoft.Exchange.Data.Fqdn";
const longestName = 255;
const label = /^[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?$/;

/** A fully qualified domain name: labels of letters, digits and hyphens, at least two. */
export class Fqdn extends ValueObject {
  constructor(readonly text: string) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(fqdnTypeName);
  }
  equalityKey(): string {
    return this.text.toLowerCase();
  }
  toNetText(): string {
    return this.text;
  }
}
heapClass("Fqdn", Fqdn);

/** Whether a text is a host name as -Fqdn and -DomainController take it. */
export function isFqdn(text: string): boolean {
  if (text.length > longestName) return false;
  const labels = text.split(".");
  return labels.length > 1 && labels.every((part) => label.test(part));
}

const parse = fromText(
  () => fqdnTypeName,
  (text) => {
    // The real inner text is not known (facts: messages); ours says how it should be.
    if (!isFqdn(text)) throw formatError(`"${text}" isn't a fully qualified domain name, such as outlook.contoso.com.`);
    return new Fqdn(text);
  },
);

defineType({
  fullName: fqdnTypeName,
  takesText: true,
  convertFrom: (context, value) => {
    if (value instanceof Fqdn) return value;
    return parse(context, value);
  },
  members: () => [
    property<Fqdn>("string Domain", (self) => self.text),
    method<Fqdn>(["string ToString()", (_context, self) => self.text]),
  ],
});
