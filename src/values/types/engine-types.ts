import { categoryInfoText, reasonOf, targetNameOf, targetTypeOf } from "../category-info.js";
import { PSArray, PSList } from "../collections.js";
import { isTrue } from "../conversion/truth.js";
import type { DotNetType } from "../dotnet-type.js";
import { toItems } from "../enumeration.js";
import { enumValueNamed } from "../enumerations.js";
import type { ErrorCategory } from "../errors.js";
import { type ErrorRecord, ErrorRecord as ErrorRecordClass, ExceptionObject } from "../errors.js";
import { heapClass } from "../heap/heap-class.js";
import {
  DetachedMember,
  memberTable,
  type PropertyCollection,
  PropertyInfo,
  type PSObjectView,
} from "../member-access/psobject-view.js";
import { EnumValue } from "../numbers.js";
import { NullString, PSCustomObject, type PSReference, SwitchParameter } from "../objects.js";
import { ScriptBlock } from "../script-block.js";
import { method, overload, property } from "../signatures.js";
import { astOfBlock } from "../syntax/index.js";
import { toText } from "../text.js";
import { defineGenericType, defineType, genericTypeOf, typeNamed } from "../types.js";
import type { Value } from "../value.js";
import { DotNetObject } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { WildcardPattern } from "../wildcard.js";

const automation = "System.Management.Automation.";
const text = (value: Value | undefined): string => (typeof value === "string" ? value : "");

defineType({ fullName: `${automation}PSCustomObject` });
defineType({
  fullName: `${automation}PSObject`,
  members: () => [
    property("System.Management.Automation.PSMemberInfoCollection Members", (o: PSObjectView, c) => o.members(c)),
    property("System.Management.Automation.PSMemberInfoCollection Properties", (o: PSObjectView, c) => o.properties(c)),
    property("System.Management.Automation.PSMemberInfoCollection Methods", (o: PSObjectView, c) => o.methods(c)),
    property("System.Object ImmediateBaseObject", (o: PSObjectView) => o.baseObject),
    property("System.Object BaseObject", (o: PSObjectView) => o.baseObject),
    property("System.Collections.ObjectModel.Collection TypeNames", (o: PSObjectView) => o.typeNameList()),
    method<PSObjectView>(["psobject Copy()", (_, o) => copyOf(o.target)]),
  ],
  constructors: () => [
    overload("psobject new()", () => new PSCustomObject()),
    overload("psobject new(System.Object obj)", (_, __, [v]) => v ?? null),
  ],
});

/** A custom object with the same members; other values are themselves. */
function copyOf(value: Value): Value {
  if (!(value instanceof PSCustomObject)) return value;
  const copy = new PSCustomObject([], value.typeNames);
  for (const member of value.instanceMembers) copy.add({ ...member });
  return copy;
}

defineType({
  fullName: `${automation}PSMemberInfoIntegratingCollection\`1`,
  interfaces: ["System.Collections.IEnumerable"],
  members: () => [
    method<PropertyCollection>([
      "void Add(System.Object member)",
      (_, p, [m]) => {
        p.add(m ?? null);
        return null;
      },
    ]),
    method<PropertyCollection>([
      "void Remove(string name)",
      (_, p, [n]) => {
        p.remove(text(n));
        return null;
      },
    ]),
    method<PropertyCollection>(["System.Object Match(string name)", (_, p, [n]) => new PSArray([...p.match(text(n))])]),
    {
      kind: "ParameterizedProperty",
      name: "Item",
      signature: "System.Object Item(string name) {get;}",
      get: (_, p, [n]) => (p as PropertyCollection).find(text(n)),
      set: null,
    },
  ],
});

const memberKinds = [
  "NoteProperty",
  "AliasProperty",
  "ScriptProperty",
  "CodeProperty",
  "Property",
  "ParameterizedProperty",
  "ScriptMethod",
  "Method",
  "PropertySet",
  "MemberSet",
] as const;
defineType({ fullName: `${automation}PSMemberInfo` });
for (const kind of memberKinds) {
  defineType({
    fullName: `${automation}PS${kind}`,
    base: `${automation}PSMemberInfo`,
    members: () => [
      ...(kind === "PropertySet"
        ? [
            property("System.Collections.ObjectModel.Collection[string] ReferencedPropertyNames", (p: Value) =>
              p instanceof DetachedMember && p.member.kind === "PropertySet"
                ? new PSArray([...p.member.referencedNames])
                : null,
            ),
          ]
        : []),
      property(
        "System.Management.Automation.PSMemberTypes MemberType",
        () => enumValueNamed(typeNamed(`${automation}PSMemberTypes`), kind) ?? null,
      ),
      property("bool IsSettable", (p: Value) => p instanceof PropertyInfo && p.view.set !== null),
      property("bool IsGettable", () => true),
      property(
        "System.Object Value",
        (p: Value) => (p instanceof PropertyInfo ? p.view.get() : detachedValue(p)),
        (p, v) => {
          if (p instanceof PropertyInfo) p.view.set?.(v);
        },
      ),
      property("string TypeNameOfValue", (p: Value) =>
        p instanceof PropertyInfo ? typeNameOfValue(p.view.get(), p.view.typeName) : "System.Object",
      ),
      property("string Name", (p: Value) =>
        p instanceof PropertyInfo ? p.view.name : p instanceof DetachedMember ? p.member.name : "",
      ),
      property("bool IsInstance", (p: Value) => p instanceof PropertyInfo && p.isInstance),
    ],
    constructors: () => memberConstructors(kind),
  });
}

function memberSet(name: string, items: readonly Value[]): DetachedMember {
  return new DetachedMember({ kind: "MemberSet", name, members: memberTable(items) });
}

function detachedValue(p: Value): Value {
  if (!(p instanceof DetachedMember)) return null;
  if (p.member.kind === "PropertySet" || p.member.kind === "MemberSet") return p;
  return p.member.kind === "NoteProperty" ? p.member.value : null;
}
function typeNameOfValue(value: Value, fallback: string): string {
  if (value === null) return fallback === "object" ? "System.Object" : fallback;
  if (typeof value === "string") return "System.String";
  if (typeof value === "number") return "System.Int32";
  if (typeof value === "bigint") return "System.Int64";
  if (typeof value === "boolean") return "System.Boolean";
  return value.type.fullName;
}

function memberConstructors(kind: (typeof memberKinds)[number]) {
  switch (kind) {
    case "NoteProperty":
      return [
        overload(
          "PSNoteProperty new(string name, System.Object value)",
          (_, __, [n, v]) => new DetachedMember({ kind, name: text(n), value: v ?? null }),
        ),
      ];
    case "AliasProperty":
      return [
        overload(
          "PSAliasProperty new(string name, string referencedMemberName)",
          (_, __, [n, v]) => new DetachedMember({ kind, name: text(n), referencedName: text(v) }),
        ),
      ];
    case "ScriptProperty":
      return [
        overload(
          "PSScriptProperty new(string name, scriptblock getterScript)",
          (_, __, [n, g]) =>
            new DetachedMember({ kind, name: text(n), getter: g instanceof ScriptBlock ? g : null, setter: null }),
        ),
        overload(
          "PSScriptProperty new(string name, scriptblock getterScript, scriptblock setterScript)",
          (_, __, [n, g, s]) =>
            new DetachedMember({
              kind,
              name: text(n),
              getter: g instanceof ScriptBlock ? g : null,
              setter: s instanceof ScriptBlock ? s : null,
            }),
        ),
      ];
    case "ScriptMethod":
      return [
        overload(
          "PSScriptMethod new(string name, scriptblock script)",
          (_, __, [n, s]) => new DetachedMember({ kind, name: text(n), script: s as ScriptBlock }),
        ),
      ];
    case "PropertySet":
      return [
        overload(
          "PSPropertySet new(string name, System.Collections.Generic.IEnumerable[string] referencedPropertyNames)",
          (_, __, [n, names]) =>
            new DetachedMember({
              kind,
              name: text(n),
              referencedNames: toItems(names ?? null).map((each) => text(each)),
            }),
        ),
      ];
    case "MemberSet":
      return [
        overload("PSMemberSet new(string name)", (_, __, [n]) => memberSet(text(n), [])),
        overload(
          "PSMemberSet new(string name, System.Collections.Generic.IEnumerable[System.Management.Automation.PSMemberInfo] members)",
          (_, __, [n, members]) => memberSet(text(n), toItems(members ?? null)),
        ),
      ];
    case "CodeProperty":
    case "Property":
    case "ParameterizedProperty":
    case "Method":
      return [];
  }
}

defineType({
  fullName: `${automation}ScriptBlock`,
  members: () => [
    property("System.Management.Automation.Language.Ast Ast", (self: ScriptBlock, context) =>
      astOfBlock(context, self),
    ),
    property("bool IsFilter", () => false),
    property("string File", (b: ScriptBlock) => b.source.file),
    property("psmoduleinfo Module", ({ module }: ScriptBlock) => (module instanceof DotNetObject ? module : null)),
    method<ScriptBlock>([
      "System.Object Invoke(params System.Object[] args)",
      (c, b, [args]) => c.invoke(b, toItems(args ?? null)),
    ]),
    method<ScriptBlock>([
      "System.Object InvokeReturnAsIs(params System.Object[] args)",
      (c, b, [args]) => c.invoke(b, toItems(args ?? null)),
    ]),
    method<ScriptBlock>(["string ToString()", (c, b) => toText(c, b)]),
  ],
  staticMembers: () => [
    method(["static scriptblock Create(string script)", (c, _, [s]) => c.createScriptBlock(text(s))]),
  ],
});
defineType({
  fullName: `${automation}SwitchParameter`,
  kind: "struct",
  members: () => [
    property("bool IsPresent", (s: SwitchParameter) => s.isPresent),
    method<SwitchParameter>(["bool ToBool()", (_, s) => s.isPresent]),
    method<SwitchParameter>(["string ToString()", (_, s) => (s.isPresent ? "True" : "False")]),
  ],
  staticMembers: () => [property("switch Present", () => new SwitchParameter(true))],
  constructors: () => [
    overload("switch new()", () => new SwitchParameter(false)),
    overload("switch new(bool isPresent)", (_, __, [b]) => new SwitchParameter(isTrue(b ?? null))),
  ],
});
defineType({
  fullName: `${automation}PSReference`,
  members: () => [
    property(
      "System.Object Value",
      (r: PSReference) => r.get(),
      (r, v) => r.set(v),
    ),
  ],
});
/** `$_.CategoryInfo`. */
class CategoryInfo extends DotNetObject {
  constructor(readonly record: ErrorRecord) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(`${automation}ErrorCategoryInfo`);
  }
  toNetText(context: ValueContext): string {
    return categoryInfoText(context, this.record);
  }
}
heapClass("CategoryInfo", CategoryInfo);
const categoryValue = (category: ErrorCategory): EnumValue | null =>
  enumValueNamed(typeNamed(`${automation}ErrorCategory`), category) ?? null;
defineType({
  fullName: `${automation}ErrorCategoryInfo`,
  members: () => [
    property("System.Management.Automation.ErrorCategory Category", (c: CategoryInfo) =>
      categoryValue(c.record.category),
    ),
    property("string Activity", (c: CategoryInfo) => c.record.activity),
    property("string Reason", (c: CategoryInfo) => reasonOf(c.record)),
    property("string TargetName", (c: CategoryInfo, context) => targetNameOf(context, c.record)),
    property("string TargetType", (c: CategoryInfo) => targetTypeOf(c.record)),
    method<CategoryInfo>(["string GetMessage()", (context, c) => c.toNetText(context)]),
  ],
});

class ErrorDetails extends DotNetObject {
  constructor(readonly message: string) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(`${automation}ErrorDetails`);
  }
  toNetText(): string {
    return this.message;
  }
}
heapClass("ErrorDetails", ErrorDetails);
defineType({
  fullName: `${automation}ErrorDetails`,
  members: () => [
    property("string Message", (d: ErrorDetails) => d.message),
    property("string RecommendedAction", () => ""),
  ],
});
function iterationsOf({ iterations }: ErrorRecord): PSList {
  const int32 = typeNamed("System.Int32");
  const type = genericTypeOf("System.Collections.ObjectModel.ReadOnlyCollection`1", [int32]) as DotNetType;
  return new PSList(type, [...iterations], int32);
}
defineType({
  fullName: `${automation}ErrorRecord`,
  members: () => [
    property("System.Exception Exception", (r: ErrorRecord) => r.exception),
    property("System.Object TargetObject", (r: ErrorRecord) => r.target),
    property("System.Management.Automation.ErrorCategoryInfo CategoryInfo", (r: ErrorRecord) => new CategoryInfo(r)),
    property("string FullyQualifiedErrorId", (r: ErrorRecord) => r.fullyQualifiedErrorId),
    property("System.Management.Automation.ErrorDetails ErrorDetails", (r: ErrorRecord) =>
      r.details === null ? null : new ErrorDetails(r.details),
    ),
    property(
      "System.Management.Automation.InvocationInfo InvocationInfo",
      (r: ErrorRecord, c) => c.invocationOf?.(r) ?? null,
    ),
    { ...property("string ScriptStackTrace", (r: ErrorRecord) => r.scriptStackTrace), since: 4 },
    property("System.Collections.ObjectModel.ReadOnlyCollection[int] PipelineIterationInfo", (r: ErrorRecord) =>
      iterationsOf(r),
    ),
    method<ErrorRecord>(["string ToString()", (_, r) => r.message]),
  ],
  constructors: () => [
    overload(
      "ErrorRecord new(System.Exception exception, string errorId, System.Management.Automation.ErrorCategory errorCategory, System.Object targetObject)",
      (_, __, [e, id, category, target]) => {
        const exception = e instanceof ExceptionObject ? e : new ExceptionObject(typeNamed("System.Exception"), "");
        const name =
          category instanceof EnumValue
            ? (category.type.definition.enumValues?.find(([, v]) => v === category.value)?.[0] ?? "NotSpecified")
            : "NotSpecified";
        return new ErrorRecordClass({
          exception,
          errorId: text(id),
          category: name as ErrorCategory,
          target: target ?? null,
        });
      },
    ),
  ],
});

/** `[WildcardPattern]`. */
class WildcardPatternObject extends DotNetObject {
  constructor(readonly pattern: WildcardPattern) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(`${automation}WildcardPattern`);
  }
}
heapClass("WildcardPatternObject", WildcardPatternObject);
defineType({
  fullName: `${automation}WildcardPattern`,
  members: () => [
    method<WildcardPatternObject>(["bool IsMatch(string input)", (_, p, [s]) => p.pattern.isMatch(text(s))]),
  ],
  staticMembers: () => [
    method([
      "static bool ContainsWildcardCharacters(string pattern)",
      (_, __, [p]) => WildcardPattern.containsWildcardCharacters(text(p)),
    ]),
    method(["static string Escape(string pattern)", (_, __, [p]) => WildcardPattern.escape(text(p))]),
    method(["static string Unescape(string pattern)", (_, __, [p]) => WildcardPattern.unescape(text(p))]),
  ],
  constructors: () => [
    overload(
      "WildcardPattern new(string pattern)",
      (_, __, [p]) => new WildcardPatternObject(new WildcardPattern(text(p), false)),
    ),
  ],
});
defineGenericType({ fullName: "System.Nullable`1", define: () => ({ kind: "struct" }) });
defineType({ fullName: "System.EventArgs" });
defineType({ fullName: "System.DBNull", staticMembers: () => [property("System.DBNull Value", () => new DBNull())] });
class DBNull extends DotNetObject {
  get type(): DotNetType {
    return typeNamed("System.DBNull");
  }
  toNetText(): string {
    return "";
  }
}
heapClass("DBNull", DBNull);
const nullString = new NullString();
defineType({
  fullName: "System.Management.Automation.Language.NullString",
  staticMembers: () => [property("NullString Value", () => nullString)],
});
