import { readXml, type XmlElement, XmlError } from "../../formatting/views/xml-reader.js";
import type { ExecutionContext } from "../../runtime/execution-context.js";
import { convertTo, MemberTable, type PSMember, resolveTypeName, type Value } from "../../values/index.js";
import type { ScriptBlock } from "../../values/script-block.js";

/** What a types.ps1xml file says of one type. */
export interface TypeFileEntry {
  readonly typeName: string;
  readonly members: readonly PSMember[];
}

/**
 * The types of a types.ps1xml file, in its order. Members whose code is .NET's (CodeProperty, CodeMethod), converters
 * and adapters are passed to `refuse` with what they are. Throws {@link XmlError} for text that is not such a file.
 */
export function readTypeFile(
  context: ExecutionContext,
  text: string,
  refuse: (what: string) => void,
): readonly TypeFileEntry[] {
  const root = readXml(text);
  if (root.name !== "Types") throw new XmlError(`The root element is ${root.name}, not Types.`);
  const reader = new TypeFileReader(context, refuse);
  return root.children.filter(({ name }) => name === "Type").map((type) => reader.entry(type));
}

class TypeFileReader {
  constructor(
    private readonly context: ExecutionContext,
    private readonly refuse: (what: string) => void,
  ) {}

  entry(type: XmlElement): TypeFileEntry {
    for (const { name } of type.children) {
      if (name !== "Name" && name !== "Members") this.refuse(name);
    }
    return { typeName: textOf(type, "Name"), members: this.members(type) };
  }

  private members(parent: XmlElement): readonly PSMember[] {
    return (child(parent, "Members")?.children ?? []).flatMap((element) => this.member(element) ?? []);
  }

  private member(element: XmlElement): PSMember | null {
    const name = textOf(element, "Name");
    switch (element.name) {
      case "NoteProperty":
        return { kind: "NoteProperty", name, value: this.noteValue(element) };
      case "AliasProperty":
        return { kind: "AliasProperty", name, referencedName: textOf(element, "ReferencedMemberName") };
      case "ScriptProperty": {
        const getter = this.script(element, "GetScriptBlock");
        return { kind: "ScriptProperty", name, getter, setter: this.script(element, "SetScriptBlock") };
      }
      case "ScriptMethod": {
        const script = this.script(element, "Script");
        if (script === null) throw new XmlError(`The method ${name} has no Script.`);
        return { kind: "ScriptMethod", name, script };
      }
      case "PropertySet": {
        const names = child(element, "ReferencedProperties")?.children ?? [];
        return { kind: "PropertySet", name, referencedNames: names.map(({ text }) => text.trim()) };
      }
      case "MemberSet": {
        const members = new MemberTable();
        for (const member of this.members(element)) members.set(member);
        return { kind: "MemberSet", name, members };
      }
      default:
        this.refuse(element.name);
        return null;
    }
  }

  /** A note is text, unless its type is told. */
  private noteValue(element: XmlElement): Value {
    const value = textOf(element, "Value");
    const typeName = textOf(element, "TypeName");
    const type = typeName === "" ? undefined : resolveTypeName(typeName);
    return type === undefined ? value : convertTo(this.context, value, type);
  }

  private script(element: XmlElement, name: string): ScriptBlock | null {
    const found = child(element, name);
    return found === undefined ? null : this.context.createScriptBlock(found.text.trim());
  }
}

function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((each) => each.name === name);
}

function textOf(element: XmlElement, name: string): string {
  return child(element, name)?.text.trim() ?? "";
}
