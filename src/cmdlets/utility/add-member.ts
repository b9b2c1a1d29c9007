import type { Bound, ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { CmdletBody, CmdletRuntime } from "../../runtime/cmdlet.js";
import {
  convertTo,
  displayText,
  isNull,
  memberTable,
  PowerShellError,
  PSArray,
  PSCustomObject,
  PSDictionary,
  type PSMember,
  propertiesOf,
  ScriptBlock,
  toItems,
  toText,
  typeNamed,
  type Value,
} from "../../values/index.js";
import { EnumValue } from "../../values/numbers.js";
import { baseOf, type DotNetObject } from "../../values/value.js";
import { cmdletError } from "../error-record.js";
import { addMember, asObject, insertTypeName } from "../instance-members.js";
import { memberTypeNames } from "./member-types.js";

const memberSet = "MemberSet";
const single = "NotePropertySingleMemberSet";
const multiple = "NotePropertyMultiMemberSet";
const typeNameSet = "TypeNameSet";
const withMembers = [memberSet, single, multiple] as const;

const parameters = {
  InputObject: { type: "psobject", mandatory: true, pipeline: "value" },
  MemberType: {
    type: "System.Management.Automation.PSMemberTypes",
    mandatory: true,
    position: 0,
    sets: [memberSet],
    aliases: ["Type"],
  },
  Name: { type: "string", mandatory: true, position: 1, sets: [memberSet] },
  Value: { type: "object", position: 2, sets: [memberSet] },
  SecondValue: { type: "object", position: 3, sets: [memberSet] },
  TypeName: {
    type: "string",
    sets: [typeNameSet, ...withMembers],
    inSet: { [typeNameSet]: { mandatory: true } },
    validate: [{ kind: "ValidateNotNullOrEmpty" }],
  },
  Force: { type: "switch", sets: withMembers },
  PassThru: { type: "switch" },
  NotePropertyName: {
    since: 3,
    type: "string",
    mandatory: true,
    position: 0,
    sets: [single],
    validate: [{ kind: "ValidateNotNullOrEmpty" }],
    refusesByPosition: (value) => {
      const base = baseOf(value);
      return typeof base === "string" && memberTypeNames.has(base.toLowerCase());
    },
  },
  NotePropertyValue: { since: 3, type: "object", mandatory: true, position: 1, sets: [single], allowNull: true },
  NotePropertyMembers: {
    since: 3,
    type: "System.Collections.IDictionary",
    mandatory: true,
    position: 0,
    sets: [multiple],
    validate: [{ kind: "ValidateNotNull" }],
  },
} as const satisfies ParameterDeclarations;

/** SPEC E.9. */
export const addMemberCmdlet = defineCmdlet({
  name: "Add-Member",
  typeName: "Microsoft.PowerShell.Commands.AddMemberCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Adds properties and methods to an object.",
  defaultParameterSet: typeNameSet,
  parameters,
  create: (bound, cmdlet) => new Adding(bound, cmdlet),
});

class Adding implements CmdletBody {
  constructor(
    private readonly bound: Bound<typeof parameters>,
    private readonly cmdlet: CmdletRuntime,
  ) {}

  process(): void {
    const { bound, cmdlet } = this;
    const input = bound.InputObject;
    if (input === undefined || input === null || isNull(input)) return;
    const target = asObject(input);
    const members = this.members();
    for (const member of members) this.add(target, member);
    if (bound.TypeName !== undefined) insertTypeName(target, this.fullTypeName(bound.TypeName));
    if (bound.PassThru) cmdlet.writeObject(target);
  }

  /** An accelerator stands for the type's full name. */
  private fullTypeName(name: string): string {
    return this.cmdlet.context.resolveType(name)?.fullName ?? name;
  }

  private members(): readonly PSMember[] {
    const { bound, cmdlet } = this;
    if (bound.NotePropertyName !== undefined) {
      return [{ kind: "NoteProperty", name: bound.NotePropertyName, value: bound.NotePropertyValue ?? null }];
    }
    if (bound.NotePropertyMembers instanceof PSDictionary) {
      return [...bound.NotePropertyMembers.entries()].map(({ key, value }) => ({
        kind: "NoteProperty",
        name: displayText(cmdlet.context, key),
        value,
      }));
    }
    return bound.MemberType instanceof EnumValue ? [this.memberOf(toText(cmdlet.context, bound.MemberType))] : [];
  }

  private memberOf(memberType: string): PSMember {
    const { bound, cmdlet } = this;
    const name = bound.Name ?? "";
    const value = bound.Value ?? null;
    const second = bound.SecondValue ?? null;
    switch (memberType) {
      case "NoteProperty":
        if (bound.SecondValue !== undefined) this.refuseSecondValue(memberType);
        return { kind: "NoteProperty", name, value };
      case "AliasProperty":
        return { kind: "AliasProperty", name, referencedName: toText(cmdlet.context, value) };
      case "ScriptProperty":
        return { kind: "ScriptProperty", name, getter: this.blockOrNull(value), setter: this.blockOrNull(second) };
      case "ScriptMethod": {
        const script = this.blockOrNull(value);
        if (script === null) return this.refuseMissingValue(memberType);
        return { kind: "ScriptMethod", name, script };
      }
      case "PropertySet": {
        const names = value instanceof PSArray ? value.items : [value];
        return { kind: "PropertySet", name, referencedNames: names.map((item) => toText(cmdlet.context, item)) };
      }
      case "MemberSet":
        return { kind: "MemberSet", name, members: memberTable(toItems(value)) };
      default:
        return cmdlet.throwTerminatingError(
          cmdletError({
            id: "CannotAddMemberType",
            category: "InvalidOperation",
            exception: "InvalidOperationException",
            message: `Cannot add a member with type "${memberType}". Specify a different type for the MemberTypes parameter.`,
          }),
        );
    }
  }

  private blockOrNull(value: Value): ScriptBlock | null {
    const base = baseOf(value);
    if (isNull(base)) return null;
    if (base instanceof ScriptBlock) return base;
    try {
      const converted = convertTo(this.cmdlet.context, base, typeNamed("System.Management.Automation.ScriptBlock"));
      return converted instanceof ScriptBlock ? converted : null;
    } catch (thrown) {
      if (!(thrown instanceof PowerShellError)) throw thrown;
      const { exception } = thrown.record;
      return this.cmdlet.throwTerminatingError(
        cmdletError({
          id: "ConvertToFinalInvalidCastException",
          category: "InvalidArgument",
          exception: "PSInvalidCastException",
          message: exception.message,
          inner: exception.innerException,
        }),
      );
    }
  }

  private refuseSecondValue(memberType: string): never {
    return this.cmdlet.throwTerminatingError(
      cmdletError({
        id: "Value2ShouldNotBeSpecified",
        category: "InvalidOperation",
        exception: "InvalidOperationException",
        message: `The SecondValue parameter is not necessary for the member type "${memberType}", and should not be specified. Do not specify the SecondValue parameter when you add members of this type.`,
      }),
    );
  }

  private refuseMissingValue(memberType: string): never {
    return this.cmdlet.throwTerminatingError(
      cmdletError({
        id: "Value1ShouldNotBeNull",
        category: "InvalidOperation",
        exception: "InvalidOperationException",
        message: `The Value parameter must not be null for a member type of "${memberType}". Specify a non-null value for the Value parameter when you add members of this type.`,
      }),
    );
  }

  private add(target: DotNetObject, member: PSMember): void {
    const exists =
      target.instanceMembers?.has(member.name) === true ||
      (!(target instanceof PSCustomObject) &&
        propertiesOf(this.cmdlet.context, target).some((p) => p.name.toLowerCase() === member.name.toLowerCase()));
    if (exists && !this.bound.Force) {
      this.cmdlet.writeError(
        cmdletError({
          id: "MemberAlreadyExists",
          category: "InvalidOperation",
          exception: "InvalidOperationException",
          message: `Cannot add a member with the name "${member.name}" because a member with that name already exists. To overwrite the member anyway, add the Force parameter to your command.`,
          target,
          targetIsPSObject: true,
        }),
      );
      return;
    }
    addMember(target, member);
  }
}
