import type { DotNetType } from "../values/dotnet-type.js";
import { heapClass } from "../values/heap/heap-class.js";
import type { ScriptBlock } from "../values/script-block.js";
import { scriptBlockText } from "../values/text.js";
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
    return typeNamed(this.block === null ? typeNames[shownType(this.info)] : "System.Management.Automation.ScriptInfo");
  }
  /** Code without a name: what was typed at the prompt, a block behind `&`. */
  get block(): ScriptBlock | null {
    const { info } = this;
    return info.commandType === "Function" && info.name === "" ? info.scriptBlock : null;
  }
  /** Its text is its name, or the code. */
  toNetText(): string {
    return this.block === null ? this.info.name : scriptBlockText(this.block);
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
