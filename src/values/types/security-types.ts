import type { DotNetType } from "../dotnet-type.js";
import { heapClass } from "../heap/heap-class.js";
import { keepFields } from "../journal.js";
import { argumentNullError } from "../net-errors.js";
import { Char } from "../numbers.js";
import { method, overload, property } from "../signatures.js";
import { defineType, typeNamed } from "../types.js";
import { DotNetObject, type Value } from "../value.js";
import type { ValueContext } from "../value-context.js";

/** System.Security.SecureString; the text is kept as it is, nothing here is secret. */
export class SecureString extends DotNetObject {
  constructor(private plain: string) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Security.SecureString");
  }
  get text(): string {
    return this.plain;
  }
  append(c: string): void {
    keepFields(this);
    this.plain += c;
  }
  toNetText(): string {
    return "System.Security.SecureString";
  }
}
heapClass("SecureString", SecureString);

/** System.Management.Automation.PSCredential. */
export class PSCredential extends DotNetObject {
  constructor(
    readonly userName: string,
    readonly password: SecureString,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.PSCredential");
  }
}
heapClass("PSCredential", PSCredential);

/** System.Net.NetworkCredential. */
class NetworkCredential extends DotNetObject {
  constructor(
    readonly userName: string,
    readonly password: string,
    readonly domain: string,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Net.NetworkCredential");
  }
  /** Another value of one of its texts; `null` and what is no text are the empty one. */
  change(name: "userName" | "password" | "domain", value: Value): void {
    keepFields(this);
    Object.assign(this, { [name]: textOf(value) });
  }
}
heapClass("NetworkCredential", NetworkCredential);

defineType({
  fullName: "System.Security.SecureString",
  members: () => [
    property("int Length", (s: SecureString) => s.text.length),
    method<SecureString>([
      "void AppendChar(char c)",
      (_, s, [c]) => {
        s.append(c instanceof Char ? c.text : "");
        return null;
      },
    ]),
    method<SecureString>(["securestring Copy()", (_, s) => new SecureString(s.text)]),
    method<SecureString>(["bool IsReadOnly()", () => false]),
    method<SecureString>(["void MakeReadOnly()", () => null]),
    method<SecureString>(["void Dispose()", () => null]),
  ],
  constructors: () => [overload("securestring new()", () => new SecureString(""))],
});
defineType({
  fullName: "System.Management.Automation.PSCredential",
  members: () => [
    property("string UserName", (c: PSCredential) => c.userName),
    property("securestring Password", (c: PSCredential) => c.password),
    method<PSCredential>([
      "System.Net.NetworkCredential GetNetworkCredential()",
      (_, c) => {
        const slash = c.userName.indexOf("\\");
        return new NetworkCredential(
          c.userName.slice(slash + 1),
          c.password.text,
          slash < 0 ? "" : c.userName.slice(0, slash),
        );
      },
    ]),
  ],
  staticMembers: () => [property("pscredential Empty", () => new PSCredential("", new SecureString("")))],
  constructors: () => [
    overload("pscredential new(string userName, securestring password)", (c, _, [u, p]) => {
      if (typeof u !== "string" || u === "") throw argumentNullError(c, "userName");
      return new PSCredential(u, p instanceof SecureString ? p : new SecureString(""));
    }),
  ],
});

const textOf = (value: Value | undefined): string =>
  value instanceof SecureString ? value.text : typeof value === "string" ? value : "";
const credential = (_context: ValueContext, _self: Value, [user, password, domain]: readonly Value[]): Value =>
  new NetworkCredential(textOf(user), textOf(password), textOf(domain));

defineType({
  fullName: "System.Net.NetworkCredential",
  members: () => [
    property(
      "string UserName",
      (c: NetworkCredential) => c.userName,
      (c, v) => c.change("userName", v),
    ),
    property(
      "string Password",
      (c: NetworkCredential) => c.password,
      (c, v) => c.change("password", v),
    ),
    property(
      "securestring SecurePassword",
      (c: NetworkCredential) => new SecureString(c.password),
      (c, v) => c.change("password", v),
    ),
    property(
      "string Domain",
      (c: NetworkCredential) => c.domain,
      (c, v) => c.change("domain", v),
    ),
  ],
  constructors: () => [
    overload("System.Net.NetworkCredential new()", credential),
    overload("System.Net.NetworkCredential new(string userName, string password)", credential),
    overload("System.Net.NetworkCredential new(string userName, string password, string domain)", credential),
    overload("System.Net.NetworkCredential new(string userName, securestring password)", credential),
    overload("System.Net.NetworkCredential new(string userName, securestring password, string domain)", credential),
  ],
});
