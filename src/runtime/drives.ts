import { PSArray } from "../values/collections.js";
import { runtimeError } from "../values/errors.js";
import { isNull } from "../values/objects.js";
import { ScriptBlock } from "../values/script-block.js";
import { toText } from "../values/text.js";
import type { Value } from "../values/value.js";
import type { Engine } from "./engine.js";
import type { VariableDrive } from "./execution-context.js";
import { assign } from "./scope.js";
import { ScriptCommand } from "./script-command.js";
import { nameKey } from "./variable.js";

export type Environment = ReadonlyMap<string, { readonly name: string; readonly value: string }>;

/** What `$name:item` reads and writes: the session's own tables, and drives of the layers above. */
export class Drives {
  /** Environment variables by upper-case name; replaced as a whole by each change. */
  environment: Environment = new Map();
  private readonly own: ReadonlyMap<string, VariableDrive>;

  constructor(private readonly engine: Engine) {
    this.own = new Map<string, VariableDrive>([
      [
        "env",
        {
          read: (path) => this.environment.get(path.toUpperCase())?.value,
          write: (path, value) => this.setEnvironment(path, value),
        },
      ],
      [
        "function",
        {
          read: (path) => engine.findFunction(path)?.scriptBlock,
          write: (path, value) => this.setFunction(path, value),
        },
      ],
      [
        "alias",
        { read: (path) => engine.findAlias(path)?.definition, write: (path, value) => this.setAlias(path, value) },
      ],
      [
        "variable",
        {
          read: (path) => engine.currentScope.lookUp(nameKey(path))?.current,
          write: (path, value) => void assign(engine.currentScope, path, nameKey(path), value),
        },
      ],
    ]);
  }

  private find(name: string): VariableDrive | undefined {
    return this.own.get(nameKey(name)) ?? this.engine.services.drive?.(this.engine, name);
  }

  /** `undefined`: no such item, or no such drive. */
  read(drive: string, path: string): Value | undefined {
    return this.find(drive)?.read(path);
  }

  /** Throws DriveNotFound. */
  write(drive: string, path: string, value: Value): void {
    const found = this.find(drive);
    if (found === undefined) {
      throw runtimeError(
        "DriveNotFound",
        "ObjectNotFound",
        `Cannot find drive. A drive with the name '${drive}' does not exist.`,
        {
          target: drive,
          exceptionType: "System.Management.Automation.DriveNotFoundException",
        },
      );
    }
    found.write(path, value);
  }

  setEnvironment(name: string, value: Value): void {
    const text = isNull(value) ? "" : toText(this.engine, value);
    const changed = new Map(this.environment);
    if (text === "") changed.delete(name.toUpperCase());
    else changed.set(name.toUpperCase(), { name, value: text });
    this.environment = changed;
  }

  private setFunction(name: string, value: Value): void {
    const { currentScope } = this.engine;
    if (isNull(value)) {
      currentScope.removeFunction(name);
      return;
    }
    const block = value instanceof ScriptBlock ? value : this.engine.createScriptBlock(toText(this.engine, value));
    currentScope.setFunction(new ScriptCommand("Function", name, block));
  }

  private setAlias(name: string, value: Value): void {
    const definition = toText(this.engine, value instanceof PSArray ? (value.items[0] ?? null) : value);
    this.engine.currentScope.setAlias({ commandType: "Alias", name, definition, options: new Set(), description: "" });
  }
}
