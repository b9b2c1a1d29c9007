import { PSArray } from "../collections.js";
import { TimeSpan, ticksPerMillisecond } from "../date-time.js";
import type { DotNetType } from "../dotnet-type.js";
import { heapClass } from "../heap/heap-class.js";
import { keepFields } from "../journal.js";
import { argumentError, argumentNullError, netError } from "../net-errors.js";
import { EnumValue } from "../numbers.js";
import { method, overload, property } from "../signatures.js";
import { Version } from "../simple-values.js";
import { defineType, typeNamed } from "../types.js";
import { DotNetObject, type Value } from "../value.js";
import type { EnvironmentVariables, ValueContext } from "../value-context.js";
import type { ValueFacts } from "../value-facts.js";

/** The machine that scripts see: an Exchange server by default; nothing of the real host. */
const machine = "EX01";
const userOf = ({ userName }: ValueContext): string => userName ?? "Administrator";
const isWindows = (context: ValueContext) => context.facts.exceptionTexts === "framework";

const variableTarget = "System.EnvironmentVariableTarget";
/** Variables of the user and the machine are in the process' own; apart from it there are none. */
const isProcess = (target: Value | undefined) => target instanceof EnumValue && target.value === 0n;

function variables(context: ValueContext): EnvironmentVariables {
  const { environment } = context.services ?? {};
  if (environment === undefined)
    throw netError("System.NotSupportedException", "NotEmulated: there is no environment.");
  return environment;
}

function variableOr({ services }: ValueContext, name: string, otherwise: string): string {
  return services?.environment?.get(name) ?? otherwise;
}

const emptyName = (context: ValueContext): string =>
  context.facts.exceptionTexts === "core" ? "The value cannot be an empty string." : "String cannot be of zero length.";

function setVariable(context: ValueContext, name: Value | undefined, value: Value | undefined): null {
  if (typeof name !== "string") throw argumentNullError(context, "variable");
  if (name === "") throw argumentError(context, emptyName(context), "variable");
  variables(context).set(name, typeof value === "string" ? value : "");
  return null;
}

defineType({
  fullName: "System.Environment",
  staticMembers: () => [
    property("string CommandLine", () => "powershell.exe"),
    property("string CurrentDirectory", () => "C:\\"),
    property("int ExitCode", () => 0),
    property("bool HasShutdownStarted", () => false),
    property("bool Is64BitOperatingSystem", () => true),
    property("bool Is64BitProcess", () => true),
    property("string MachineName", (_, c) => variableOr(c, "COMPUTERNAME", machine)),
    property("string NewLine", () => "\n"),
    property("System.OperatingSystem OSVersion", (_, c) => new OperatingSystem(c.facts.windowsVersion)),
    property("int ProcessId", () => 4712),
    property("int ProcessorCount", () => 4),
    property("string SystemDirectory", () => "C:\\Windows\\system32"),
    property("int SystemPageSize", () => 4096),
    property("int TickCount", (_, c) => Number(BigInt.asIntN(31, c.now() / ticksPerMillisecond))),
    property("string UserDomainName", (_, c) => variableOr(c, "USERDOMAIN", "CONTOSO")),
    property("bool UserInteractive", () => true),
    property("string UserName", (_, c) => userOf(c)),
    property("version Version", (_, c) => (isWindows(c) ? new Version(4, 0, 30319, 42000) : new Version(10, 0, 0))),
    method([
      "static string GetFolderPath(System.Environment+SpecialFolder folder)",
      (context) => `C:\\Users\\${userOf(context)}`,
    ]),
    method(
      ["static string GetEnvironmentVariable(string variable)", (c, _, [name]) => variables(c).get(`${name ?? ""}`)],
      [
        `static string GetEnvironmentVariable(string variable, ${variableTarget} target)`,
        (c, _, [name, target]) => (isProcess(target) ? variables(c).get(`${name ?? ""}`) : null),
      ],
    ),
    method(
      [
        "static void SetEnvironmentVariable(string variable, string value)",
        (c, _, [name, value]) => setVariable(c, name, value),
      ],
      [
        `static void SetEnvironmentVariable(string variable, string value, ${variableTarget} target)`,
        (c, _, [name, value, target]) => {
          if (!isProcess(target)) {
            throw netError("System.NotSupportedException", "NotEmulated: only variables of the process can be set.");
          }
          return setVariable(c, name, value);
        },
      ],
    ),
    method(["static string[] GetLogicalDrives()", () => new PSArray(["C:\\"], typeNamed("System.String"))]),
  ],
});

/** `Microsoft Windows NT 10.0.17763.0`: a version of Windows as .NET names it. */
export function windowsText(version: ValueFacts["windowsVersion"]): string {
  return `Microsoft Windows NT ${version}${version === servicePackVersion ? " Service Pack 1" : ".0"}`;
}
/** Windows Server 2008 R2, which stands on its service pack 1. */
const servicePackVersion = "6.1.7601";

/** System.OperatingSystem. */
class OperatingSystem extends DotNetObject {
  constructor(readonly version: ValueFacts["windowsVersion"]) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.OperatingSystem");
  }
  toNetText(): string {
    return windowsText(this.version);
  }
}
heapClass("OperatingSystem", OperatingSystem);
defineType({
  fullName: "System.OperatingSystem",
  members: () => [
    property("System.PlatformID Platform", () => new EnumValue(typeNamed("System.PlatformID"), 2n)),
    property("string ServicePack", ({ version }: OperatingSystem) =>
      version === servicePackVersion ? "Service Pack 1" : "",
    ),
    property("version Version", ({ version }: OperatingSystem) => {
      const [major = 0, minor = 0, build = 0] = version.split(".").map(Number);
      return new Version(major, minor, build, version === servicePackVersion ? 65536 : 0);
    }),
    property("string VersionString", ({ version }: OperatingSystem) => windowsText(version)),
  ],
});

/** System.Diagnostics.Stopwatch on the emulated clock, which does not run on by itself. */
class Stopwatch extends DotNetObject {
  private total = 0n;
  private since: bigint | null = null;
  get type(): DotNetType {
    return typeNamed("System.Diagnostics.Stopwatch");
  }
  start(context: ValueContext): null {
    keepFields(this);
    this.since ??= context.now();
    return null;
  }
  stop(context: ValueContext): null {
    keepFields(this);
    this.total = this.elapsed(context);
    this.since = null;
    return null;
  }
  reset(): null {
    keepFields(this);
    this.total = 0n;
    this.since = null;
    return null;
  }
  elapsed(context: ValueContext): bigint {
    return this.since === null ? this.total : this.total + context.now() - this.since;
  }
  get isRunning(): boolean {
    return this.since !== null;
  }
}
heapClass("Stopwatch", Stopwatch);
defineType({
  fullName: "System.Diagnostics.Stopwatch",
  members: () => [
    property("bool IsRunning", (s: Stopwatch) => s.isRunning),
    property("timespan Elapsed", (s: Stopwatch, c) => new TimeSpan(s.elapsed(c))),
    property("long ElapsedMilliseconds", (s: Stopwatch, c) => s.elapsed(c) / ticksPerMillisecond),
    property("long ElapsedTicks", (s: Stopwatch, c) => s.elapsed(c)),
    method<Stopwatch>(["void Start()", (c, s) => s.start(c)]),
    method<Stopwatch>(["void Stop()", (c, s) => s.stop(c)]),
    method<Stopwatch>(["void Reset()", (_, s) => s.reset()]),
    method<Stopwatch>([
      "void Restart()",
      (c, s) => {
        s.reset();
        return s.start(c);
      },
    ]),
  ],
  staticMembers: () => [
    property("long Frequency", () => 10_000_000n),
    method([
      "static System.Diagnostics.Stopwatch StartNew()",
      (c) => {
        const s = new Stopwatch();
        s.start(c);
        return s;
      },
    ]),
    method(["static long GetTimestamp()", (c) => c.now()]),
  ],
  constructors: () => [overload("Stopwatch new()", () => new Stopwatch())],
});
defineType({
  fullName: "System.GC",
  staticMembers: () => [
    method(["static void Collect()", () => null]),
    method(["static long GetTotalMemory(bool forceFullCollection)", () => 50_000_000n]),
  ],
});
defineType({
  fullName: "System.Threading.Thread",
  staticMembers: () => [method(["static void Sleep(int millisecondsTimeout)", () => null])],
});
