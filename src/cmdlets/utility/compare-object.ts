import type { Bound, ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import {
  evaluateExpression,
  expressionKey,
  expressionText,
  type PropertyParameter,
  parsePropertyParameters,
} from "../../formatting/property-expressions.js";
import type { CmdletBody, CmdletRuntime } from "../../runtime/cmdlet.js";
import { isNull, PSCustomObject, type Value } from "../../values/index.js";
import { baseOf } from "../../values/value.js";
import { addMember, asObject } from "../instance-members.js";
import { compareKeys, keysOf, type ObjectKey } from "../object-keys.js";
import { bucketText } from "../unique-objects.js";

const parameters = {
  ReferenceObject: { type: "psobject[]", position: 0, mandatory: true, allowEmptyCollection: true },
  DifferenceObject: { type: "psobject[]", position: 1, mandatory: true, pipeline: "value", allowEmptyCollection: true },
  SyncWindow: { type: "int", validate: [{ kind: "ValidateRange", min: 0, max: 2147483647 }] },
  Property: { type: "object[]" },
  ExcludeDifferent: { type: "switch" },
  IncludeEqual: { type: "switch" },
  PassThru: { type: "switch" },
  Culture: { type: "string", coverage: "accepted" },
  CaseSensitive: { type: "switch" },
} as const satisfies ParameterDeclarations;

/** SPEC E.7. */
export const compareObject = defineCmdlet({
  name: "Compare-Object",
  typeName: "Microsoft.PowerShell.Commands.CompareObjectCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Shows in which objects two lists differ.",
  parameters,
  create: (bound, cmdlet) => new Comparison(bound, cmdlet),
});

type Side = "<=" | "=>" | "==";

interface Entry {
  readonly object: Value;
  readonly keys: readonly ObjectKey[];
  readonly bucket: string;
}

class Comparison implements CmdletBody {
  private properties: readonly PropertyParameter[] = [];
  private references: readonly Value[] = [];
  private next = 0;
  private readonly unmatchedReferences: Backlog;
  private readonly unmatchedDifferences: Backlog;
  private readonly showsEqual: boolean;

  constructor(
    private readonly bound: Bound<typeof parameters>,
    private readonly cmdlet: CmdletRuntime,
  ) {
    const window = bound.SyncWindow ?? 2147483647;
    this.unmatchedReferences = new Backlog(window);
    this.unmatchedDifferences = new Backlog(window);
    const implied =
      cmdlet.context.facts.languageVersion >= 7 && bound.ExcludeDifferent && !cmdlet.isBound("IncludeEqual");
    this.showsEqual = bound.IncludeEqual || implied;
  }

  begin(): void {
    this.properties = parsePropertyParameters(this.bound.Property, [expressionKey], (record) =>
      this.cmdlet.throwTerminatingError(record),
    );
    this.references = this.bound.ReferenceObject?.items ?? [];
  }

  process(): void {
    for (const difference of this.bound.DifferenceObject?.items ?? []) this.step(difference);
  }

  end(): void {
    while (this.next < this.references.length) this.step(undefined);
    for (const { object } of this.unmatchedDifferences.entries()) this.emit(object, "=>");
    for (const { object } of this.unmatchedReferences.entries()) this.emit(object, "<=");
  }

  /** One pair: equal, or each looks for its match among what the other side left over. */
  private step(differenceObject: Value | undefined): void {
    const reference = this.next < this.references.length ? this.entryOf(this.references[this.next++] ?? null) : null;
    const difference = differenceObject === undefined ? null : this.entryOf(differenceObject);
    if (reference !== null && difference !== null && this.areEqual(reference, difference)) {
      this.emit(reference.object, "==");
      return;
    }
    if (difference !== null) {
      const match = this.unmatchedReferences.take(difference.bucket, (entry) => this.areEqual(entry, difference));
      if (match !== null) this.emit(match.object, "==");
      else this.leave(this.unmatchedDifferences, difference, "=>");
    }
    if (reference !== null) {
      const match = this.unmatchedDifferences.take(reference.bucket, (entry) => this.areEqual(reference, entry));
      if (match !== null) this.emit(reference.object, "==");
      else this.leave(this.unmatchedReferences, reference, "<=");
    }
  }

  private leave(backlog: Backlog, entry: Entry, side: Side): void {
    const pushedOut = backlog.add(entry);
    if (pushedOut !== null) this.emit(pushedOut.object, side);
  }

  private entryOf(object: Value): Entry {
    const keys =
      this.properties.length === 0
        ? [{ value: object, exists: true }]
        : keysOf(
            this.cmdlet,
            object,
            this.properties.map((p) => p.expression),
          );
    const bucket = keys.map((key) => bucketText(this.cmdlet.context, baseOf(key.value))).join("\u0000");
    return { object, keys, bucket };
  }

  private areEqual(reference: Entry, difference: Entry): boolean {
    return compareKeys(this.cmdlet.context, reference.keys, difference.keys, [], !this.bound.CaseSensitive) === 0;
  }

  private emit(object: Value, side: Side): void {
    if (side === "==" ? !this.showsEqual : this.bound.ExcludeDifferent) return;
    const { cmdlet } = this;
    if (this.bound.PassThru && object !== null && !isNull(object)) {
      const marked = asObject(object);
      addMember(marked, { kind: "NoteProperty", name: "SideIndicator", value: side });
      cmdlet.writeObject(marked);
      return;
    }
    const notes: [string, Value][] =
      this.properties.length === 0 ? [["InputObject", object]] : this.propertyNotes(object);
    cmdlet.writeObject(new PSCustomObject([...notes, ["SideIndicator", side]]));
  }

  private propertyNotes(object: Value): [string, Value][] {
    const { context } = this.cmdlet;
    return this.properties.flatMap(({ expression }): [string, Value][] => {
      const results = evaluateExpression(context, object, expression);
      if (results.length === 0) return [[expressionText(context, expression), null]];
      return results.map(({ name, value }) => [name, value]);
    });
  }
}

/** Entries of one side that have found no match, oldest first, at most `limit` of them. */
class Backlog {
  private readonly inOrder = new Set<Entry>();
  private readonly buckets = new Map<string, Set<Entry>>();
  constructor(private readonly limit: number) {}

  entries(): Iterable<Entry> {
    return this.inOrder;
  }

  /** Adds an entry; what no longer fits is given back. */
  add(entry: Entry): Entry | null {
    if (this.limit === 0) return entry;
    let pushedOut: Entry | null = null;
    if (this.inOrder.size >= this.limit) {
      pushedOut = this.inOrder.values().next().value ?? null;
      if (pushedOut !== null) this.remove(pushedOut);
    }
    this.inOrder.add(entry);
    const bucket = this.buckets.get(entry.bucket) ?? new Set();
    this.buckets.set(entry.bucket, bucket);
    bucket.add(entry);
    return pushedOut;
  }

  /** Takes out the oldest entry that matches. */
  take(bucketKey: string, matches: (entry: Entry) => boolean): Entry | null {
    for (const entry of this.buckets.get(bucketKey) ?? []) {
      if (!matches(entry)) continue;
      this.remove(entry);
      return entry;
    }
    return null;
  }

  private remove(entry: Entry): void {
    this.inOrder.delete(entry);
    this.buckets.get(entry.bucket)?.delete(entry);
  }
}
