import { displayText, isNull, PSCustomObject, type Value, type ValueContext } from "../values/index.js";
import { Decimal, Double, SmallInteger } from "../values/numbers.js";
import { baseOf } from "../values/value.js";
import { compareObjects } from "./object-order.js";

/** The distinct ones among the objects added, in the order of their first appearance (`Select-Object -Unique`). */
export class UniqueObjects {
  private readonly inOrder: Value[] = [];
  /** Candidates for equality lie in one bucket, so that no object is compared with all others. */
  private readonly buckets = new Map<string, Value[]>();

  constructor(
    private readonly context: ValueContext,
    private readonly ignoreCase: boolean,
  ) {}

  add(value: Value): void {
    const key = this.bucketOf(value);
    const bucket = this.buckets.get(key);
    if (bucket === undefined) this.buckets.set(key, [value]);
    else if (bucket.some((other) => this.areEqual(other, value))) return;
    else bucket.push(value);
    this.inOrder.push(value);
  }

  values(): readonly Value[] {
    return this.inOrder;
  }

  private areEqual(a: Value, b: Value): boolean {
    const left = baseOf(a);
    const right = baseOf(b);
    if (left instanceof PSCustomObject && right instanceof PSCustomObject) return this.haveEqualNotes(left, right);
    return compareObjects(this.context, left, right, this.ignoreCase) === 0;
  }

  private haveEqualNotes(a: PSCustomObject, b: PSCustomObject): boolean {
    for (const member of a.instanceMembers) {
      if (member.kind !== "NoteProperty") continue;
      const other = b.instanceMembers.get(member.name);
      if (other?.kind !== "NoteProperty") return false;
      if (compareObjects(this.context, member.value, other.value, this.ignoreCase) !== 0) return false;
    }
    return true;
  }

  private bucketOf(value: Value): string {
    const base = baseOf(value);
    if (!(base instanceof PSCustomObject)) return bucketText(this.context, base);
    const parts: string[] = [];
    for (const member of base.instanceMembers) {
      if (member.kind !== "NoteProperty") continue;
      parts.push(member.name.toLowerCase(), bucketText(this.context, baseOf(member.value)));
    }
    return parts.join("\u0000");
  }
}

/** Equal for values that may compare as equal: 1, 1.0 and `'1'`; text in any case and composition. */
export function bucketText(context: ValueContext, value: Value): string {
  if (isNull(value)) return "";
  if (typeof value === "number" || typeof value === "bigint") return String(Number(value));
  if (typeof value === "boolean") return value ? "1" : "0";
  if (value instanceof Double || value instanceof SmallInteger) return String(value.value);
  if (value instanceof Decimal) return String(Number(value.mantissa) / 10 ** value.scale);
  // Objects that are only their members all compare as equal.
  if (value instanceof PSCustomObject) return "@";
  const text = typeof value === "string" ? value : displayText(context, value);
  const trimmed = text.trim();
  if (trimmed !== "" && !Number.isNaN(Number(trimmed))) return String(Number(trimmed));
  return [...text.normalize("NFD")]
    .filter((c) => !ignorable.has(c))
    .join("")
    .toLowerCase();
}

/** Characters that count for nothing in a comparison by culture. */
const ignorable = new Set(["\u0000", "\u00ad", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\ufeff"]);
