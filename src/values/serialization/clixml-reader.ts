import { PSDictionary, PSList } from "../collections.js";
import { tryConvertTo } from "../conversion/index.js";
import { caseInsensitiveKey } from "../dictionary.js";
import { DotNetType } from "../dotnet-type.js";
import { MemberTable } from "../members.js";
import { parseIPAddress } from "../simple-value-parsing.js";
import { PSCredential, SecureString } from "../types/security-types.js";
import { PSQueue } from "../types/set-types.js";
import { xmlErrorAt } from "../types/xml/xml-error.js";
import { type ParsedAttribute, readXmlText, type XmlHandler } from "../types/xml/xml-reader.js";
import { typeNamed } from "../types.js";
import { type DotNetObject, NumericObject, PSObject, type Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { typeOf } from "../value-types.js";
import { type PrimitiveReader, primitiveReaders } from "./clixml-primitives.js";
import { decodeText } from "./clixml-text.js";
import { DeserializedObject, deserializedPrefix } from "./deserialized-object.js";

export const clixmlNamespace = "http://schemas.microsoft.com/powershell/2004/04";

/** An element that is open. What it holds goes to `accept`, what it is itself to the one around it. */
interface Frame {
  /** The name of the property or entry that it is; `null` for elements of lists. */
  readonly name: string | null;
  /** Opens the element of a child; `null`: none is known by this tag. */
  child(tag: string, attributes: Attributes): Frame | null;
  accept(value: Value, name: string | null): void;
  text(content: string): void;
  /** At the end tag: gives its value to the one around it. */
  end(parent: Frame): void;
}
type Attributes = readonly ParsedAttribute[];

/** The value of an attribute. There are never more than two or three. */
function attribute(attributes: Attributes, name: string): string | undefined {
  for (const each of attributes) if (each.name === name) return each.value;
  return undefined;
}

/**
 * Reads Clixml: the values on its first level. Objects become {@link DeserializedObject}s, what refers to the same object
 * the same one. Linear in the text. Throws System.Xml.XmlException with PowerShell's words.
 */
export function readClixml(context: ValueContext, source: string): readonly Value[] {
  const reader = new ClixmlReader(context, source);
  readXmlText(source, reader);
  return reader.values;
}

/** An error of which the place is that of the markup that comes next. */
class PendingError extends Error {}

class ClixmlReader implements XmlHandler {
  readonly values: Value[] = [];
  private readonly frames: Frame[] = [];
  private pending: string | null = null;

  constructor(
    private readonly context: ValueContext,
    private readonly source: string,
  ) {}

  startElement(tag: string, attributes: readonly ParsedAttribute[], isEmpty: boolean, offset: number): void {
    this.throwPending(offset);
    const around = this.frames.at(-1);
    if (around === undefined) {
      this.root(tag, attributes, offset);
    } else {
      const frame = around.child(tag, attributes);
      if (frame === null) throw xmlErrorAt(this.source, offset, `${tag} XML tag is not recognized.`);
      this.frames.push(frame);
    }
    if (isEmpty) this.endElement(offset);
  }

  endElement(offset: number): void {
    this.throwPending(offset);
    const frame = this.frames.pop();
    const around = this.frames.at(-1);
    if (frame === undefined || around === undefined) return;
    try {
      frame.end(around);
    } catch (error) {
      if (!(error instanceof PendingError)) throw error;
      this.pending = error.message;
    }
  }

  text(content: string): void {
    this.frames.at(-1)?.text(content);
  }
  whitespace(content: string): void {
    this.frames.at(-1)?.text(content);
  }
  cdata(content: string): void {
    this.frames.at(-1)?.text(content);
  }
  comment(): void {}
  processingInstruction(): void {}
  declaration(): void {}
  documentType(): void {}

  private root(tag: string, attributes: Attributes, offset: number): void {
    if (tag !== "Objs" || attribute(attributes, "xmlns") !== clixmlNamespace) {
      const message = `Element 'Objs' with namespace name '${clixmlNamespace}' was not found.`;
      throw xmlErrorAt(this.source, offset, message);
    }
    const version = attribute(attributes, "Version") ?? "";
    const major = Number.parseInt(version, 10);
    if (major !== 1) this.pending = `Version of incoming PSObject is ${major}. Expected value is 1.`;
    const shared: Shared = { context: this.context, objects: new Map(), typeNames: new Map() };
    this.frames.push(new ValuesFrame(shared, null, (value) => this.values.push(value)));
  }

  private throwPending(offset: number): void {
    if (this.pending !== null) throw xmlErrorAt(this.source, offset, this.pending);
  }
}

/** What all frames of a document share: objects and type names by their ids. */
interface Shared {
  readonly context: ValueContext;
  /** An object that is still being read is there as its element. */
  readonly objects: Map<string, Value | ObjectFrame>;
  readonly typeNames: Map<string, readonly string[]>;
}

/** An element whose children are values: the root, lists, property bags, entries of dictionaries. */
class ValuesFrame implements Frame {
  constructor(
    private readonly shared: Shared,
    readonly name: string | null,
    private readonly take: (value: Value, name: string | null) => void,
    private readonly atEnd: () => void = () => {},
  ) {}
  child(tag: string, attributes: Attributes): Frame | null {
    return valueFrame(this.shared, tag, attributes);
  }
  accept(value: Value, name: string | null): void {
    this.take(value, name);
  }
  text(): void {}
  end(): void {
    this.atEnd();
  }
}

function valueFrame(shared: Shared, tag: string, attributes: Attributes): Frame | null {
  const given = attribute(attributes, "N");
  const name = given === undefined ? null : decodeText(given);
  if (tag === "Obj") return new ObjectFrame(shared, name, attribute(attributes, "RefId") ?? "");
  if (tag === "Nil") return new ConstantFrame(name, null);
  if (tag === "Ref") {
    const object = shared.objects.get(attribute(attributes, "RefId") ?? "");
    if (object === undefined) return null;
    return new ConstantFrame(name, object instanceof ObjectFrame ? object.object() : object);
  }
  const reader = primitiveReaders.get(tag);
  return reader === undefined ? null : new PrimitiveFrame(shared.context, name, reader);
}

/** `<Nil />` and `<Ref />`. */
class ConstantFrame implements Frame {
  constructor(
    readonly name: string | null,
    private readonly value: Value,
  ) {}
  child(): null {
    return null;
  }
  accept(): void {}
  text(): void {}
  end(parent: Frame): void {
    parent.accept(this.value, this.name);
  }
}

/** An element of nothing but text. */
class TextFrame implements Frame {
  readonly name = null;
  private readonly parts: string[] = [];
  constructor(private readonly take: (text: string) => void) {}
  child(): null {
    return null;
  }
  accept(): void {}
  text(content: string): void {
    this.parts.push(content);
  }
  end(): void {
    this.take(decodeText(this.parts.join("")));
  }
}

class PrimitiveFrame implements Frame {
  private content = "";
  constructor(
    private readonly context: ValueContext,
    readonly name: string | null,
    private readonly reader: PrimitiveReader,
  ) {}
  child(): null {
    return null;
  }
  accept(): void {}
  text(content: string): void {
    this.content += content;
  }
  end(parent: Frame): void {
    const value = this.reader.read(this.context, this.content);
    if (value === undefined) {
      throw new PendingError(`The contents of the ${this.reader.typeName} primitive type are not valid.`);
    }
    parent.accept(value, this.name);
  }
}

/** Members of an object that is not made yet, in the order of the text. */
interface Note {
  readonly name: string;
  readonly value: Value;
  readonly isOwn: boolean;
}

/** `<Obj>`: an object with properties, a container, or a primitive with more than its value. */
class ObjectFrame implements Frame {
  private typeNames: readonly string[] = [];
  private made: DotNetObject | null = null;
  private primitive: Value = null;
  private shownText: string | null = null;
  private notes: Note[] | null = null;

  constructor(
    private readonly shared: Shared,
    readonly name: string | null,
    private readonly id: string,
  ) {
    if (id !== "") shared.objects.set(id, this);
  }

  child(tag: string, attributes: Attributes): Frame | null {
    switch (tag) {
      case "TN":
        return this.typeNamesFrame(attribute(attributes, "RefId") ?? "");
      case "TNRef":
        this.typeNames = this.shared.typeNames.get(attribute(attributes, "RefId") ?? "") ?? [];
        return new TextFrame(() => {});
      case "ToString":
        return new TextFrame((text) => {
          this.shownText = text;
        });
      case "Props":
      case "MS":
        return this.membersFrame(tag === "Props");
      case "LST":
      case "IE":
        return this.listFrame();
      case "QUE":
      case "STK":
        return this.queueFrame(tag === "STK");
      case "DCT":
        return this.dictionaryFrame();
      default:
        return valueFrame(this.shared, tag, attributes);
    }
  }

  /** The value of an enumeration, or the primitive that notes hang on. */
  accept(value: Value): void {
    this.primitive = value;
  }
  text(): void {}

  private typeNamesFrame(id: string): Frame {
    const names: string[] = [];
    const done = () => {
      this.typeNames = names.map((name) => deserializedPrefix + name.replace(/^(?:Deserialized\.)+/i, ""));
      this.shared.typeNames.set(id, this.typeNames);
    };
    return {
      name: null,
      child: (tag) => (tag === "T" ? new TextFrame((text) => names.push(text)) : null),
      accept: () => {},
      text: () => {},
      end: done,
    };
  }

  private membersFrame(isOwn: boolean): Frame {
    const object = this.primitive === null ? this.object() : null;
    this.notes ??= [];
    const { notes } = this;
    return new ValuesFrame(this.shared, null, (value, name) => {
      const note = { name: name ?? "", value, isOwn };
      if (object instanceof DeserializedObject) addNote(object, note);
      else notes.push(note);
    });
  }

  private listFrame(): Frame {
    const items: Value[] = [];
    const list = new PSList(typeNamed("System.Collections.ArrayList"), []);
    this.made = list;
    return new ValuesFrame(
      this.shared,
      null,
      (value) => items.push(value),
      () => list.append(items),
    );
  }

  private queueFrame(isStack: boolean): Frame {
    const items: Value[] = [];
    const queue = new PSQueue(typeNamed(isStack ? "System.Collections.Stack" : "System.Collections.Queue"), isStack);
    this.made = queue;
    return new ValuesFrame(
      this.shared,
      null,
      (value) => items.push(value),
      () => {
        // A stack is written from its top.
        for (const item of isStack ? items.reverse() : items) queue.push(item);
      },
    );
  }

  private dictionaryFrame(): Frame {
    const isOrdered = this.typeNames[0]?.endsWith("System.Collections.Specialized.OrderedDictionary") === true;
    const type = isOrdered ? "System.Collections.Specialized.OrderedDictionary" : "System.Collections.Hashtable";
    const dictionary = new PSDictionary(typeNamed(type), caseInsensitiveKey);
    this.made = dictionary;
    return {
      name: null,
      child: (tag) => (tag === "En" ? this.entryFrame(dictionary) : null),
      accept: () => {},
      text: () => {},
      end: () => {},
    };
  }

  private entryFrame(dictionary: PSDictionary): Frame {
    let key: Value = null;
    let content: Value = null;
    return new ValuesFrame(
      this.shared,
      null,
      (value, name) => {
        if (name === "Key") key = value;
        else content = value;
      },
      () => {
        if (key !== null) dictionary.set(key, content);
      },
    );
  }

  /** The object while it is still being read: what refers to it from inside gets this one. */
  object(): DotNetObject {
    this.made ??= new DeserializedObject();
    return this.made;
  }

  end(parent: Frame): void {
    const value = this.finished();
    if (this.id !== "") this.shared.objects.set(this.id, value);
    parent.accept(value, this.name);
  }

  private finished(): Value {
    if (this.primitive !== null) return this.wrappedPrimitive(this.primitive);
    const object = this.object();
    if (this.typeNames.length > 0) object.typeNames = this.typeNames;
    if (object instanceof DeserializedObject) {
      if (this.shownText !== null) object.setOriginalText(this.shownText);
      return targetOf(this.shared.context, rehydrated(object));
    }
    this.addNotes(object);
    return object;
  }

  /** The number of an enumeration shows the name that it had. */
  private wrappedPrimitive(value: Value): Value {
    const type = typeOf(value);
    const isSimple = typeof value !== "object" || value instanceof NumericObject;
    if (value === null || !isSimple || type === undefined) return value;
    const wrapper = new PSObject(value, this.shownText, type);
    if (this.typeNames.length > 0) wrapper.typeNames = this.typeNames;
    this.addNotes(wrapper);
    return wrapper;
  }

  private addNotes(object: DotNetObject): void {
    if (this.notes === null || this.notes.length === 0) return;
    object.instanceMembers ??= new MemberTable();
    for (const { name, value } of this.notes) object.instanceMembers.set({ kind: "NoteProperty", name, value });
  }
}

function addNote(object: DeserializedObject, { name, value, isOwn }: Note): void {
  object.add({ kind: "NoteProperty", name, value, ...(isOwn ? { isAdapted: true } : {}) });
}

/** The object as the type that the type table has for its deserialized type, where it converts. */
function targetOf(context: ValueContext, object: Value): Value {
  if (!(object instanceof DeserializedObject)) return object;
  for (const name of object.typeNames ?? []) {
    const standard = context.typeTable.membersOf(name)?.get("PSStandardMembers");
    const target = standard?.kind === "MemberSet" ? standard.members.get("TargetTypeForDeserialization") : undefined;
    if (target?.kind === "NoteProperty" && target.value instanceof DotNetType)
      return tryConvertTo(context, object, target.value) ?? object;
  }
  return object;
}

/** Types that PowerShell makes whole again. */
function rehydrated(object: DeserializedObject): Value {
  switch (object.typeNames?.[0]) {
    case `${deserializedPrefix}System.Net.IPAddress`:
      return parseIPAddress(object.originalText ?? "") ?? object;
    case `${deserializedPrefix}System.Management.Automation.PSCredential`: {
      const user = object.instanceMembers.get("UserName");
      const password = object.instanceMembers.get("Password");
      if (user?.kind !== "NoteProperty" || password?.kind !== "NoteProperty") return object;
      return typeof user.value === "string" && password.value instanceof SecureString
        ? new PSCredential(user.value, password.value)
        : object;
    }
    default:
      return object;
  }
}
