import type { ExecutionContext } from "../../runtime/execution-context.js";
import { datePartsOf } from "../../values/date-time.js";
import { windowsText } from "../../values/types/environment.js";
import { newLine } from "../management/content.js";

const rule = "**********************";

/** `20130603090000`: a time of the emulated clock as transcripts write it. */
export function stamp(context: ExecutionContext): string {
  const { year, month, day, hour, minute, second } = datePartsOf(context.now());
  const two = (part: number): string => (part < 10 ? `0${part}` : `${part}`);
  return `${year}${[month, day, hour, minute, second].map(two).join("")}`;
}

/** A variable of the emulated environment. */
export function environmentText(context: ExecutionContext, name: string): string {
  return context.drives.environment.get(name)?.value ?? "";
}

/**
 * The block at the head of a transcript. Source: published
 * transcripts of 5.1 and 7, and of 2.0 in Exchange 2010's time (certainty: memory for the blanks).
 */
export function headerText(context: ExecutionContext): string {
  const user = `${environmentText(context, "USERDOMAIN")}\\${environmentText(context, "USERNAME")}`;
  const machine = `${environmentText(context, "COMPUTERNAME")} (${windowsText(context.facts.windowsVersion)})`;
  const version = context.facts.languageVersion;
  const fields =
    version < 5
      ? [`Username  : ${user} `, `Machine\t  : ${machine} `]
      : [
          `Username: ${user}`,
          `RunAs User: ${user}`,
          "Configuration Name: ",
          `Machine: ${machine}`,
          ...(version < 7 ? desktopFields(context) : coreFields(context)),
        ];
  return block([titleOf(context, "start"), `Start time: ${stamp(context)}`, ...fields]);
}

function desktopFields({ runtimeFacts }: ExecutionContext): readonly string[] {
  const { psVersion } = runtimeFacts;
  return [
    "Host Application: C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
    "Process ID: 4712",
    `PSVersion: ${psVersion}`,
    "PSEdition: Desktop",
    `PSCompatibleVersions: 1.0, 2.0, 3.0, 4.0, 5.0, ${psVersion}`,
    `BuildVersion: 10.0.${psVersion.split(".").slice(2).join(".")}`,
    "CLRVersion: 4.0.30319.42000",
    "WSManStackVersion: 3.0",
    "PSRemotingProtocolVersion: 2.3",
    "SerializationVersion: 1.1.0.1",
  ];
}

function coreFields({ facts, runtimeFacts }: ExecutionContext): readonly string[] {
  const { psVersion } = runtimeFacts;
  return [
    "Host Application: C:\\Program Files\\PowerShell\\7\\pwsh.dll",
    "Process ID: 4712",
    `PSVersion: ${psVersion}`,
    "PSEdition: Core",
    `GitCommitId: ${psVersion}`,
    `OS: Microsoft Windows ${facts.windowsVersion}`,
    "Platform: Win32NT",
    "PSCompatibleVersions: 1.0, 2.0, 3.0, 4.0, 5.0, 5.1, 6.0, 7.0",
    "PSRemotingProtocolVersion: 2.4",
    "SerializationVersion: 1.1.0.1",
    "WSManStackVersion: 3.0",
  ];
}

/** `Windows PowerShell transcript start`; capitals up to 4.0, without Windows in 7. */
function titleOf({ facts }: ExecutionContext, what: "start" | "end"): string {
  const { languageVersion } = facts;
  if (languageVersion >= 7) return `PowerShell transcript ${what}`;
  if (languageVersion >= 5) return `Windows PowerShell transcript ${what}`;
  return `Windows PowerShell Transcript ${what === "start" ? "Start" : "End"}`;
}

/** The block at a transcript's end. */
export function footerText(context: ExecutionContext): string {
  return block([titleOf(context, "end"), `End time: ${stamp(context)}`]);
}

/** What -IncludeInvocationHeader writes before a line typed. */
export function invocationText(context: ExecutionContext): string {
  return block([`Command start time: ${stamp(context)}`]);
}

function block(lines: readonly string[]): string {
  return [rule, ...lines, rule].map((line) => line + newLine).join("");
}
