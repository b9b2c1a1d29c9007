import { PSArray, PSDictionary, PSList } from "../collections.js";
import { ValueObject } from "../dictionary.js";
import type { DotNetType } from "../dotnet-type.js";
import { EnumerableObject, operand } from "../enumeration.js";
import { ErrorRecord, ExceptionObject, PowerShellError } from "../errors.js";
import { getProperty, type PropertyView, propertiesOf, typeNamesOf } from "../member-access/index.js";
import { EnumValue } from "../numbers.js";
import { AutomationNull, PSCustomObject } from "../objects.js";
import { IPAddress } from "../simple-values.js";
import { toText } from "../text.js";
import { PSQueue } from "../types/set-types.js";
import { escapeAttribute, escapeText } from "../types/xml/xml-writer.js";
import { type DotNetObject, NumericObject, PSObject, type Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { assemblyQualifiedTypeName } from "./assembly-names.js";
import { primitiveText } from "./clixml-primitives.js";
import { encodeText } from "./clixml-text.js";
import { errorRecordNotes } from "./error-record-notes.js";
import { type SerializationRules, serializationRules } from "./serialization-rules.js";

/** A property as it is written. */
interface Member {
  readonly name: string;
  readonly value: Value;
}

/** An object that is about to be written. */
interface Written {
  readonly depth: number;
  readonly attribute: string;
  readonly rules: SerializationRules;
}

/** One that is written as text. */
interface TextObject {
  readonly attribute: string;
  /** The element. */
  readonly text: string;
  readonly notes: readonly Member[];
  readonly depth: number;
}

/** Nested deeper than this, an object is written as its text: where .NET's own stack would end. */
const deepestNesting = 400;

/** What an element costs of the limit of steps: objects whose elements hold each other can be many. */
const stepsOfElement = 10;

/** Writes values as elements, indented by two columns a level. Linear in what it writes. */
export class ClixmlWriter {
  private readonly parts: string[] = [];
  private level = 1;
  private readonly objectIds = new Map<DotNetObject, number>();
  private readonly typeIds = new Map<string, number>();
  private nextObjectId = 0;

  constructor(
    private readonly context: ValueContext,
    private readonly lineEnd: string,
  ) {}

  text(): string {
    return this.parts.join("");
  }

  /**
   * One value with what it holds.
   * @param depth how many objects below the value show properties of their own; the rest is text
   * @param name of the property or entry that holds the value
   */
  write(value: Value, depth: number, name: string | null = null): void {
    this.context.spend(stepsOfElement);
    const attribute = name === null ? "" : ` N="${escapeAttribute(encodeText(name))}"`;
    if (value === null || value === AutomationNull) {
      this.line(`<Nil${attribute} />`);
      return;
    }
    const plain = operand(value);
    const primitive = primitiveText(this.context, plain);
    if (primitive !== null) {
      const { tag, text } = primitive;
      const notes = this.notesOf(value);
      if (notes.length === 0) this.line(`<${tag}${attribute}>${escapeText(text)}</${tag}>`);
      else this.wrapped(attribute, `<${tag}>${escapeText(text)}</${tag}>`, notes, depth);
      return;
    }
    if (plain === null || typeof plain !== "object") return;
    const known = this.objectIds.get(plain);
    if (known !== undefined) {
      this.line(`<Ref${attribute} RefId="${known}" />`);
      return;
    }
    const rules = serializationRules(this.context, value);
    if (rules.asText === null) {
      this.object(plain, value, { depth: rules.depth ?? fixedDepth(plain) ?? depth, attribute, rules });
      return;
    }
    const text = `<S>${escapeText(encodeText(this.ruledText(value, rules.asText.property)))}</S>`;
    const notes = this.addedTo(value);
    if (notes.length === 0) this.line(text.replace("<S>", `<S${attribute}>`));
    else this.asText(plain, value, { attribute, text, notes, depth: rules.depth ?? depth });
  }

  /** The text that the type table has for an object: a property's, or its own. */
  private ruledText(value: Value, property: string | null): string {
    const source = property === null ? null : (getProperty(this.context, value, property) ?? null);
    return source === null ? toText(this.context, value) : toText(this.context, source);
  }

  /** An object as its text, with what was added to it. */
  private asText(plain: DotNetObject, value: Value, { attribute, text, notes, depth }: TextObject): void {
    this.open(`<Obj${attribute} RefId="${this.nextObjectId++}">`);
    this.typeNames(plain, value);
    this.line(text);
    this.members("MS", notes, depth);
    this.close("Obj");
  }

  /** The properties that are not .NET's. */
  private addedTo(value: Value): readonly Member[] {
    return propertiesOf(this.context, value)
      .filter(({ memberKind }) => memberKind !== "Property")
      .flatMap((view) => readMember(view) ?? []);
  }

  /** A primitive with notes of its own. Form: memory. */
  private wrapped(attribute: string, element: string, notes: readonly Member[], depth: number): void {
    this.open(`<Obj${attribute} RefId="${this.nextObjectId++}">`);
    this.line(element);
    this.members("MS", notes, depth);
    this.close("Obj");
  }

  private object(value: DotNetObject, wrapper: Value, { depth, attribute, rules }: Written): void {
    const container = containerOf(value);
    if ((container === null && depth <= 0) || this.level > deepestNesting) {
      this.line(`<S${attribute}>${escapeText(encodeText(this.textOf(value)))}</S>`);
      return;
    }
    const id = this.nextObjectId++;
    if (hasIdentity(value)) this.objectIds.set(value, id);
    this.open(`<Obj${attribute} RefId="${id}">`);
    this.typeNames(value, wrapper);
    if (container !== null) {
      this.container(container, depth);
      this.members("MS", this.notesOf(value), depth);
    } else this.complex(value, depth, rules);
    this.close("Obj");
  }

  private typeNames(value: DotNetObject, wrapper: Value): void {
    const named = typeof wrapper === "object" && wrapper !== null && wrapper.typeNames !== null;
    const names = named || value instanceof PSCustomObject ? typeNamesOf(wrapper) : this.fullNames(value.type);
    const key = names.join("\n");
    const known = this.typeIds.get(key);
    if (known !== undefined) {
      this.line(`<TNRef RefId="${known}" />`);
      return;
    }
    const id = this.typeIds.size;
    this.typeIds.set(key, id);
    this.open(`<TN RefId="${id}">`);
    for (const name of names) this.line(`<T>${escapeText(encodeText(name))}</T>`);
    this.close("TN");
  }

  private fullNames(type: DotNetType): readonly string[] {
    const names: string[] = [];
    for (let t: DotNetType | null = type; t !== null; t = t.baseType) {
      names.push(assemblyQualifiedTypeName(t, this.context.facts.exceptionTexts));
    }
    return names;
  }

  private container({ tag, value }: Container, depth: number): void {
    const isEmpty = this.isEmpty(value);
    if (isEmpty) {
      this.line(`<${tag} />`);
      return;
    }
    this.open(`<${tag}>`);
    if (value instanceof PSDictionary) {
      for (const pair of value.entries()) {
        this.open("<En>");
        this.write(pair.key, depth, "Key");
        this.write(pair.value, depth, "Value");
        this.close("En");
      }
    } else for (const element of value) this.write(element, depth);
    this.close(tag);
  }

  private isEmpty(value: PSDictionary | readonly Value[]): boolean {
    return value instanceof PSDictionary ? value.size === 0 : value.length === 0;
  }

  private complex(value: DotNetObject, depth: number, { properties }: SerializationRules): void {
    if (!(value instanceof PSCustomObject) || value.originalText !== null) {
      const text = this.textOf(value);
      this.line(text === "" ? "<ToString />" : `<ToString>${escapeText(encodeText(text))}</ToString>`);
    }
    if (value instanceof EnumValue) {
      this.line(`<I32>${value.value}</I32>`);
      return;
    }
    if (value instanceof ErrorRecord) {
      this.members("MS", errorRecordNotes(this.context, value), depth);
      return;
    }
    const own: Member[] = [];
    const added: Member[] = [];
    for (const view of propertiesOf(this.context, value)) {
      const isOwn = view.memberKind === "Property";
      if (isOwn && properties?.has(view.name.toLowerCase()) === false) continue;
      const member = readMember(view);
      if (member === null) continue;
      (isOwn ? own : added).push(member);
    }
    this.members("Props", own, depth - 1);
    this.members("MS", added, depth);
  }

  private members(tag: string, members: readonly Member[], depth: number): void {
    if (members.length === 0) return;
    this.open(`<${tag}>`);
    for (const { name, value } of members) this.write(value, depth, name);
    this.close(tag);
  }

  /** What was added to a container or a primitive. */
  private notesOf(value: Value): readonly Member[] {
    if (typeof value !== "object" || value === null || value.instanceMembers === null) return [];
    const found: Member[] = [];
    for (const member of value.instanceMembers) {
      if (member.kind === "NoteProperty") found.push({ name: member.name, value: member.value });
    }
    return found;
  }

  /** A text that cannot be had is empty. */
  private textOf(value: DotNetObject): string {
    try {
      return toText(this.context, value);
    } catch (error) {
      if (error instanceof PowerShellError) return "";
      throw error;
    }
  }

  private line(text: string): void {
    this.parts.push("  ".repeat(this.level), text, this.lineEnd);
  }
  private open(tag: string): void {
    this.line(tag);
    this.level++;
  }
  private close(tag: string): void {
    this.level--;
    this.line(`</${tag}>`);
  }
}

/** Whether it is written once and then referred to. The record of an exception is another one than that around it. */
function hasIdentity(value: DotNetObject): boolean {
  return !(value instanceof ValueObject) && !(value instanceof NumericObject) && !(value instanceof ErrorRecord);
}

/** Properties that cannot be read are left out. */
function readMember(view: PropertyView): Member | null {
  try {
    return { name: view.name, value: view.get() };
  } catch (error) {
    if (error instanceof PowerShellError) return null;
    throw error;
  }
}

/** Types whose depth of serialization the type table sets. */
function fixedDepth(value: DotNetObject): number | null {
  return value instanceof ExceptionObject || value instanceof IPAddress ? 1 : null;
}

interface Container {
  readonly tag: "LST" | "IE" | "QUE" | "STK" | "DCT";
  readonly value: PSDictionary | readonly Value[];
}

/** What is written element by element, whatever the depth; `null` for objects with properties. */
function containerOf(value: DotNetObject): Container | null {
  if (value instanceof PSDictionary) return { tag: "DCT", value };
  if (value instanceof PSArray || value instanceof PSList) return { tag: "LST", value: value.items };
  if (value instanceof PSQueue) return { tag: value.isStack ? "STK" : "QUE", value: value.elements() };
  if (!(value instanceof EnumerableObject) || value instanceof PSObject) return null;
  return { tag: value.isList ? "LST" : "IE", value: [...value.elements()] };
}
