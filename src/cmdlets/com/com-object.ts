import type { DotNetType } from "../../values/dotnet-type.js";
import { type DotNetMember, defineType, typeNamed } from "../../values/index.js";
import { DotNetObject } from "../../values/value.js";

const base = "System.__ComObject";
defineType({ fullName: base, base: "System.MarshalByRefObject" });

/** An object of a COM class: what PowerShell knows of it is its interface. */
export abstract class ComObject extends DotNetObject {
  constructor(private readonly interfaceName: string) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(this.interfaceName);
  }
  toNetText(): string {
    return base;
  }
}

/**
 * Makes an interface known, with its members as its type library lists them.
 * @param id the interface's GUID, lower case
 * @returns the name under which PowerShell lists its objects
 */
export function defineComInterface(id: string, members: () => readonly DotNetMember[]): string {
  const fullName = `${base}#{${id}}`;
  defineType({ fullName, base, members });
  return fullName;
}
