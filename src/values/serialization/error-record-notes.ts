import { categoryInfoText, reasonOf, targetNameOf, targetTypeOf } from "../category-info.js";
import { enumValueNamed } from "../enumerations.js";
import type { ErrorRecord } from "../errors.js";
import { getProperty } from "../member-access/index.js";
import { typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";

/** An error record as notes, in the order in which remoting and Clixml write them. */
export function errorRecordNotes(
  context: ValueContext,
  record: ErrorRecord,
): readonly { readonly name: string; readonly value: Value }[] {
  const category = enumValueNamed(typeNamed("System.Management.Automation.ErrorCategory"), record.category);
  const notes: (readonly [string, Value])[] = [
    ["Exception", record.exception],
    ["TargetObject", record.target],
    ["FullyQualifiedErrorId", record.fullyQualifiedErrorId],
    ["InvocationInfo", getProperty(context, record, "InvocationInfo") ?? null],
    ["ErrorCategory_Category", Number(category?.value ?? 0n)],
    ["ErrorCategory_Activity", record.activity],
    ["ErrorCategory_Reason", reasonOf(record)],
    ["ErrorCategory_TargetName", targetNameOf(context, record)],
    ["ErrorCategory_TargetType", targetTypeOf(record)],
    ["ErrorCategory_Message", categoryInfoText(context, record)],
    ["SerializeExtendedInfo", false],
  ];
  if (record.details !== null)
    notes.push(["ErrorDetails_Message", record.details], ["ErrorDetails_RecommendedAction", null]);
  notes.push(["ErrorDetails_ScriptStackTrace", record.scriptStackTrace], ["PSMessageDetails", null]);
  return notes.map(([name, value]) => ({ name, value }));
}
