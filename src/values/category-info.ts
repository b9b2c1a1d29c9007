import type { ErrorCategory, ErrorRecord } from "./errors.js";
import { PSCustomObject } from "./objects.js";
import { netText } from "./text.js";
import { baseOf, type Value } from "./value.js";
import type { ValueContext } from "./value-context.js";

/** Names of activity, target and type above this length are shortened. */
const longestName = 40;

/** `ObjectNotFound: (foo:String) [Get-Item], ItemNotFoundException`: CategoryInfo's text (SPEC D.1). */
export function categoryInfoText(context: ValueContext, record: ErrorRecord): string {
  const short = (text: string): string => shortened(context, text);
  const target = short(targetNameOf(context, record));
  const type = short(targetTypeOf(record));
  return `${categoryText(record.category)}: (${target}:${type}) [${short(record.activity)}], ${reasonOf(record)}`;
}

/** CategoryInfo.Reason: the exception's short type name unless the record names another reason. */
export function reasonOf(record: ErrorRecord): string {
  return record.reason !== "" ? record.reason : record.exception.type.name;
}

/** CategoryInfo.TargetName: the text of the target unless the record names it. */
export function targetNameOf(context: ValueContext, { target, targetName }: ErrorRecord): string {
  return targetName ?? (target === null ? "" : netText(context, target));
}

/** CategoryInfo.TargetType: the short type name of the target unless the record names it. */
export function targetTypeOf({ target, targetType }: ErrorRecord): string {
  return targetType ?? typeNameOf(target);
}

/** The only category whose text is not its name. */
function categoryText(category: ErrorCategory): string {
  return category === "DeadlockDetected" ? "Deadlock detected" : category;
}

function shortened({ facts }: ValueContext, text: string): string {
  if (text.length <= longestName) return text;
  const [keep, ellipsis] = facts.exceptionTexts === "core" ? [19, "\u2026"] : [15, "..."];
  return text.slice(0, keep) + ellipsis + text.slice(-keep);
}

function typeNameOf(target: Value): string {
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
