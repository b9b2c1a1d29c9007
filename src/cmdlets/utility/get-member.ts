import type { Bound, ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletBody, CmdletRuntime } from "../../runtime/cmdlet.js";
import {
  DotNetType,
  isNull,
  type MemberView,
  membersOf,
  staticMembersOf,
  typeNamesOf,
  type Value,
  WildcardPattern,
} from "../../values/index.js";
import { EnumValue } from "../../values/numbers.js";
import { baseOf } from "../../values/value.js";
import { typeOf } from "../../values/value-types.js";
import { cmdletError } from "../error-record.js";
import { namesOf } from "../session/scopes.js";
import { MemberDefinition } from "./member-definition.js";
import { memberTypeBits } from "./member-types.js";

const parameters = {
  InputObject: { type: "psobject", pipeline: "value" },
  Name: { type: "string[]", position: 0, validate: [{ kind: "ValidateNotNullOrEmpty" }] },
  MemberType: { type: "System.Management.Automation.PSMemberTypes", aliases: ["Type"] },
  View: { type: "System.Management.Automation.PSMemberViewTypes" },
  Static: { type: "switch" },
  Force: { type: "switch" },
} as const satisfies ParameterDeclarations;

/** SPEC E.8. */
export const getMember = defineCmdlet({
  name: "Get-Member",
  typeName: "Microsoft.PowerShell.Commands.GetMemberCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Lists the members of objects.",
  parameters,
  create: (bound, cmdlet) => new MemberListing(bound, cmdlet),
});

/** Members that only -Force shows: sets behind every object. */
const hiddenSets = ["psadapted", "psbase", "psextended", "psobject"] as const;
const extendedTypes: ReadonlySet<string> = new Set([
  "NoteProperty",
  "AliasProperty",
  "ScriptProperty",
  "CodeProperty",
  "ScriptMethod",
  "CodeMethod",
  "PropertySet",
  "MemberSet",
]);

class MemberListing implements CmdletBody {
  private readonly seenTypes = new Set<string>();
  private sawObject = false;

  constructor(
    private readonly bound: Bound<typeof parameters>,
    private readonly cmdlet: CmdletRuntime,
  ) {}

  process(): void {
    const object = this.bound.InputObject;
    if (object === undefined || isNull(object)) return;
    this.sawObject = true;
    const typeName = this.typeNameOf(object);
    if (this.seenTypes.has(typeName)) return;
    this.seenTypes.add(typeName);
    for (const member of this.chosen(this.allMembers(object))) {
      this.cmdlet.writeObject(new MemberDefinition(typeName, member.name, member.memberType, member.definition));
    }
  }

  end(): void {
    if (this.sawObject) return;
    this.cmdlet.writeError(
      cmdletError({
        id: "NoObjectInGetMember",
        category: "CloseError",
        exception: "InvalidOperationException",
        message: "You must specify an object for the Get-Member cmdlet.",
      }),
    );
  }

  private typeNameOf(object: Value): string {
    const base = baseOf(object);
    if (this.bound.Static) return base instanceof DotNetType ? base.fullName : (typeNamesOf(object)[0] ?? "");
    return typeNamesOf(object)[0] ?? "";
  }

  private allMembers(object: Value): readonly MemberView[] {
    const base = baseOf(object);
    if (this.bound.Static) {
      const type = base instanceof DotNetType ? base : typeOf(base);
      return type === undefined ? [] : staticMembersOf(type);
    }
    const members = membersOf(this.cmdlet.context, object);
    const { View } = this.bound;
    const isExtendedOnly = View instanceof EnumValue && (View.value & 7n) === 1n;
    const isBaseOnly = View instanceof EnumValue && View.value !== 0n && (View.value & 1n) === 0n;
    if (isExtendedOnly) return members.filter((m) => extendedTypes.has(m.memberType));
    if (isBaseOnly) return members.filter((m) => !extendedTypes.has(m.memberType));
    return members;
  }

  /** Members of the wanted names and types: grouped by type and sorted by name, or in the order of the patterns. */
  private chosen(members: readonly MemberView[]): readonly MemberView[] {
    const { bound, cmdlet } = this;
    const wanted = bound.MemberType instanceof EnumValue ? bound.MemberType.value : null;
    const all: MemberView[] = bound.Force && !bound.Static ? [...members, ...this.forcedSets(members)] : [...members];
    const typed = all.filter((m) => wanted === null || (wanted & (memberTypeBits.get(m.memberType) ?? 0n)) !== 0n);
    if (bound.Name === undefined) return sortMembers(typed);
    const taken = new Set<MemberView>();
    for (const name of namesOf(cmdlet, bound.Name)) {
      const pattern = new WildcardPattern(name, true);
      for (const member of sortMembers(typed.filter((m) => pattern.isMatch(m.name)))) taken.add(member);
    }
    return [...taken];
  }

  private forcedSets(members: readonly MemberView[]): readonly MemberView[] {
    const properties = members.filter((m) => m.memberType.endsWith("Property")).map((m) => m.name);
    return hiddenSets.map((name) => ({
      name,
      memberType: "MemberSet",
      definition: `${name} {${properties.join(", ")}}`,
    }));
  }
}

function sortMembers(members: readonly MemberView[]): readonly MemberView[] {
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...members].sort(
    (a, b) => order(a.memberType, b.memberType) || order(a.name.toLowerCase(), b.name.toLowerCase()),
  );
}
