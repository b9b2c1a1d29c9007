import type { DotNetType } from "../dotnet-type.js";
import { EnumerableObject } from "../enumeration.js";
import { heapClass } from "../heap/heap-class.js";
import type { GroupCapture, Regex, RegexMatchData } from "../regex/index.js";
import { typeNamed } from "../types.js";
import { DotNetObject, type Value } from "../value.js";
import type { ValueContext } from "../value-context.js";

/** Where a match is looked for. */
interface RestOfText {
  readonly regex: Regex;
  readonly text: string;
  readonly start: number;
}

/** Capture, Group or Match: a piece of text and where it stands. */
export class RegexCapture extends DotNetObject {
  constructor(
    readonly kind: "Capture" | "Group" | "Match",
    readonly capture: GroupCapture,
    /** Only of a Match: its groups, [0] the whole. */
    readonly data: RegexMatchData | null = null,
    /** Only of a Match that Regex.Match gave: where the next one is looked for. */
    private readonly rest: RestOfText | null = null,
  ) {
    super();
  }
  /** The match behind this one. */
  next(context: ValueContext): RegexCapture {
    return this.rest === null ? makeMatch(null) : matchFrom(context, this.rest);
  }
  get type(): DotNetType {
    return typeNamed(`System.Text.RegularExpressions.${this.kind}`);
  }
  toNetText(): string {
    return this.capture.text;
  }
}
heapClass("RegexCapture", RegexCapture);

/** A Match value; `null` data makes the failed match that .NET gives instead of null. */
export function makeMatch(data: RegexMatchData | null, rest: RestOfText | null = null): RegexCapture {
  if (data === null) return new RegexCapture("Match", { name: "0", index: 0, text: "", success: false });
  return new RegexCapture("Match", { name: "0", index: data.index, text: data.text, success: true }, data, rest);
}

/** The first match in the rest of a text, which knows where the next one is to be looked for. */
export function matchFrom(context: ValueContext, place: RestOfText): RegexCapture {
  const { regex, text, start } = place;
  const data = start <= text.length ? regex.match(context, text, start) : null;
  if (data === null) return makeMatch(null);
  const next = data.index + data.text.length + (data.text === "" ? 1 : 0);
  return makeMatch(data, { regex, text, start: next });
}

/** GroupCollection, CaptureCollection or MatchCollection. */
export class RegexCollection extends EnumerableObject {
  override readonly isList = true;
  constructor(
    readonly kind: "GroupCollection" | "CaptureCollection" | "MatchCollection",
    readonly items: readonly RegexCapture[],
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(`System.Text.RegularExpressions.${this.kind}`);
  }
  override elements(): readonly RegexCapture[] {
    return this.items;
  }
  override count(): number {
    return this.items.length;
  }
  /** By position, and a group by its number or name. */
  item(key: Value): RegexCapture {
    const name = typeof key === "number" ? `${key}` : typeof key === "string" ? key : "";
    const found =
      this.kind === "GroupCollection"
        ? (this.items.find((g) => g.capture.name === name) ?? this.items[Number(name)])
        : this.items[typeof key === "number" ? key : Number(name)];
    return found ?? new RegexCapture("Group", { name, index: 0, text: "", success: false });
  }
}
heapClass("RegexCollection", RegexCollection);

/** The groups of a match. */
export function groupsOf(match: RegexCapture): RegexCollection {
  const groups = match.data?.groups ?? [match.capture];
  return new RegexCollection(
    "GroupCollection",
    groups.map((g, i) => (i === 0 ? match : new RegexCapture("Group", g))),
  );
}
