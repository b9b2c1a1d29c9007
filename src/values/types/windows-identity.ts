import type { DotNetType } from "../dotnet-type.js";
import { heapClass } from "../heap/heap-class.js";
import { argumentNullError } from "../net-errors.js";
import { EnumValue } from "../numbers.js";
import { method, overload, property } from "../signatures.js";
import { defineType, typeNamed } from "../types.js";
import { DotNetObject, type Value } from "../value.js";

/**
 * Who runs a script, as scripts ask it that want an elevated console: it is one here, of an administrator of the machine.
 * Documented members; those that need the directory (User, Groups) are not there.
 */
const identityName = "System.Security.Principal.WindowsIdentity";
const principalName = "System.Security.Principal.WindowsPrincipal";
const roleName = "System.Security.Principal.WindowsBuiltInRole";

/** System.Security.Principal.WindowsIdentity. */
class WindowsIdentity extends DotNetObject {
  constructor(readonly name: string) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(identityName);
  }
}
heapClass("WindowsIdentity", WindowsIdentity);

/** System.Security.Principal.WindowsPrincipal. */
class WindowsPrincipal extends DotNetObject {
  constructor(readonly identity: WindowsIdentity) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(principalName);
  }
}
heapClass("WindowsPrincipal", WindowsPrincipal);

/** The numbers are those of the groups that every machine has (documented). */
const roles = [
  ["Administrator", 544n],
  ["User", 545n],
  ["Guest", 546n],
  ["PowerUser", 547n],
  ["AccountOperator", 548n],
  ["SystemOperator", 549n],
  ["PrintOperator", 550n],
  ["BackupOperator", 551n],
  ["Replicator", 552n],
] as const;
defineType({ fullName: roleName, kind: "enum", enumValues: roles });

/** The groups of the machine that the console's user is in, by name and by number. */
const memberOf: ReadonlySet<string> = new Set(["administrators", "users", "544", "545"]);

function isInRole(role: Value | undefined): boolean {
  if (role instanceof EnumValue) return memberOf.has(String(role.value));
  const name = String(role ?? "").toLowerCase();
  return memberOf.has(name.startsWith("builtin\\") ? name.slice("builtin\\".length) : name);
}

defineType({
  fullName: identityName,
  members: () => [
    property("string AuthenticationType", () => "Kerberos"),
    property("bool IsAnonymous", () => false),
    property("bool IsAuthenticated", () => true),
    property("bool IsGuest", () => false),
    property("bool IsSystem", () => false),
    property("string Name", (identity: WindowsIdentity) => identity.name),
  ],
  staticMembers: () => [
    method([
      `static ${identityName} GetCurrent()`,
      (context) => {
        const domain = context.services?.environment?.get("USERDOMAIN") ?? "";
        const user = context.userName ?? "Administrator";
        return new WindowsIdentity(domain === "" ? user : `${domain}\\${user}`);
      },
    ]),
  ],
});

defineType({
  fullName: principalName,
  members: () => [
    property(`${identityName} Identity`, (principal: WindowsPrincipal) => principal.identity),
    method<WindowsPrincipal>(
      ["bool IsInRole(string role)", (_, __, [role]) => isInRole(role)],
      [`bool IsInRole(${roleName} role)`, (_, __, [role]) => isInRole(role)],
      ["bool IsInRole(int rid)", (_, __, [role]) => isInRole(role)],
    ),
  ],
  constructors: () => [
    overload(`${principalName} new(${identityName} ntIdentity)`, (context, _, [identity]) => {
      if (!(identity instanceof WindowsIdentity)) throw argumentNullError(context, "ntIdentity");
      return new WindowsPrincipal(identity);
    }),
  ],
});
