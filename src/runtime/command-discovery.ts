import type { PowerShellError } from "../values/errors.js";
import type { AliasInfo, CommandInfo, FunctionInfo } from "./commands.js";
import type { Engine } from "./engine.js";
import { commandNotFound, moduleNotLoaded } from "./errors.js";
import type { StartableCommand } from "./pipeline.js";
import type { ScopeTables } from "./scope.js";
import { ScriptFile } from "./script-file.js";
import type { ScriptModule } from "./script-module.js";
import { nameKey } from "./variable.js";

/** From names to commands: aliases, functions, cmdlets, in this order, by scope from the innermost outwards. */
export class CommandDiscovery {
  /** Scripts by path, as they were last found. */
  private readonly scripts = new Map<string, { readonly text: string; readonly script: ScriptFile }>();

  constructor(private readonly engine: Engine) {}

  findAlias(name: string): AliasInfo | undefined {
    for (let scope: ScopeTables | null = this.engine.currentScope; scope !== null; scope = scope.parent) {
      const found = scope.hasCommands ? scope.alias(name) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }
  /** Also by a name with its scope: `global:f`. */
  findFunction(name: string): FunctionInfo | undefined {
    const qualified = /^(global|script|local|private):(.+)$/i.exec(name);
    if (qualified !== null) {
      const [, qualifier = "", rest = ""] = qualified;
      const { scope } = this.engine.locate(`${qualifier}:`);
      return (scope ?? this.engine.currentScope).function(rest);
    }
    for (let scope: ScopeTables | null = this.engine.currentScope; scope !== null; scope = scope.parent) {
      const found = scope.hasCommands ? scope.function(name) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }
  findCommand(name: string): CommandInfo | undefined {
    return (
      this.findAlias(name) ??
      this.findFunction(name) ??
      this.engine.session.findCmdlet(name) ??
      this.engine.services.findBuiltInCommand(name) ??
      this.findInModule(name) ??
      this.findScript(name) ??
      this.engine.services.autoLoad?.(this.engine, name)
    );
  }

  /** `Module\Name`. */
  private findInModule(name: string): CommandInfo | undefined {
    const slash = name.lastIndexOf("\\");
    if (slash <= 0) return undefined;
    const module = this.findModule(name.slice(0, slash));
    if (module !== undefined) return memberNamed(module, name.slice(slash + 1));
    const found =
      this.engine.session.findCmdlet(name.slice(slash + 1)) ??
      this.engine.services.findBuiltInCommand(name.slice(slash + 1));
    return found?.commandType === "Cmdlet" && nameKey(found.source) === nameKey(name.slice(0, slash))
      ? found
      : undefined;
  }

  /** A module of script code by name, among those of the session state that runs and of the session itself. */
  private findModule(name: string): ScriptModule | undefined {
    const { currentScope, globalScope } = this.engine;
    const own = currentScope.module?.scope.modules ?? [];
    return [...own, ...globalScope.modules].find((module) => nameKey(module.name) === nameKey(name));
  }

  /** The same file with the same text is the same command: it is parsed once. */
  private findScript(name: string): ScriptFile | undefined {
    const found = this.engine.services.findScript?.(this.engine, name);
    if (found === undefined) return undefined;
    const known = this.scripts.get(found.path);
    if (known?.text === found.text) return known.script;
    const script = new ScriptFile(found.path, found.text, this.engine);
    this.scripts.set(found.path, { text: found.text, script });
    return script;
  }

  /**
   * The command that a name starts, through aliases; a bare noun finds its Get-. Throws CommandNotFound for the name,
   * or for what its alias stands for.
   */
  resolve(name: string): StartableCommand {
    const found = this.findCommand(name);
    if (found !== undefined) return this.startable(found);
    if (!name.includes("-") && !name.includes("\\")) {
      const getter = this.findCommand(`Get-${name}`);
      if (getter !== undefined && getter.commandType !== "Alias") return getter;
    }
    const [, module] = /^([^\\/:.][^\\/:]*)\\[^\\]+$/.exec(name) ?? [];
    if (module !== undefined && this.engine.facts.languageVersion >= 3 && this.findModule(module) === undefined)
      throw moduleNotLoaded(name, module);
    throw this.commandNotFound(name);
  }

  /** What a command is when it runs: an alias is what it stands for. Throws CommandNotFound. */
  startable(info: CommandInfo): StartableCommand {
    const seen = new Set<string>();
    let found = info;
    while (found.commandType === "Alias") {
      const { definition } = found;
      const next = this.findCommand(definition);
      if (next === undefined) throw this.commandNotFound(definition);
      if (seen.has(nameKey(definition))) throw this.commandNotFound(info.name);
      seen.add(nameKey(definition));
      found = next;
    }
    return found;
  }

  private commandNotFound(name: string): PowerShellError {
    return commandNotFound(name, this.engine.facts.languageVersion >= 7);
  }
}

function memberNamed({ exported }: ScriptModule, name: string): CommandInfo | undefined {
  const key = nameKey(name);
  return [...exported.aliases, ...exported.functions].find((each) => nameKey(each.name) === key);
}
