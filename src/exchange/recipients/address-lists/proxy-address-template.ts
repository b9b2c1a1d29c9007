import { ValueObject } from "../../../values/dictionary.js";
import type { DotNetType } from "../../../values/dotnet-type.js";
import { heapClass } from "../../../values/heap/heap-class.js";
import { method, property } from "../../../values/signatures.js";
import { toText } from "../../../values/text.js";
import { defineType, typeNamed } from "../../../values/types.js";
import type { Kind } from "../../properties/kind.js";
import { listKind } from "../../properties/list-kind.js";

/** A template of addresses with its prefix: `SMTP:%g.%s@contoso.com`. Without a prefix it is one of SMTP. */

const typeName = "Microsoft.Exchange.Data.ProxyAddressTemplate";

class ProxyAddressTemplate extends ValueObject {
  constructor(readonly text: string) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(typeName);
  }
  get prefix(): string {
    return this.text.slice(0, this.text.indexOf(":"));
  }
  equalityKey(): string {
    return this.text.toLowerCase();
  }
  toNetText(): string {
    return this.text;
  }
}

heapClass("ProxyAddressTemplate", ProxyAddressTemplate);

defineType({
  fullName: typeName,
  convertFrom: (context, value) => {
    if (value instanceof ProxyAddressTemplate) return value;
    const text = toText(context, value);
    return new ProxyAddressTemplate(text.includes(":") ? text : `smtp:${text}`);
  },
  members: () => [
    property<ProxyAddressTemplate>("string ProxyAddressTemplateString", (self) => self.text),
    property<ProxyAddressTemplate>("string PrefixString", (self) => self.prefix),
    property<ProxyAddressTemplate>("bool IsPrimaryAddress", (self) => self.prefix === self.prefix.toUpperCase()),
    method<ProxyAddressTemplate>(["string ToString()", (_context, self) => self.text]),
  ],
});

const templateKind: Kind = {
  name: "address template",
  typeName,
  parameterType: typeName,
  holds: "string",
  show: (stored) => (typeof stored === "string" ? new ProxyAddressTemplate(stored) : null),
  take: (given) => (given instanceof ProxyAddressTemplate ? given.text : null),
};

const texts = listKind(templateKind);

/** Templates; where none is marked as the primary one, the first is. */
export const templateListKind: Kind = {
  ...texts,
  typeName: "Microsoft.Exchange.Data.ProxyAddressTemplateCollection",
  take: (given, setting) => {
    const taken = texts.take(given, setting);
    const templates = Array.isArray(taken) ? taken.map(String) : [];
    if (setting.parameter.startsWith("Disabled") || templates.some((each) => each.startsWith("SMTP:")))
      return templates;
    const first = templates.findIndex((each) => each.startsWith("smtp:"));
    return templates.map((each, index) => (index === first ? each.replace(/^smtp:/, "SMTP:") : each));
  },
};
