import { StreamRecord } from "../../binding/stream-records.js";
import type { ExecutionContext } from "../../runtime/execution-context.js";
import { PSDictionary } from "../../values/collections.js";
import { enumerate } from "../../values/enumeration.js";
import type { ErrorRecord } from "../../values/errors.js";
import { typeNamesOf } from "../../values/member-access/index.js";
import { isNull } from "../../values/objects.js";
import { displayText } from "../../values/text.js";
import { entriesOf } from "../../values/types/dictionary-types.js";
import type { Value } from "../../values/value.js";
import { typeOf } from "../../values/value-types.js";
import { errorRecordEntry } from "../error-views/error-entry.js";
import type { Formatting } from "../formatting.js";
import {
  type EntryData,
  FormatEndData,
  FormatEntryData,
  type FormatPacket,
  FormatStartData,
  GroupEndData,
  GroupStartData,
  isFormatPacket,
} from "../packets.js";
import type { FormatView, ViewShape } from "../views/view.js";
import type { ViewTable } from "../views/view-table.js";
import { propertyCustom, viewCustom } from "./custom-generator.js";
import { isDefaultScalar } from "./default-scalars.js";
import type { FormatCommand } from "./format-command.js";
import { formatError } from "./format-errors.js";
import { CellSource, type EntryGenerator } from "./generator.js";
import { Grouping } from "./grouping.js";
import { propertyList, propertyListEntry, viewList } from "./list-generator.js";
import { defaultDisplaySet, displayableProperties, hasProperties, remotingNotes } from "./properties.js";
import { typeNameOf } from "./property-parameter.js";
import { propertyTable, viewTable } from "./table-generator.js";
import { propertyWide, viewWide } from "./wide-generator.js";

/** A record that shows as its text, whatever is open. */
const informationRecord = "System.Management.Automation.InformationRecord";

/** From this many properties on, objects without a view are shown as lists. */
const mostTableProperties = 4;

const messageKinds = { Warning: "warning", Verbose: "verbose", Debug: "debug" } as const;

/** An open document: what the first object decided for all that follow. */
interface OpenDocument {
  readonly generator: EntryGenerator;
  /** The view in use; `null` when the columns come from properties. */
  readonly view: FormatView | null;
  readonly grouping: Grouping | null;
}

function isHashtable(value: Value): boolean {
  return value instanceof PSDictionary && value.type.fullName === "System.Collections.Hashtable";
}

/** What was found last by a list of type names. */
interface LatestAlone {
  readonly names: readonly string[];
  readonly views: ViewTable;
  readonly view: FormatView | undefined;
}

/**
 * The format stage: objects to packets (SPEC A.2). Format-* commands have one each; an Out-* command has one for all
 * raw objects that it gets.
 */
export class ObjectFormatter {
  private readonly source: CellSource;
  private document: OpenDocument | null = null;
  private latestAlone: LatestAlone | null = null;

  constructor(
    private readonly context: ExecutionContext,
    private readonly formatting: Formatting,
    private readonly command: FormatCommand,
    private readonly emit: (packet: FormatPacket) => void,
  ) {
    this.source = new CellSource(context, formatting.facts, command);
  }

  /** Takes an object of the pipeline; collections are taken apart one level. */
  write(value: Value): void {
    if (isNull(value)) return;
    if (isFormatPacket(value)) {
      this.emit(value);
      return;
    }
    const elements = value instanceof PSDictionary ? entriesOf(value) : enumerate(value);
    if (elements === null) {
      this.writeObject(value);
      return;
    }
    switch (this.command.expand) {
      case "CoreOnly":
        this.writeObject(value);
        break;
      case "EnumOnly":
        for (const element of elements) this.writeElement(element);
        break;
      case "Both":
        this.writeBoth(value, [...elements]);
        break;
    }
  }

  /** Closes the open group and document. */
  end(): void {
    if (this.document === null) return;
    this.emit(new GroupEndData(true));
    this.emit(new FormatEndData());
    this.document = null;
  }

  /** An element of a collection; `$null` shows as a text without a character. */
  private writeElement(element: Value): void {
    if (isFormatPacket(element)) this.emit(element);
    else this.writeObject(isNull(element) ? "" : element);
  }

  private writeBoth(value: Value, elements: readonly Value[]): void {
    this.outOfBand({ kind: "raw", text: "The following object supports IEnumerable:" }, value);
    this.outOfBand(this.hashtableEntry(value) ?? propertyListEntry(this.source, value), value);
    const count = elements.length;
    const text =
      count === 0
        ? "The IEnumerable contains no objects."
        : `The IEnumerable contains the following ${count === 1 ? "object" : `${count} objects`}:`;
    this.outOfBand({ kind: "raw", text }, value);
    for (const element of elements) {
      if (isHashtable(element)) this.writeInDocument(element);
      else this.writeElement(element);
    }
  }

  private writeObject(value: Value): void {
    if (!this.command.force) {
      const alone = this.aloneEntry(value);
      if (alone !== null) {
        this.outOfBand(alone, value);
        return;
      }
    }
    this.writeInDocument(value);
  }

  private writeInDocument(value: Value): void {
    if (this.document === null) {
      this.document = this.openDocument(value);
      this.emit(new FormatStartData(this.document.generator.shape));
      this.document.grouping?.update(value);
      this.emitGroupStart(this.document, value);
    } else if (!this.fitsDocument(this.document, value)) {
      this.outOfBand(propertyListEntry(this.source, value), value);
      this.writeErrors();
      return;
    } else if (this.document.grouping?.update(value) === true) {
      this.emit(new GroupEndData(false));
      this.emitGroupStart(this.document, value);
    }
    this.emit(new FormatEntryData(this.document.generator.entry(value), false, value));
    this.writeErrors();
  }

  /** What shows an object by itself, whatever is open: error records, scalars, objects without properties. */
  private aloneEntry(value: Value): EntryData | null {
    const isText =
      isDefaultScalar(value) ||
      typeNamesOf(value)[0] === informationRecord ||
      (value instanceof StreamRecord && !value.isFromStream);
    if (isText) return { kind: "raw", text: displayText(this.context, value) };
    const hashtable = this.hashtableEntry(value);
    if (hashtable !== null) return hashtable;
    const error = errorRecordEntry(this.context, this.formatting, value);
    if (error !== null) return error;
    if (value instanceof StreamRecord && value.isFromStream)
      return { kind: "message", stream: messageKinds[value.kind], text: value.message };
    const view = this.aloneView(typeNamesOf(value));
    if (view !== undefined) return this.viewGenerator(view, value).entry(value);
    if (!hasProperties(this.context, value) && !this.hasView(value)) {
      return { kind: "raw", text: displayText(this.context, value) };
    }
    return null;
  }

  /** A hashtable that nobody takes apart is shown by the name of its type (asked of the engine). */
  private hashtableEntry(value: Value): EntryData | null {
    return isHashtable(value) ? { kind: "raw", text: displayText(this.context, value) } : null;
  }

  /** The view that shows objects of these type names by themselves: objects that follow one another share the list. */
  private aloneView(names: readonly string[]): FormatView | undefined {
    const { views } = this.formatting;
    if (this.latestAlone?.names !== names || this.latestAlone.views !== views) {
      this.latestAlone = { names, views, view: views.find(names, (v) => v.outOfBand === true) };
    }
    return this.latestAlone.view;
  }

  private hasView(value: Value): boolean {
    return this.findView(value, this.command.shape) !== undefined;
  }

  private outOfBand(entry: EntryData, value: Value): void {
    this.emit(new FormatEntryData(entry, true, value));
  }

  private writeErrors(): void {
    for (const record of this.source.takeErrors()) this.writeErrorRecord(record);
  }

  private writeErrorRecord(record: ErrorRecord): void {
    const entry = errorRecordEntry(this.context, this.formatting, record);
    if (entry !== null) this.outOfBand(entry, record);
  }

  private findView(value: Value, shape: ViewShape | null): FormatView | undefined {
    return this.formatting.views.find(
      typeNamesOf(value),
      (view) => view.outOfBand !== true && (shape === null || view.kind === shape),
    );
  }

  private openDocument(first: Value): OpenDocument {
    const { shape, properties, viewName } = this.command;
    if (viewName !== null && viewName !== "" && shape !== null) {
      const view = this.namedView(first, shape, viewName);
      return { generator: this.viewGenerator(view, first), view, grouping: Grouping.of(this.source, view) };
    }
    const view = properties.length > 0 ? undefined : this.findView(first, shape);
    if (view !== undefined) {
      return { generator: this.viewGenerator(view, first), view, grouping: Grouping.of(this.source, view) };
    }
    const generator = this.propertyGenerator(shape ?? this.shapeByCount(first), first);
    return { generator, view: null, grouping: Grouping.of(this.source, null) };
  }

  private shapeByCount(first: Value): ViewShape {
    const names = defaultDisplaySet(this.context, first) ?? displayableProperties(this.context, first);
    const shown = names.filter((name) => !remotingNotes.has(name.toLowerCase()) || names.length === 1);
    return shown.length <= mostTableProperties ? "table" : "list";
  }

  private propertyGenerator(shape: ViewShape, first: Value): EntryGenerator {
    switch (shape) {
      case "table":
        return propertyTable(this.source, first);
      case "list":
        return propertyList(this.source);
      case "wide":
        return propertyWide(this.source, first);
      case "custom":
        return propertyCustom(this.source);
    }
  }

  private viewGenerator(view: FormatView, first: Value): EntryGenerator {
    switch (view.kind) {
      case "table":
        return viewTable(this.source, view, first);
      case "list":
        return viewList(this.source, view);
      case "wide":
        return viewWide(this.source, view);
      case "custom":
        return viewCustom(this.source, view);
    }
  }

  private namedView(first: Value, shape: ViewShape, name: string): FormatView {
    const { views } = this.formatting;
    const typeNames = typeNamesOf(first);
    const wanted = name.toLowerCase();
    const view = views.find(typeNames, (v) => v.kind === shape && v.name.toLowerCase() === wanted);
    if (view !== undefined) return view;
    const kind = `${shape.charAt(0).toUpperCase()}${shape.slice(1)}`;
    // The real engine looks at the .NET types here, not at PSTypeNames.
    const types = typeOf(first)?.typeNameHierarchy ?? [];
    const others = types.flatMap((typeName) => views.viewsOf(typeName).filter((v) => v.kind === shape));
    const message =
      others.length === 0
        ? `The view name ${name} cannot be found. There are no existing ${kind} views for ${typeNameOf(first)} objects.`
        : `The view name ${name} cannot be found. Specify one of the following ${kind} views and try again: ${[...new Set(others.map((v) => v.name))].join(", ")}.`;
    throw formatError(
      "FormatViewNotFound",
      "ObjectNotFound",
      "System.Management.Automation.PipelineStoppedException",
      message,
      name,
    );
  }

  /** With a view, an object must be of one of its types; columns from properties take every object. */
  private fitsDocument(document: OpenDocument, value: Value): boolean {
    const { view } = document;
    if (view === null) return true;
    return this.formatting.views.find(typeNamesOf(value), (v) => v === view) !== undefined;
  }

  private emitGroupStart({ grouping }: OpenDocument, value: Value): void {
    this.emit(new GroupStartData(grouping?.labelFor(value) ?? null));
  }
}
