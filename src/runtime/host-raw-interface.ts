import { convertTo } from "../values/conversion/index.js";
import type { DotNetMember, DotNetType } from "../values/dotnet-type.js";
import { heapClass } from "../values/heap/heap-class.js";
import { keepFields } from "../values/journal.js";
import { EnumValue } from "../values/numbers.js";
import { defineType, typeNamed } from "../values/types.js";
import { DotNetObject, type Value } from "../values/value.js";
import type { Engine } from "./engine.js";
import { notEmulated } from "./errors.js";
import { readOnly } from "./object-members.js";

const typeName = "System.Management.Automation.Internal.Host.InternalHostRawUserInterface";
const sizeName = "System.Management.Automation.Host.Size";
const placeName = "System.Management.Automation.Host.Coordinates";
const colorName = "System.ConsoleColor";

/** Lines that the console of Windows PowerShell keeps (from memory). */
const keptLines = 3000;

/** A pair of numbers of the window: its size, or a place in it. */
class WindowPair extends DotNetObject {
  constructor(
    private readonly typeName: string,
    readonly first: number,
    readonly second: number,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(this.typeName);
  }
  /** Another value of one of the two numbers. */
  change(name: "first" | "second", value: Value): void {
    keepFields(this);
    Object.assign(this, { [name]: Number(value) });
  }
  toNetText(): string {
    return `${this.first},${this.second}`;
  }
}
heapClass("WindowPair", WindowPair);

const half = (name: string, which: "first" | "second"): DotNetMember => ({
  kind: "Property",
  name,
  typeName: "int",
  get: (_context, self) => (self instanceof WindowPair ? self[which] : null),
  set: (_context, self, value) => {
    if (self instanceof WindowPair) self.change(which, value);
  },
});
defineType({ fullName: sizeName, members: () => [half("Width", "first"), half("Height", "second")] });
defineType({ fullName: placeName, members: () => [half("X", "first"), half("Y", "second")] });

/** `$Host.UI.RawUI`: the window of the console. Its size is that of the shell; title and colours may be set. */
export class HostRawUserInterface extends DotNetObject {
  readonly title: string;
  readonly foreground: Value;
  readonly background: Value;
  /** Title and colours with which consoles begin are from memory. */
  constructor(readonly engine: Engine) {
    super();
    const isCore = engine.runtimeFacts.psEdition === "Core";
    this.title = isCore ? "Administrator: PowerShell 7" : "Administrator: Windows PowerShell";
    this.foreground = color(isCore ? "Gray" : "DarkYellow");
    this.background = color(isCore ? "Black" : "DarkMagenta");
  }
  get type(): DotNetType {
    return typeNamed(typeName);
  }
  change(name: "title" | "foreground" | "background", value: Value): void {
    keepFields(this);
    Object.assign(this, { [name]: value });
  }
}
heapClass("HostRawUserInterface", HostRawUserInterface);

const color = (name: string): Value => {
  const type = typeNamed(colorName);
  return new EnumValue(type, type.definition.enumValues?.find(([each]) => each === name)?.[1] ?? 0n);
};

/** A property that may be set; the value has the property's type already. */
const settable = (name: string, type: string, field: "title" | "foreground" | "background"): DotNetMember => ({
  kind: "Property",
  name,
  typeName: type,
  get: (_context, self) => (self instanceof HostRawUserInterface ? self[field] : null),
  set: (context, self, value) => {
    if (self instanceof HostRawUserInterface) self.change(field, convertTo(context, value, typeOfName(type)));
  },
});

const typeOfName = (name: string): DotNetType => typeNamed(name === "string" ? "System.String" : name);

/** A measure of the window. It can be read; a wider or a smaller window is one of another shell. */
const measure = (
  name: string,
  type: string,
  read: (engine: Engine) => readonly [first: number, second: number],
): DotNetMember => ({
  kind: "Property",
  name,
  typeName: type,
  get: (_context, self) => (self instanceof HostRawUserInterface ? new WindowPair(type, ...read(self.engine)) : null),
  set: (_context, self, value) => {
    if (!(self instanceof HostRawUserInterface)) return;
    const [first, second] = read(self.engine);
    if (value instanceof WindowPair && value.first === first && value.second === second) return;
    throw notEmulated(`$Host.UI.RawUI.${name} of another size: the window has the width that the shell was given`);
  },
});

defineType({
  fullName: typeName,
  members: () => [
    settable("ForegroundColor", colorName, "foreground"),
    settable("BackgroundColor", colorName, "background"),
    measure("CursorPosition", placeName, () => [0, 0]),
    measure("WindowPosition", placeName, () => [0, 0]),
    readOnly(HostRawUserInterface, "CursorSize", "int", () => 25),
    measure("BufferSize", sizeName, ({ host }) => [host.width, keptLines]),
    measure("WindowSize", sizeName, ({ host }) => [host.width, host.height]),
    readOnly(HostRawUserInterface, "MaxWindowSize", sizeName, ({ engine: { host } }) => {
      return new WindowPair(sizeName, host.width, host.height);
    }),
    readOnly(HostRawUserInterface, "MaxPhysicalWindowSize", sizeName, ({ engine: { host } }) => {
      return new WindowPair(sizeName, host.width, host.height);
    }),
    readOnly(HostRawUserInterface, "KeyAvailable", "bool", () => false),
    settable("WindowTitle", "string", "title"),
  ],
});
