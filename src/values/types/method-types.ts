import { PSArray } from "../collections.js";
import type { DotNetMember } from "../dotnet-type.js";
import { toItems } from "../enumeration.js";
import { enumValueNamed } from "../enumerations.js";
import type { MethodObject, ScriptMethodObject } from "../member-access/method-object.js";
import { invokeOverloads, methodNotFoundOn } from "../member-access/methods.js";
import { DetachedMember } from "../member-access/psobject-view.js";
import { ScriptBlock } from "../script-block.js";
import { method, overload, property } from "../signatures.js";
import { defineType, typeNamed } from "../types.js";
import type { Value } from "../value.js";

const automation = "System.Management.Automation.";
const memberTypes = `${automation}PSMemberTypes`;
const texts = (items: readonly string[]): PSArray => new PSArray([...items], typeNamed("System.String"));
const kind = (name: string): Value => enumValueNamed(typeNamed(memberTypes), name) ?? null;

/** Members in the order in which the engine shows them (asked of it). */
defineType({
  fullName: `${automation}PSMethod`,
  members: (): readonly DotNetMember[] => [
    property(`${memberTypes} MemberType`, () => kind("Method")),
    property("string[] OverloadDefinitions", (m: MethodObject, context) => texts(m.shownOverloads(context))),
    property("string TypeNameOfValue", () => `${automation}PSMethod`),
    property("System.Object Value", (m: MethodObject) => m),
    property("string Name", (m: MethodObject) => m.method.name),
    property("bool IsInstance", () => true),
    method<MethodObject>([
      "System.Object Invoke(params System.Object[] arguments)",
      (context, m, [args]) => {
        // Listed because .NET has it, and not emulated: the error says so.
        if (m.method.overloads.length === 0) throw methodNotFoundOn(context, m.owner, m.method.name);
        return invokeOverloads(context, m.method, m.owner, toItems(args ?? null));
      },
    ]),
  ],
});

defineType({
  fullName: `${automation}PSScriptMethod`,
  members: (): readonly DotNetMember[] => [
    property("scriptblock Script", (m: ScriptMethodObject) => m.script),
    property("string[] OverloadDefinitions", (m: ScriptMethodObject) => texts([m.toNetText()])),
    property(`${memberTypes} MemberType`, () => kind("ScriptMethod")),
    property("string TypeNameOfValue", () => "System.Object"),
    property("System.Object Value", (m: ScriptMethodObject) => m.toNetText()),
    property("string Name", (m: ScriptMethodObject) => m.name),
    property("bool IsInstance", () => true),
    method<ScriptMethodObject>([
      "System.Object Invoke(params System.Object[] arguments)",
      (context, m, [args]) => context.invoke(m.script, toItems(args ?? null), { self: m.owner }),
    ]),
  ],
  constructors: () => [
    overload("PSScriptMethod new(string name, scriptblock script)", (_, __, [name, script]) =>
      script instanceof ScriptBlock && typeof name === "string"
        ? new DetachedMember({ kind: "ScriptMethod", name, script })
        : null,
    ),
  ],
});
defineType({ fullName: `${automation}PSParameterizedProperty`, members: () => [] });
