import type { ExecutionContext } from "../../runtime/execution-context.js";
import type { ErrorCategory, ErrorRecord } from "../../values/errors.js";
import { PSCustomObject } from "../../values/objects.js";
import { netText } from "../../values/text.js";
import { baseOf, type Value } from "../../values/value.js";
import type { ErrorLayoutFacts } from "../formatting-facts.js";

/** Names of activity, target and type above this length are shortened. */
const longestName = 40;

/** `ObjectNotFound: (foo:String) [Get-Item], ItemNotFoundException` (SPEC D.1). */
export function categoryInfo(context: ExecutionContext, record: ErrorRecord, facts: ErrorLayoutFacts): string {
  const short = (text: string): string => shortened(text, facts);
  const target = short(record.targetName ?? targetName(context, record.target));
  const type = short(record.targetType ?? targetType(record.target));
  return `${categoryText(record.category)}: (${target}:${type}) [${short(record.activity)}], ${reasonOf(record)}`;
}

/** The exception's short type name unless the record names another reason. */
export function reasonOf(record: ErrorRecord): string {
  return record.reason !== "" ? record.reason : record.exception.type.name;
}

/** The only category whose text is not its name. */
export function categoryText(category: ErrorCategory): string {
  return category === "DeadlockDetected" ? "Deadlock detected" : category;
}

function shortened(text: string, { categoryKeep, categoryEllipsis }: ErrorLayoutFacts): string {
  if (text.length <= longestName) return text;
  return text.slice(0, categoryKeep) + categoryEllipsis + text.slice(-categoryKeep);
}

function targetName(context: ExecutionContext, target: Value): string {
  return target === null ? "" : netText(context, target);
}

function targetType(target: Value): string {
  const base = baseOf(target);
  switch (typeof base) {
    case "string":
      return "String";
    case "number":
      return "Int32";
    case "bigint":
      return "Int64";
    case "boolean":
      return "Boolean";
    default:
      if (base === null) return "";
      return base instanceof PSCustomObject ? "PSObject" : base.type.name;
  }
}
