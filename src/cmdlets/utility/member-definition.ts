import { heapClass } from "../../values/heap/heap-class.js";
import { type DotNetType, typeNamed } from "../../values/index.js";
import { EnumValue } from "../../values/numbers.js";
import { defineResultType, ResultObject } from "../result-type.js";
import { memberTypeBits } from "./member-types.js";

const fullName = "Microsoft.PowerShell.Commands.MemberDefinition";

defineResultType(fullName, [
  { name: "TypeName", typeName: "string" },
  { name: "Name", typeName: "string" },
  { name: "MemberType", typeName: "System.Management.Automation.PSMemberTypes" },
  { name: "Definition", typeName: "string" },
]);

/** A row of Get-Member; its text is the definition. */
export class MemberDefinition extends ResultObject {
  constructor(
    typeName: string,
    readonly name: string,
    readonly memberType: string,
    private readonly definition: string,
  ) {
    super();
    const type = typeNamed("System.Management.Automation.PSMemberTypes");
    this.setField("TypeName", typeName);
    this.setField("Name", name);
    this.setField("MemberType", new EnumValue(type, memberTypeBits.get(memberType) ?? 0n));
    this.setField("Definition", definition);
  }
  get type(): DotNetType {
    return typeNamed(fullName);
  }
  override text(): string {
    return this.definition;
  }
}
heapClass("MemberDefinition", MemberDefinition);
