import type { DotNetType } from "../values/dotnet-type.js";
import { heapClass } from "../values/heap/heap-class.js";
import { typeNamed } from "../values/types.js";
import { DotNetObject } from "../values/value.js";
import { type CommandInfo, shownType } from "./commands.js";

/**
 * A command as a value: what Get-Command gives, what `&` takes. cmdlets/ adds the members that are shown.
 */
export class CommandInfoObject extends DotNetObject {
  constructor(readonly info: CommandInfo) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(typeNames[shownType(this.info)]);
  }
  /** Its text is its name. */
  toNetText(): string {
    return this.info.name;
  }
}
heapClass("CommandInfoObject", CommandInfoObject);

const typeNames: Readonly<Record<CommandInfo["commandType"], string>> = {
  Alias: "System.Management.Automation.AliasInfo",
  Application: "System.Management.Automation.ApplicationInfo",
  Cmdlet: "System.Management.Automation.CmdletInfo",
  ExternalScript: "System.Management.Automation.ExternalScriptInfo",
  Filter: "System.Management.Automation.FilterInfo",
  Function: "System.Management.Automation.FunctionInfo",
};
