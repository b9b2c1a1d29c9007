import type { CmdletRuntime } from "../runtime/cmdlet.js";
import { heapClass } from "../values/heap/heap-class.js";
import { type DotNetType, PSArray, toText, typeNamed, type Value } from "../values/index.js";
import { defineResultType, ResultObject } from "./result-type.js";

const fullName = "System.Management.Automation.InformationRecord";

defineResultType(fullName, [
  { name: "MessageData", typeName: "System.Object" },
  { name: "Source", typeName: "string", settable: true },
  { name: "Tags", typeName: "System.Object[]" },
]);

const messageName = "System.Management.Automation.HostInformationMessage";

defineResultType(messageName, [
  { name: "Message", typeName: "string" },
  { name: "NoNewLine", typeName: "System.Nullable[bool]" },
]);

/** What Write-Host's record holds. */
export class HostInformationMessage extends ResultObject {
  constructor(
    private readonly message: string,
    noNewLine: boolean,
  ) {
    super();
    this.setField("Message", message);
    this.setField("NoNewLine", noNewLine);
  }
  get type(): DotNetType {
    return typeNamed(messageName);
  }
  override text(): string {
    return this.message;
  }
}
heapClass("HostInformationMessage", HostInformationMessage);

/** What `6>&1` and -InformationVariable give. Its text is its message. */
export class InformationRecord extends ResultObject {
  constructor(
    private readonly message: string,
    source: string,
    tags: readonly string[],
    data: Value = message,
  ) {
    super();
    this.setField("MessageData", data);
    this.setField("Source", source);
    this.setField("Tags", new PSArray([...tags]));
  }
  get type(): DotNetType {
    return typeNamed(fullName);
  }
  override text(): string {
    return this.message;
  }
}
heapClass("InformationRecord", InformationRecord);

/** Writes a record of arbitrary data, shown as its text on a line when the preferences say so. */
export function writeInformationData(cmdlet: CmdletRuntime, data: Value, tags: readonly string[]): void {
  const text = toText(cmdlet.context, data);
  const record = new InformationRecord(text, "Write-Information", tags, data);
  cmdlet.writeInformation(record, () => cmdlet.context.host.write(`${text}\n`), false);
}
