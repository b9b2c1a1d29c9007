import { ValueObject } from "../../values/dictionary.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { method, overload, property } from "../../values/signatures.js";
import { defineType, typeNamed } from "../../values/types.js";

const typeName = "System.Security.Principal.SecurityIdentifier";

/** A SID: `S-1-5-21-…`. */
export class SecurityIdentifier extends ValueObject {
  constructor(readonly text: string) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(typeName);
  }
  /** That of the account's domain; `null` where it is none of a domain's. */
  get accountDomain(): SecurityIdentifier | null {
    const found = /^(S-1-5-21-\d+-\d+-\d+)(-\d+)?$/.exec(this.text);
    return found?.[1] === undefined ? null : new SecurityIdentifier(found[1]);
  }
  equalityKey(): string {
    return this.text;
  }
  toNetText(): string {
    return this.text;
  }
}
heapClass("SecurityIdentifier", SecurityIdentifier);

/** Revision, count and authority are eight bytes, each number behind them four. */
const length = ({ text }: SecurityIdentifier): number => 8 + 4 * (text.split("-").length - 3);

defineType({
  fullName: typeName,
  base: "System.Object",
  members: () => [
    property("int BinaryLength", (sid: SecurityIdentifier) => length(sid)),
    property(`${typeName} AccountDomainSid`, (sid: SecurityIdentifier) => sid.accountDomain),
    property("string Value", (sid: SecurityIdentifier) => sid.text),
    method<SecurityIdentifier>(["string ToString()", (_context, self) => self.text]),
    method<SecurityIdentifier>(["bool IsAccountSid()", (_context, self) => self.accountDomain !== null]),
  ],
  constructors: () => [
    overload(`${typeName} new(string sddlForm)`, (_context, _self, [text]) => new SecurityIdentifier(String(text))),
  ],
});
