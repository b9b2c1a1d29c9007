import type { DotNetMethod, DotNetType } from "../dotnet-type.js";
import type { ValueContext } from "../value-context.js";

/**
 * PowerShell 2.0 stands on .NET 2.0 (with the libraries of 3.5): what .NET Framework 4.0 brought is not there. Documented
 * member by member under "Applies to". A row: type, then members; `Name/2` lacks the overloads with more than two
 * parameters.
 */
const rows = `System.String IsNullOrWhiteSpace
System.Guid Parse ParseExact TryParse TryParseExact
System.IO.Path Combine/2
System.IO.File ReadLines
System.IO.Directory EnumerateFiles EnumerateDirectories EnumerateFileSystemEntries
System.TimeSpan ToString/0 Parse/1 ParseExact TryParseExact
System.Version Parse TryParse
System.Enum TryParse
System.Text.StringBuilder Clear
System.Diagnostics.Stopwatch Restart
System.Environment Is64BitOperatingSystem Is64BitProcess SystemPageSize
System.Net.WebUtility HtmlEncode HtmlDecode UrlEncode UrlDecode`;

/** Types of .NET Framework 4.0 and later, by the beginning of their names. */
const newTypes = [
  "System.Collections.Concurrent.",
  "System.Collections.Generic.SortedSet`1",
  "System.Lazy`1",
  "System.Net.Http.",
  "System.Net.WebUtility",
  "System.Numerics.",
  "System.Threading.Tasks.",
  "System.Tuple",
  "System.ValueTuple",
];

type Members = ReadonlyMap<string, number>;
/** By type and member, the most parameters that an overload may have; -1: none is there. */
const lacking: ReadonlyMap<string, Members> = new Map(
  rows.split("\n").map((row): readonly [string, Members] => {
    const [type = "", ...members] = row.split(" ");
    const entries = members.map((member): readonly [string, number] => {
      const [name = "", most] = member.split("/");
      return [name.toLowerCase(), most === undefined ? -1 : Number(most)];
    });
    return [type, new Map(entries)];
  }),
);

function mostParameters(type: DotNetType | undefined, name: string): number | undefined {
  for (let t: DotNetType | null = type ?? null; t !== null; t = t.baseType) {
    const most = lacking.get(t.fullName)?.get(name.toLowerCase());
    if (most !== undefined) return most;
  }
  return undefined;
}

/** Whether a session stands on .NET 2.0. */
export function isFramework2({ facts }: ValueContext): boolean {
  return facts.languageVersion === 2;
}

/** A method without the overloads that .NET 2.0 lacks; `null` when it lacks them all. */
export function knownToFramework2(type: DotNetType | undefined, method: DotNetMethod): DotNetMethod | null {
  const most = mostParameters(type, method.name);
  if (most === undefined) return method;
  const overloads = method.overloads.filter(
    ({ parameters }) => parameters.length <= most && !parameters.some(({ isParamArray }) => isParamArray),
  );
  return most < 0 || overloads.length === 0 ? null : { ...method, overloads };
}

/** Whether .NET 2.0 lacks a property. */
export function isNewProperty(type: DotNetType, name: string): boolean {
  return mostParameters(type, name) === -1;
}

/** Whether the session's .NET lacks a type. */
export function isMissingType(context: ValueContext, { fullName, definition }: DotNetType): boolean {
  if (definition.isCoreOnly === true && context.facts.exceptionTexts === "framework") return true;
  return isFramework2(context) && newTypes.some((name) => fullName.startsWith(name));
}
