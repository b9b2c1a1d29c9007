import { defineCmdlet } from "../../binding/define-cmdlet.js";
import type { ExecutionContext } from "../../runtime/execution-context.js";
import { extensionOf } from "../../runtime/extension.js";
import { TimeSpan } from "../../values/date-time.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { typeNamed, type Value, WildcardPattern } from "../../values/index.js";
import { netError } from "../../values/net-errors.js";
import { method, property } from "../../values/signatures.js";
import { isExecutionContext } from "../core/command-property.js";
import { cmdletError } from "../error-record.js";
import { defineResultType, ResultObject } from "../result-type.js";
import { namesOf } from "../session/scopes.js";
import { clockKey } from "../session-services.js";
import { type WindowsTimeZone, windowsTimeZone, windowsTimeZones } from "./windows-time-zones.js";

const ticksPerMinute = 600_000_000n;
const fullName = "System.TimeZoneInfo";
defineResultType(
  fullName,
  [
    { name: "Id", typeName: "string" },
    { name: "HasIanaId", typeName: "bool", isCoreOnly: true },
    { name: "DisplayName", typeName: "string" },
    { name: "StandardName", typeName: "string" },
    { name: "DaylightName", typeName: "string" },
    { name: "BaseUtcOffset", typeName: "timespan" },
    { name: "SupportsDaylightSavingTime", typeName: "bool" },
  ],
  undefined,
  [],
  [
    property("System.TimeZoneInfo Utc", () => zoneInfo(zoneNamed("UTC"))),
    property("System.TimeZoneInfo Local", (_, context) =>
      zoneInfo(isExecutionContext(context) ? currentZone(context) : zoneNamed("UTC")),
    ),
    method([
      "static System.TimeZoneInfo FindSystemTimeZoneById(string id)",
      (_context, _self, [id]) => zoneInfo(zoneNamed(typeof id === "string" ? id : "")),
    ]),
  ],
);

/** Throws what .NET throws for an id that Windows does not know. */
function zoneNamed(id: string): WindowsTimeZone {
  const found = windowsTimeZones.find((zone) => zone.id.toLowerCase() === id.toLowerCase());
  if (found !== undefined) return found;
  throw netError("System.TimeZoneNotFoundException", `The time zone ID '${id}' was not found on the local computer.`);
}

class TimeZoneInfo extends ResultObject {
  get type(): DotNetType {
    return typeNamed(fullName);
  }
  override text(): string {
    return String(this.field("DisplayName"));
  }
}
heapClass("TimeZoneInfo", TimeZoneInfo);

/** The names of a zone are those of Windows in English. */
export const getTimeZone = defineCmdlet({
  name: "Get-TimeZone",
  since: 5,
  typeName: "Microsoft.PowerShell.Commands.GetTimeZoneCommand",
  source: "Microsoft.PowerShell.Management",
  synopsis: "Gives the time zone of the session, or those that Windows knows.",
  defaultParameterSet: "Name",
  parameters: {
    Id: { type: "string[]", mandatory: true, pipeline: "name", sets: ["Id"] },
    ListAvailable: { type: "switch", mandatory: true, sets: ["ListAvailable"] },
    Name: { type: "string[]", position: 1, pipeline: "value,name", sets: ["Name"] },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const write = (zone: WindowsTimeZone): void => cmdlet.writeObject(zoneInfo(zone));
      if (parameters.ListAvailable) windowsTimeZones.forEach(write);
      else if (parameters.Id !== undefined) {
        for (const id of namesOf(cmdlet, parameters.Id)) {
          const found = windowsTimeZones.find((zone) => zone.id.toLowerCase() === id.toLowerCase());
          if (found === undefined) cmdlet.writeError(notFound("ID", id));
          else write(found);
        }
      } else if (parameters.Name !== undefined) {
        for (const name of namesOf(cmdlet, parameters.Name)) {
          const pattern = new WildcardPattern(name, true);
          const found = windowsTimeZones.filter(
            (zone) => pattern.isMatch(standardName(zone)) || pattern.isMatch(daylightName(zone)),
          );
          if (found.length === 0) cmdlet.writeError(notFound("name", name));
          found.forEach(write);
        }
      } else write(currentZone(cmdlet.context));
    },
  }),
});

/** The session's zone; one that Windows has no name for keeps its own. */
function currentZone(context: ExecutionContext): WindowsTimeZone {
  const name = extensionOf(context, clockKey).timeZone;
  const known = windowsTimeZone(name);
  if (known !== undefined) return known;
  const day = 864_000_000_000n;
  const offsets = Array.from({ length: 12 }, (_, month) =>
    context.utcOffset(context.now() + BigInt(month) * 30n * day),
  );
  const minutes = offsets.map((ticks) => Number(ticks / ticksPerMinute));
  const offset = Math.min(...minutes);
  return {
    id: name,
    offset,
    displayName: `(UTC${signed(offset)}) ${name}`,
    hasSummerTime: minutes.some((each) => each !== offset),
    ianaNames: [name],
  };
}

function signed(minutes: number): string {
  const two = (n: number): string => String(Math.trunc(n) + 100).slice(1);
  return `${minutes < 0 ? "-" : "+"}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}

function standardName({ id, displayName }: WindowsTimeZone): string {
  return id.startsWith("UTC") ? displayName.slice(displayName.indexOf(")") + 2) : id;
}
function daylightName(zone: WindowsTimeZone): string {
  return standardName(zone).replace("Standard", "Daylight");
}

function zoneInfo(zone: WindowsTimeZone): TimeZoneInfo {
  const info = new TimeZoneInfo();
  const fields: Readonly<Record<string, Value>> = {
    Id: zone.id,
    // Of Windows' own ids only this one is one of IANA's, too.
    HasIanaId: zone.id === "UTC" || zone.id.includes("/"),
    DisplayName: zone.displayName,
    StandardName: standardName(zone),
    DaylightName: daylightName(zone),
    BaseUtcOffset: new TimeSpan(BigInt(zone.offset) * ticksPerMinute),
    SupportsDaylightSavingTime: zone.hasSummerTime,
  };
  for (const [name, value] of Object.entries(fields)) info.setField(name, value);
  return info;
}

/** Of the id documented; of the name from memory. */
function notFound(what: "ID" | "name", name: string) {
  return cmdletError({
    id: "TimeZoneNotFound",
    category: "ObjectNotFound",
    exception: "TimeZoneNotFoundException",
    message: `The time zone ${what} '${name}' was not found on the local computer.`,
    target: name,
  });
}
