import type { DotNetType } from "../dotnet-type.js";
import { EnumerableObject } from "../enumeration.js";
import { heapClass } from "../heap/heap-class.js";
import type { GroupCapture, Regex, RegexMatchData } from "../regex/index.js";
import { typeNamed } from "../types.js";
import { DotNetObject, type Value } from "../value.js";
import type { ValueContext } from "../value-context.js";

/** Where a match was found. */
interface SearchedText {
  readonly regex: Regex;
  readonly text: string;
}

/** Capture, Group or Match: a piece of text and where it stands. */
export class RegexCapture extends DotNetObject {
  constructor(
    readonly kind: "Capture" | "Group" | "Match",
    readonly capture: GroupCapture,
    /** Of a Match and its groups: the whole, [0] of its groups. */
    readonly data: RegexMatchData | null = null,
    /** Which of its groups this is. */
    readonly position = 0,
    /** Only of a Match: where the next one is looked for. */
    private readonly searched: SearchedText | null = null,
  ) {
    super();
  }
  /** The match behind this one. */
  next(context: ValueContext): RegexCapture {
    const { data, searched } = this;
    if (data === null || searched === null) return makeMatch(null);
    return chainedMatch(searched.regex, searched.text, searched.regex.matchAfter(context, searched.text, data));
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
export function makeMatch(data: RegexMatchData | null, searched: SearchedText | null = null): RegexCapture {
  if (data === null) return new RegexCapture("Match", { name: "0", index: 0, text: "", success: false });
  const capture = { name: "0", index: data.index, text: data.text, success: true };
  return new RegexCapture("Match", capture, data, 0, searched);
}

/** A match that knows where the one behind it is to be looked for. */
export function chainedMatch(regex: Regex, text: string, data: RegexMatchData | null): RegexCapture {
  return makeMatch(data, { regex, text });
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
    groups.map((g, i) => (i === 0 ? match : new RegexCapture("Group", g, match.data, i))),
  );
}

/** The captures of a group; the last is the group itself, and the only one of a match is the match. */
export function capturesOf(group: RegexCapture): RegexCollection {
  if (!group.capture.success) return new RegexCollection("CaptureCollection", []);
  const earlier = group.kind === "Match" ? [] : (group.data?.captures(group.position) ?? []).slice(0, -1);
  return new RegexCollection("CaptureCollection", [...earlier.map((c) => new RegexCapture("Capture", c)), group]);
}
