import type { ConfirmImpact } from "../runtime/command-metadata.js";
import type { BoundParameters, ExecutionContext } from "../runtime/execution-context.js";
import { isTrue, tryConvertTo } from "../values/conversion/index.js";
import { EnumValue } from "../values/numbers.js";
import { SwitchParameter } from "../values/objects.js";
import { typeNamed } from "../values/types.js";
import { baseOf, type Value } from "../values/value.js";

/** System.Management.Automation.ActionPreference, by name. */
export type ActionPreference = "SilentlyContinue" | "Stop" | "Continue" | "Inquire" | "Ignore" | "Suspend" | "Break";

const actions: readonly ActionPreference[] = [
  "SilentlyContinue",
  "Stop",
  "Continue",
  "Inquire",
  "Ignore",
  "Suspend",
  "Break",
];

/** The streams that have a preference, with the common parameter that outweighs it. */
const preferenceVariables = {
  Error: { parameter: "ErrorAction", variable: "ErrorActionPreference", standard: "Continue" },
  Warning: { parameter: "WarningAction", variable: "WarningPreference", standard: "Continue" },
  Information: { parameter: "InformationAction", variable: "InformationPreference", standard: "SilentlyContinue" },
  Verbose: { parameter: "Verbose", variable: "VerbosePreference", standard: "SilentlyContinue" },
  Debug: { parameter: "Debug", variable: "DebugPreference", standard: "SilentlyContinue" },
} as const;

/** A stream that has a preference variable. */
export type PreferenceStream = keyof typeof preferenceVariables;

/** What a command does with a record of a stream: its own common parameter, else the preference variable. */
export function actionFor(
  context: ExecutionContext,
  bound: BoundParameters,
  stream: PreferenceStream,
  debugSwitch: ActionPreference,
): ActionPreference {
  const { parameter, variable, standard } = preferenceVariables[stream];
  const given = bound.common.get(parameter);
  if (stream === "Verbose" || stream === "Debug") {
    if (given !== undefined)
      return isSwitchOn(given) ? (stream === "Debug" ? debugSwitch : "Continue") : "SilentlyContinue";
  } else if (given !== undefined) {
    return toAction(context, given) ?? standard;
  }
  // The switches of a command outweigh the variables of its other texts, too.
  if ((stream === "Warning" || stream === "Verbose") && isSwitchOn(bound.common.get("Debug"))) return "Inquire";
  if (stream === "Warning" && isSwitchOn(bound.common.get("Verbose"))) return "Continue";
  const value = context.getVariable(variable);
  return value === undefined ? standard : (toAction(context, value) ?? standard);
}

/** The name of the preference variable of a stream. */
export function preferenceVariable(stream: PreferenceStream): string {
  return preferenceVariables[stream].variable;
}

function toAction(context: ExecutionContext, value: Value): ActionPreference | undefined {
  const base = baseOf(value);
  if (base instanceof EnumValue) return actions[Number(base.value)];
  if (base === null) return undefined;
  const converted = tryConvertTo(context, base, typeNamed("System.Management.Automation.ActionPreference"));
  return converted instanceof EnumValue ? actions[Number(converted.value)] : undefined;
}

/** Whether a bound switch is on. */
export function isSwitchOn(value: Value | undefined): boolean {
  if (value === undefined) return false;
  if (value instanceof SwitchParameter) return value.isPresent;
  return isTrue(value);
}

/** -WhatIf, else `$WhatIfPreference`. */
export function isWhatIf(context: ExecutionContext, bound: BoundParameters): boolean {
  const given = bound.common.get("WhatIf");
  if (given !== undefined) return isSwitchOn(given);
  const preference = context.getVariable("WhatIfPreference");
  return preference !== undefined && isSwitchOn(preference);
}

const impacts: readonly ConfirmImpact[] = ["None", "Low", "Medium", "High"];

/** Whether an operation of this impact is confirmed: -Confirm, else `$ConfirmPreference` (High). */
export function needsConfirmation(context: ExecutionContext, bound: BoundParameters, impact: ConfirmImpact): boolean {
  const threshold = confirmThreshold(context, bound);
  return threshold > 0 && impacts.indexOf(impact) >= threshold;
}

function confirmThreshold(context: ExecutionContext, bound: BoundParameters): number {
  const given = bound.common.get("Confirm");
  if (given !== undefined) return isSwitchOn(given) ? impacts.indexOf("Low") : impacts.indexOf("None");
  const preference = baseOf(context.getVariable("ConfirmPreference") ?? null);
  if (preference instanceof EnumValue) return Number(preference.value);
  if (preference === null) return impacts.indexOf("High");
  const converted = tryConvertTo(context, preference, typeNamed("System.Management.Automation.ConfirmImpact"));
  return converted instanceof EnumValue ? Number(converted.value) : impacts.indexOf("High");
}
