import type { ScriptModule } from "../../runtime/script-module.js";
import { tryConvertTo } from "../../values/conversion/index.js";
import { toItems } from "../../values/enumeration.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { type DotNetType, defineType, PSDictionary, toText, typeNamed, type Value } from "../../values/index.js";
import { netError } from "../../values/net-errors.js";
import { overload, property } from "../../values/signatures.js";
import { Version } from "../../values/simple-values.js";
import { DotNetObject } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";

/** Which versions of a module will do. */
export interface VersionRange {
  readonly minimum: Version | null;
  readonly maximum: Version | null;
  readonly required: Version | null;
}

const fullName = "Microsoft.PowerShell.Commands.ModuleSpecification";

/** A module by name and version. */
export class ModuleSpecification extends DotNetObject implements VersionRange {
  constructor(
    readonly name: string,
    readonly minimum: Version | null,
    readonly maximum: Version | null,
    readonly required: Version | null,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(fullName);
  }
  toNetText(): string {
    return this.name;
  }
}
heapClass("ModuleSpecification", ModuleSpecification);

defineType({
  fullName,
  members: () => [
    property("string Name", ({ name }: ModuleSpecification) => name),
    property("guid Guid", () => null),
    property("version Version", ({ minimum }: ModuleSpecification) => minimum),
    property("string MaximumVersion", ({ maximum }: ModuleSpecification) => maximum?.text ?? null),
    property("version RequiredVersion", ({ required }: ModuleSpecification) => required),
  ],
  constructors: () => [
    overload(
      "ModuleSpecification new(string moduleName)",
      (_context, _self, [name]) => new ModuleSpecification(String(name), null, null, null),
    ),
    overload("ModuleSpecification new(hashtable moduleSpecification)", (context, _self, [table]) =>
      ofTable(context, table ?? null),
    ),
  ],
});

function compareVersions(a: Version, b: Version): number {
  for (let i = 0; i < 4; i++) {
    const difference = Math.max(a.parts[i] ?? 0, 0) - Math.max(b.parts[i] ?? 0, 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

export function isInRange(version: Version, { minimum, maximum, required }: VersionRange): boolean {
  if (required !== null) return compareVersions(version, required) === 0;
  return (
    (minimum === null || compareVersions(version, minimum) >= 0) &&
    (maximum === null || compareVersions(version, maximum) <= 0)
  );
}

/** Whether a specification means the module of a name and version. */
export function isModule(wanted: ModuleSpecification, name: string, version: Version): boolean {
  return wanted.name.toLowerCase() === name.toLowerCase() && isInRange(version, wanted);
}

export function moduleVersion(module: ScriptModule): Version {
  const version = module.property("Version");
  return version instanceof Version ? version : new Version(0, 0);
}

/** The newest first. */
export function newerFirst(a: Version, b: Version): number {
  return compareVersions(b, a);
}

export function versionFrom({ context }: { readonly context: ValueContext }, value: Value | undefined): Version | null {
  if (value === undefined || value === null) return null;
  const converted = tryConvertTo(context, value, typeNamed("System.Version"));
  return converted instanceof Version ? converted : null;
}

/** -MaximumVersion, which may end with `.*`: the highest version that begins so. */
export function maximumFrom({ context }: { readonly context: ValueContext }, value: Value | undefined): Version | null {
  const text = value === undefined || value === null ? "" : toText(context, value);
  return text === "" ? null : versionFrom({ context }, text.replace(/\.\*$/, ".999999999"));
}

/** `@{ ModuleName = …; ModuleVersion = … }`. Throws the constructor's exception. */
function ofTable(context: ValueContext, table: Value): ModuleSpecification {
  const entries = table instanceof PSDictionary ? [...table.entries()] : [];
  const entry = (name: string): Value | undefined =>
    entries.find(({ key }) => toText(context, key).toLowerCase() === name)?.value;
  const name = entry("modulename");
  const minimum = versionFrom({ context }, entry("moduleversion"));
  const maximum = maximumFrom({ context }, entry("maximumversion"));
  const required = versionFrom({ context }, entry("requiredversion"));
  if (minimum === null && maximum === null && required === null)
    throw netError(
      "System.MissingMemberException",
      "The 'ModuleVersion', 'MaximumVersion' and 'RequiredVersion' members do not exist in the hashtable that describes this module. One of these three members must exist, and be assigned a version number in the format 'n.n.n.n'.",
    );
  return new ModuleSpecification(name === undefined ? "" : toText(context, name), minimum, maximum, required);
}

/** What a bound -FullyQualifiedName holds. */
export function specificationsOf(value: Value | undefined): readonly ModuleSpecification[] {
  if (value === undefined || value === null) return [];
  return toItems(value).filter((each) => each instanceof ModuleSpecification);
}
