import type { DotNetMember, DotNetType } from "../values/dotnet-type.js";
import { heapClass } from "../values/heap/heap-class.js";
import { defineType, typeNamed } from "../values/types.js";
import { DotNetObject, type Value } from "../values/value.js";
import type { MessageKind } from "./messages.js";
import type { Alignment, ViewShape } from "./views/view.js";

/**
 * What Format-* commands give: objects that describe text to be laid out (SPEC A.1). They can be kept, counted, sent
 * through the pipeline and laid out later.
 */
export abstract class FormatPacket extends DotNetObject {
  abstract readonly packet: "formatStart" | "groupStart" | "entry" | "groupEnd" | "formatEnd";
}

/** Whether a value is something that a Format-* command made. */
export function isFormatPacket(value: Value): value is FormatPacket {
  return value instanceof FormatPacket;
}

export interface ColumnInfo {
  readonly label: string;
  /** 0: measured or shared. */
  readonly width: number;
  readonly alignment: Alignment;
}

/** How the entries of a document are arranged. */
export type ShapeData =
  | {
      readonly kind: "table";
      readonly columns: readonly ColumnInfo[];
      readonly hideHeader: boolean;
      readonly autoSize: boolean;
      readonly repeatHeader: boolean;
    }
  | { readonly kind: "list" }
  /** `columns` 0: chosen by autoSize. */
  | { readonly kind: "wide"; readonly columns: number; readonly autoSize: boolean }
  | { readonly kind: "custom" };

/** Pieces of complex text: group labels, custom views, error records. */
export type TextToken =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "newLine" }
  | {
      readonly kind: "frame";
      readonly leftIndent: number;
      readonly rightIndent: number;
      /** Positive: first line indented more than the others; negative: hanging. */
      readonly firstLine: number;
      readonly tokens: readonly TextToken[];
    };

export interface Cell {
  readonly text: string;
  /** Instead of the column's, when the row has one of its own. */
  readonly alignment: Alignment;
}

/** One object's text, not yet laid out. */
export type EntryData =
  | { readonly kind: "table"; readonly cells: readonly Cell[]; readonly multiLine: boolean }
  | { readonly kind: "list"; readonly fields: readonly { readonly label: string; readonly text: string }[] }
  | { readonly kind: "wide"; readonly text: string }
  | { readonly kind: "complex"; readonly tokens: readonly TextToken[]; readonly neverWraps?: boolean }
  | { readonly kind: "raw"; readonly text: string }
  /** A record of a message stream: a console shows it as it shows that stream. */
  | { readonly kind: "message"; readonly stream: MessageKind; readonly text: string };

const internal = "Microsoft.PowerShell.Commands.Internal.Format.";

/** A value behind a packet's property whose inside nobody reads. */
class FormatDetail extends DotNetObject {
  constructor(private readonly typeName: string) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(internal + this.typeName);
  }
}
heapClass("FormatDetail", FormatDetail);

const headerTypes: Readonly<Record<ViewShape, string>> = {
  table: "TableHeaderInfo",
  list: "ListViewHeaderInfo",
  wide: "WideViewHeaderInfo",
  custom: "ComplexViewHeaderInfo",
};
const entryTypes: Readonly<Record<EntryData["kind"], string>> = {
  table: "TableRowEntry",
  list: "ListViewEntry",
  wide: "WideViewEntry",
  complex: "ComplexViewEntry",
  raw: "RawTextFormatEntry",
  message: "RawTextFormatEntry",
};

/** Begins a document. */
export class FormatStartData extends FormatPacket {
  readonly packet = "formatStart";
  readonly shapeInfo: DotNetObject;
  constructor(readonly shape: ShapeData) {
    super();
    this.shapeInfo = new FormatDetail(headerTypes[shape.kind]);
  }
  get type(): DotNetType {
    return typeNamed(`${internal}FormatStartData`);
  }
}
heapClass("FormatStartData", FormatStartData);

/** Begins a group of entries; `label` stands above it. */
export class GroupStartData extends FormatPacket {
  readonly packet = "groupStart";
  readonly groupingEntry: DotNetObject | null;
  constructor(readonly label: readonly TextToken[] | null) {
    super();
    this.groupingEntry = label === null ? null : new FormatDetail("GroupingEntry");
  }
  get type(): DotNetType {
    return typeNamed(`${internal}GroupStartData`);
  }
}
heapClass("GroupStartData", GroupStartData);

/** One object. */
export class FormatEntryData extends FormatPacket {
  readonly packet = "entry";
  private detail: DotNetObject | null = null;
  constructor(
    readonly entry: EntryData,
    /** Printed by itself, outside the table or list around it. */
    readonly outOfBand: boolean,
    /** The object that was formatted, for users who want objects rather than text. */
    readonly source: Value,
  ) {
    super();
  }
  get formatEntryInfo(): DotNetObject {
    this.detail ??= new FormatDetail(entryTypes[this.entry.kind]);
    return this.detail;
  }
  get type(): DotNetType {
    return typeNamed(`${internal}FormatEntryData`);
  }
}
heapClass("FormatEntryData", FormatEntryData, { caches: { detail: null } });

export class GroupEndData extends FormatPacket {
  readonly packet = "groupEnd";
  /** `isLast`: the document ends behind it; a further group follows otherwise. */
  constructor(readonly isLast: boolean) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(`${internal}GroupEndData`);
  }
}
heapClass("GroupEndData", GroupEndData);

export class FormatEndData extends FormatPacket {
  readonly packet = "formatEnd";
  get type(): DotNetType {
    return typeNamed(`${internal}FormatEndData`);
  }
}
heapClass("FormatEndData", FormatEndData);

function property(name: string, typeName: string, get: (self: Value) => Value): DotNetMember {
  return { kind: "Property", name, typeName, get: (_context, self) => get(self), set: null };
}

/** The property by which serialized packets are recognized. */
function classId(id: string): DotNetMember {
  return property("ClassId2e4f51ef21dd47e99d3c952918aff9cd", "string", () => id);
}

const absent = (name: string, typeName: string) => property(name, internal + typeName, () => null);
const shapeInfo = property("shapeInfo", `${internal}ShapeInfo`, (self) =>
  self instanceof FormatStartData ? self.shapeInfo : null,
);
const groupingEntry = property("groupingEntry", `${internal}GroupingEntry`, (self) =>
  self instanceof GroupStartData ? self.groupingEntry : null,
);

const infoData = `${internal}FormatInfoData`;
for (const name of [...new Set([...Object.values(headerTypes), ...Object.values(entryTypes), "GroupingEntry"])]) {
  defineType({ fullName: internal + name, base: infoData });
}
defineType({ fullName: infoData });
defineType({
  fullName: `${internal}FormatStartData`,
  base: infoData,
  members: () => [
    classId("033ecb2bc07a4d43b5ef94ed5a35d280"),
    absent("pageHeaderEntry", "PageHeaderEntry"),
    absent("pageFooterEntry", "PageFooterEntry"),
    absent("autosizeInfo", "AutosizeInfo"),
    shapeInfo,
    groupingEntry,
  ],
});
defineType({
  fullName: `${internal}GroupStartData`,
  base: infoData,
  members: () => [classId("9e210fe47d09416682b841769c78b8a3"), shapeInfo, groupingEntry],
});
defineType({
  fullName: `${internal}FormatEntryData`,
  base: infoData,
  members: () => [
    classId("27c87ef9bbda4f709f6b4002fa4af63c"),
    property("formatEntryInfo", `${internal}FormatEntryInfo`, (self) =>
      self instanceof FormatEntryData ? self.formatEntryInfo : null,
    ),
    property("outOfBand", "bool", (self) => self instanceof FormatEntryData && self.outOfBand),
    property("writeStream", `${internal}WriteStreamType`, () => null),
    property("isHelpObject", "bool", () => false),
  ],
});
defineType({
  fullName: `${internal}GroupEndData`,
  base: infoData,
  members: () => [classId("4ec4f0187cb04f4cb6973460dfe252df"), groupingEntry],
});
defineType({
  fullName: `${internal}FormatEndData`,
  base: infoData,
  members: () => [classId("cf522b78d86c486691226b40aa69e95c"), groupingEntry],
});
