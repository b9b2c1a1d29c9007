import type { Bound, ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import {
  evaluateExpression,
  expressionKey,
  expressionText,
  labelKey,
  nameExpression,
  type PropertyParameter,
  type PropertyResult,
  parsePropertyParameters,
} from "../../formatting/property-expressions.js";
import type { CmdletBody, CmdletRuntime } from "../../runtime/cmdlet.js";
import {
  enumerate,
  isNull,
  type PSArray,
  PSCustomObject,
  propertiesOf,
  typeNamesOf,
  type Value,
  WildcardPattern,
} from "../../values/index.js";
import { baseOf, DotNetObject } from "../../values/value.js";
import { cmdletError } from "../error-record.js";
import { addMember, asObject, insertTypeName } from "../instance-members.js";
import { UniqueObjects } from "../unique-objects.js";

const atLeastZero = [{ kind: "ValidateRange", min: 0, max: 2147483647 }] as const;

const parameters = {
  InputObject: { type: "psobject", pipeline: "value" },
  Property: { type: "object[]", sets: ["DefaultParameter", "SkipLastParameter"], position: 0 },
  ExcludeProperty: { type: "string[]", sets: ["DefaultParameter", "SkipLastParameter"] },
  ExpandProperty: { type: "string", sets: ["DefaultParameter", "SkipLastParameter"] },
  Unique: { type: "switch" },
  CaseInsensitive: { since: 7, type: "switch" },
  Last: { type: "int", sets: ["DefaultParameter"], validate: atLeastZero },
  First: { type: "int", sets: ["DefaultParameter"], validate: atLeastZero },
  Skip: {
    type: "int",
    sets: ["DefaultParameter", "SkipLastParameter"],
    validate: atLeastZero,
    // 7.4 has brought the two together.
    before7: { sets: ["DefaultParameter"] },
  },
  SkipLast: { since: 5, type: "int", sets: ["SkipLastParameter"], validate: atLeastZero },
  Wait: { since: 3, type: "switch", sets: ["DefaultParameter", "IndexParameter"] },
  Index: { type: "int[]", sets: ["IndexParameter"], validate: atLeastZero },
  SkipIndex: { since: 7, type: "int[]", sets: ["SkipIndexParameter"], validate: atLeastZero },
} as const satisfies ParameterDeclarations;

/** SPEC E.3. */
export const selectObject = defineCmdlet({
  name: "Select-Object",
  typeName: "Microsoft.PowerShell.Commands.SelectObjectCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Picks properties of objects, or objects by their place.",
  defaultParameterSet: "DefaultParameter",
  parameters,
  create: (bound, cmdlet) => new Selection(bound, cmdlet),
});

class Selection implements CmdletBody {
  private properties: readonly PropertyParameter[] = [];
  private readonly excluded: readonly WildcardPattern[];
  private readonly unique: UniqueObjects | null;
  private readonly window: Window;

  constructor(
    private readonly bound: Bound<typeof parameters>,
    private readonly cmdlet: CmdletRuntime,
  ) {
    const { context } = cmdlet;
    this.excluded = textsOf(bound.ExcludeProperty).map((pattern) => new WildcardPattern(pattern, true));
    this.unique = bound.Unique ? new UniqueObjects(context, bound.CaseInsensitive) : null;
    this.window = windowOf(bound);
  }

  begin(): void {
    const { bound, cmdlet } = this;
    this.properties = parsePropertyParameters(bound.Property, [expressionKey, labelKey], (record) =>
      cmdlet.throwTerminatingError(record),
    );
    // -ExcludeProperty alone means everything else; before PowerShell 6 it means nothing.
    const isAlone = cmdlet.context.facts.languageVersion >= 6;
    if (isAlone && this.excluded.length > 0 && this.properties.length === 0 && bound.ExpandProperty === undefined) {
      this.properties = [{ expression: nameExpression("*"), entries: new Map(), isCalculated: false }];
    }
  }

  process(): void {
    const input = this.bound.InputObject;
    if (input === undefined || input === null || isNull(input)) return;
    this.window.add(input, this.take);
    if (this.window.isDone && !this.bound.Wait) this.cmdlet.stopUpstream();
  }

  end(): void {
    this.window.flush(this.take);
    if (this.unique === null) return;
    for (const value of this.unique.values()) this.cmdlet.writeObject(value);
  }

  private readonly take = (input: Exclude<Value, null>): void => {
    const { ExpandProperty } = this.bound;
    if (this.properties.length === 0 && (ExpandProperty === undefined || ExpandProperty === "")) {
      if (input instanceof PSCustomObject) insertTypeName(input, selectedName(input));
      this.emit(input);
      return;
    }
    const notes: PropertyResult[] = [];
    for (const property of this.properties) notes.push(...this.notesOf(input, property));
    if (ExpandProperty === undefined || ExpandProperty === "") this.emit(this.makeObject(input, notes));
    else this.expand(input, ExpandProperty, notes);
  };

  private emit(value: Value): void {
    if (this.unique === null) this.cmdlet.writeObject(value);
    else this.unique.add(value);
  }

  private makeObject(input: Exclude<Value, null>, notes: readonly PropertyResult[]): PSCustomObject {
    const object = new PSCustomObject([], selectedNames(selectedName(input)));
    for (const { name, value } of notes) {
      if (object.instanceMembers.has(name)) this.writeDuplicate(input, name, "NoExpand");
      else object.add({ kind: "NoteProperty", name, value });
    }
    return object;
  }

  /** What one element of -Property adds to the result for one object. */
  private notesOf(input: Value, property: PropertyParameter): readonly PropertyResult[] {
    const { expression } = property;
    const { context } = this.cmdlet;
    const label = property.entries.get(labelKey.name);
    const named = typeof label === "string" && label !== "" ? label : null;
    let results = evaluateExpression(context, input, expression);
    // Before PowerShell 6 a pattern that matches nothing became the name of an empty property, too.
    const isPattern = expression.kind === "name" && expression.hasWildcards && context.facts.languageVersion >= 6;
    if (results.length === 0 && !isPattern) {
      results = [{ name: expressionText(context, expression), value: null, error: null }];
    }
    if (this.excluded.length > 0) results = results.filter((r) => !this.excluded.some((p) => p.isMatch(r.name)));
    for (const { error } of results) if (error !== null) context.recordError(error.record);
    if (named === null) return results;
    if (results.length <= 1) return results.map(({ value, error }) => ({ name: named, value, error }));
    this.cmdlet.writeError(
      cmdletError({
        id: "RenamingMultipleResults",
        category: "InvalidOperation",
        exception: "PSInvalidOperationException",
        message: "Multiple results cannot be renamed.",
        target: input,
        targetIsPSObject: true,
      }),
    );
    return [];
  }

  private expand(input: Value, name: string, notes: readonly PropertyResult[]): void {
    const { cmdlet } = this;
    const results = evaluateExpression(cmdlet.context, input, nameExpression(name));
    const [result] = results;
    if (result === undefined || results.length > 1) {
      cmdlet.writeError(
        cmdletError({
          id: result === undefined ? "ExpandPropertyNotFound" : "MutlipleExpandProperties",
          category: "InvalidArgument",
          exception: "PSArgumentException",
          message:
            result === undefined ? `Property "${name}" cannot be found.` : "Multiple properties cannot be expanded.",
          target: input,
          targetIsPSObject: true,
        }),
      );
      return;
    }
    if (result.error !== null) {
      const { exception } = result.error.record;
      cmdlet.writeError(
        cmdletError({
          id: "PropertyEvaluationExpand",
          category: "InvalidResult",
          exception: "PSArgumentException",
          message: exception.message,
          target: input,
          targetIsPSObject: true,
          inner: exception,
        }),
      );
      return;
    }
    for (const element of enumerate(result.value) ?? [result.value]) {
      if (!isNull(element) && element !== null) this.emit(this.withNotes(input, element, notes));
    }
  }

  /** An expanded value with the selected properties added to it. */
  private withNotes(input: Value, element: Exclude<Value, null>, notes: readonly PropertyResult[]): Value {
    if (notes.length === 0) return element;
    const object = asObject(element);
    const taken = new Set(propertiesOf(this.cmdlet.context, object).map((p) => p.name.toLowerCase()));
    for (const { name, value } of notes) {
      if (taken.has(name.toLowerCase())) this.writeDuplicate(input, name, "Expand");
      else addMember(object, { kind: "NoteProperty", name, value });
    }
    return object;
  }

  private writeDuplicate(input: Value, name: string, form: "NoExpand" | "Expand"): void {
    this.cmdlet.writeError(
      cmdletError({
        id: `AlreadyExistingUserSpecifiedProperty${form}`,
        category: "InvalidOperation",
        exception: "PSArgumentException",
        message: `The property cannot be processed because the property "${name}" already exists.`,
        target: input,
        targetIsPSObject: true,
      }),
    );
  }
}

/** What was selected of objects of one kind shares its type names. */
const namesByFirst = new Map<string, readonly string[]>();
const mostKept = 1000;

function selectedNames(first: string): readonly string[] {
  let names = namesByFirst.get(first);
  if (names === undefined) {
    names = [first, ...typeNamesOf(new PSCustomObject())];
    if (namesByFirst.size === mostKept) namesByFirst.clear();
    namesByFirst.set(first, names);
  }
  return names;
}

function selectedName(input: Exclude<Value, null>): string {
  const base = baseOf(input);
  const { fullName } = base instanceof DotNetObject ? base.type : asObject(input).type;
  return `Selected.${fullName}`;
}

function textsOf(array: PSArray | undefined): readonly string[] {
  return array?.items.map((item) => (typeof item === "string" ? item : "")) ?? [];
}

type Taker = (value: Exclude<Value, null>) => void;

/** Which of the objects that come by are taken, by their place. */
interface Window {
  add(value: Exclude<Value, null>, take: Taker): void;
  flush(take: Taker): void;
  /** Whether no later object can be taken. */
  readonly isDone: boolean;
}

function windowOf(bound: Bound<typeof parameters>): Window {
  const { First, Last, Skip = 0, SkipLast, Index, SkipIndex } = bound;
  if (Index !== undefined) return new IndexWindow(numbersOf(Index));
  if (SkipIndex !== undefined) return new SkipIndexWindow(numbersOf(SkipIndex));
  if (SkipLast !== undefined) return new EndsWindow(Skip, Number.POSITIVE_INFINITY, 0, SkipLast);
  if (Last === undefined) return new EndsWindow(Skip, First ?? Number.POSITIVE_INFINITY, 0, 0);
  // -Skip counts from the end when only the end is asked for.
  if (First === undefined) return new TailWindow(Last, Skip);
  return new EndsWindow(Skip, First, Last, 0);
}

function numbersOf(array: PSArray): readonly number[] {
  return array.items.map((item) => (typeof item === "number" ? item : 0));
}

/** -Skip, -First and -Last together, or -SkipLast. */
class EndsWindow implements Window {
  private readonly waiting = new Ring();
  constructor(
    private skip: number,
    private first: number,
    private readonly last: number,
    private readonly skipLast: number,
  ) {}

  get isDone(): boolean {
    return this.first === 0 && this.last === 0;
  }
  add(value: Exclude<Value, null>, take: Taker): void {
    if (this.skip > 0) {
      this.skip--;
    } else if (this.skipLast > 0) {
      this.waiting.push(value);
      if (this.waiting.size > this.skipLast) take(this.waiting.shift());
    } else if (this.first > 0) {
      this.first--;
      take(value);
    } else if (this.last > 0) {
      this.waiting.push(value);
      if (this.waiting.size > this.last) this.waiting.shift();
    }
  }
  flush(take: Taker): void {
    if (this.skipLast > 0) return;
    while (this.waiting.size > 0) take(this.waiting.shift());
  }
}

/** -Last, without the -Skip ones at the very end. */
class TailWindow implements Window {
  readonly isDone = false;
  private readonly waiting = new Ring();
  constructor(
    private readonly last: number,
    private readonly skip: number,
  ) {}

  add(value: Exclude<Value, null>): void {
    if (this.last === 0) return;
    this.waiting.push(value);
    if (this.waiting.size > this.last + this.skip) this.waiting.shift();
  }
  flush(take: Taker): void {
    while (this.waiting.size > this.skip) take(this.waiting.shift());
  }
}

class IndexWindow implements Window {
  private readonly wanted: ReadonlySet<number>;
  private readonly highest: number;
  private position = 0;
  constructor(indexes: readonly number[]) {
    this.wanted = new Set(indexes);
    this.highest = indexes.reduce((a, b) => Math.max(a, b), -1);
  }
  get isDone(): boolean {
    return this.position > this.highest;
  }
  add(value: Exclude<Value, null>, take: Taker): void {
    if (this.wanted.has(this.position++)) take(value);
  }
  flush(): void {}
}

class SkipIndexWindow implements Window {
  readonly isDone = false;
  private readonly unwanted: ReadonlySet<number>;
  private position = 0;
  constructor(indexes: readonly number[]) {
    this.unwanted = new Set(indexes);
  }
  add(value: Exclude<Value, null>, take: Taker): void {
    if (!this.unwanted.has(this.position++)) take(value);
  }
  flush(): void {}
}

/** A queue whose front costs nothing to take. */
class Ring {
  private items: Exclude<Value, null>[] = [];
  private head = 0;
  get size(): number {
    return this.items.length - this.head;
  }
  push(value: Exclude<Value, null>): void {
    this.items.push(value);
  }
  shift(): Exclude<Value, null> {
    const value = this.items[this.head++];
    if (value === undefined) throw new Error("the queue is empty");
    if (this.head > 1024 && this.head * 2 > this.items.length) {
      this.items = this.items.slice(this.head);
      this.head = 0;
    }
    return value;
  }
}
