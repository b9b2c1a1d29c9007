import { PSArray, PSDictionary } from "../collections.js";
import { convertTo } from "../conversion/index.js";
import { caseInsensitiveKey } from "../dictionary.js";
import type { DotNetMember, DotNetType } from "../dotnet-type.js";
import { toItems } from "../enumeration.js";
import { heapClass } from "../heap/heap-class.js";
import { keepFields } from "../journal.js";
import { coreProperty, overload, property } from "../signatures.js";
import { resolveTypeName } from "../type-names.js";
import { defineType, typeNamed } from "../types.js";
import { DotNetObject, type Value } from "../value.js";

const automation = "System.Management.Automation";

/** An attribute as an object (`[ValidateSet]::new('a','b')`): what dynamic parameters are described with. */
export class AttributeObject extends DotNetObject {
  /** Values of settable properties, by lower-case name. */
  private properties: ReadonlyMap<string, Value> = new Map();
  constructor(
    /** `ValidateSet`. */
    readonly name: string,
    /** What the constructor was given. */
    readonly positional: readonly Value[] = [],
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(`${automation}.${this.name}Attribute`);
  }
  get named(): ReadonlyMap<string, Value> {
    return this.properties;
  }
  setNamed(key: string, value: Value): void {
    keepFields(this);
    this.properties = new Map([...this.properties, [key, value]]);
  }
}
heapClass("AttributeObject", AttributeObject);

/** A settable property with its default: `bool Mandatory`. */
function settable(declaration: string, initial: Value): DotNetMember {
  const [typeName = "", name = ""] = declaration.split(" ");
  const key = name.toLowerCase();
  return property(
    declaration,
    (attribute: AttributeObject) => attribute.named.get(key) ?? initial,
    (attribute: AttributeObject, value, context) => {
      const type = resolveTypeName(typeName);
      attribute.setNamed(key, type === undefined ? value : convertTo(context, value, type));
    },
  );
}

function argument(declaration: string, at: number): DotNetMember {
  return property(declaration, (attribute: AttributeObject) => attribute.positional[at] ?? null);
}

const typeId = property("System.Object TypeId", (attribute: AttributeObject) => attribute.type);
const unsetPosition = -2147483648;
const errorMessage = settable("string ErrorMessage", null);

/** Attributes that take nothing but, perhaps, named values. */
const withoutArguments: readonly (readonly [name: string, members: readonly DotNetMember[]])[] = [
  [
    "Parameter",
    [
      coreProperty("string ExperimentName", () => null),
      coreProperty("System.Management.Automation.ExperimentAction ExperimentAction", () => "None"),
      settable("int Position", unsetPosition),
      settable("string ParameterSetName", "__AllParameterSets"),
      settable("bool Mandatory", false),
      settable("bool ValueFromPipeline", false),
      settable("bool ValueFromPipelineByPropertyName", false),
      settable("bool ValueFromRemainingArguments", false),
      settable("string HelpMessage", null),
      settable("string HelpMessageBaseName", null),
      settable("string HelpMessageResourceId", null),
      settable("bool DontShow", false),
    ],
  ],
  ["ValidateNotNull", []],
  ["ValidateNotNullOrEmpty", []],
  ["ArgumentTypeConverter", [property("bool TransformNullOptionalParameters", () => true)]],
  ["AllowNull", []],
  ["AllowEmptyString", []],
  ["AllowEmptyCollection", []],
];

/** Attributes with arguments: those of their constructor as its signature declares them, and their properties. */
const withArguments: readonly (readonly [name: string, parameters: string, members: readonly DotNetMember[]])[] = [
  ["Alias", "params string[] aliasNames", [argument("string[] AliasNames", 0)]],
  [
    "ValidateSet",
    "params string[] validValues",
    [errorMessage, settable("bool IgnoreCase", true), argument("string[] ValidValues", 0)],
  ],
  [
    "ValidateRange",
    "System.Object minRange, System.Object maxRange",
    [argument("System.Object MinRange", 0), argument("System.Object MaxRange", 1)],
  ],
  ["ValidateLength", "int minLength, int maxLength", [argument("int MinLength", 0), argument("int MaxLength", 1)]],
  ["ValidateCount", "int minLength, int maxLength", [argument("int MinLength", 0), argument("int MaxLength", 1)]],
  ["ValidatePattern", "string regexPattern", [argument("string RegexPattern", 0), errorMessage]],
  ["ValidateScript", "scriptblock scriptBlock", [errorMessage, argument("scriptblock ScriptBlock", 0)]],
];

defineType({ fullName: "System.Attribute" });

for (const [name, parameters, members] of [
  ...withoutArguments.map(([each, own]) => [each, "", own] as const),
  ...withArguments,
]) {
  defineType({
    fullName: `${automation}.${name}Attribute`,
    base: "System.Attribute",
    members: () => [...members, typeId],
    constructors: () => [overload(`${name} new(${parameters})`, (_, __, args) => new AttributeObject(name, args))],
  });
}

/** A parameter that a dynamicparam block makes. */
export class RuntimeDefinedParameter extends DotNetObject {
  private current: Value = null;
  private wasSet = false;
  constructor(
    readonly name: string,
    readonly parameterType: DotNetType | null,
    /** Collection`1 of System.Attribute. */
    readonly attributes: Value,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(`${automation}.RuntimeDefinedParameter`);
  }
  get value(): Value {
    return this.current;
  }
  get isSet(): boolean {
    return this.wasSet;
  }
  set(value: Value): void {
    keepFields(this);
    this.current = value;
    this.wasSet = true;
  }
  /** The attributes among what the collection holds. */
  attributeList(): readonly AttributeObject[] {
    return toItems(this.attributes).filter((each): each is AttributeObject => each instanceof AttributeObject);
  }
}
heapClass("RuntimeDefinedParameter", RuntimeDefinedParameter);

defineType({
  fullName: `${automation}.RuntimeDefinedParameter`,
  members: () => [
    property("string Name", (p: RuntimeDefinedParameter) => p.name),
    property("type ParameterType", (p: RuntimeDefinedParameter) => p.parameterType),
    property(
      "System.Object Value",
      (p: RuntimeDefinedParameter) => p.value,
      (p, value) => {
        p.set(value);
      },
    ),
    property("bool IsSet", (p: RuntimeDefinedParameter) => p.isSet),
    property(
      "System.Collections.ObjectModel.Collection[System.Attribute] Attributes",
      (p: RuntimeDefinedParameter) => p.attributes,
    ),
  ],
  constructors: () => [
    overload(
      `${automation}.RuntimeDefinedParameter new()`,
      () => new RuntimeDefinedParameter("", null, new PSArray([])),
    ),
    overload(
      `${automation}.RuntimeDefinedParameter new(string name, type parameterType, System.Object attributes)`,
      (_, __, [name, type, attributes]) =>
        new RuntimeDefinedParameter(name as string, type as DotNetType, attributes ?? new PSArray([])),
    ),
  ],
});

const dictionaryName = `${automation}.RuntimeDefinedParameterDictionary`;

defineType({
  fullName: dictionaryName,
  base: `System.Collections.Generic.Dictionary\`2[[System.String],[${automation}.RuntimeDefinedParameter]]`,
  interfaces: ["System.Collections.IEnumerable", "System.Collections.ICollection", "System.Collections.IDictionary"],
  constructors: () => [
    overload(
      `${dictionaryName} new()`,
      () =>
        new PSDictionary(
          typeNamed(dictionaryName),
          caseInsensitiveKey,
          typeNamed("System.String"),
          typeNamed(`${automation}.RuntimeDefinedParameter`),
        ),
    ),
  ],
});

/** The parameters in a RuntimeDefinedParameterDictionary; `null` for any other value. */
export function definedParameters(value: Value): readonly RuntimeDefinedParameter[] | null {
  if (!(value instanceof PSDictionary) || value.type.fullName !== dictionaryName) return null;
  return [...value.entries()]
    .map((pair) => pair.value)
    .filter((each): each is RuntimeDefinedParameter => each instanceof RuntimeDefinedParameter);
}
