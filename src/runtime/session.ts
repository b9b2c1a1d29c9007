import type { CmdletInfo, CmdletSource, CommandInfo } from "./commands.js";
import type { Engine } from "./engine.js";
import { ScopeTables } from "./scope.js";
import type { SessionState } from "./session-state.js";
import { nameKey } from "./variable.js";

/** The tables of a session. */
export class Session implements SessionState {
  /** Another one takes its place when the session becomes a copy of another session. */
  globalScope = new ScopeTables(null, "global");
  private readonly cmdlets = new Map<string, CmdletInfo>();
  private readonly sources: CmdletSource[] = [];

  constructor(private readonly engine: Engine) {}

  get currentScope(): ScopeTables {
    return this.engine.currentScope;
  }
  /** What the session lets its user have of a cmdlet: the cmdlet, a part of it, or nothing. Left out: all of each. */
  narrow: (cmdlet: CmdletInfo) => CmdletInfo | undefined = (cmdlet) => cmdlet;

  findCmdlet(name: string): CmdletInfo | undefined {
    const found = this.anyCmdlet(name);
    return found === undefined ? undefined : this.narrow(found);
  }
  /** A cmdlet whether or not the user has it. */
  anyCmdlet(name: string): CmdletInfo | undefined {
    for (const source of this.sources) {
      const cmdlet = source.find(name);
      if (cmdlet !== undefined) return cmdlet;
    }
    return this.cmdlets.get(nameKey(name));
  }
  addCmdlet(cmdlet: CmdletInfo): void {
    this.cmdlets.set(nameKey(cmdlet.name), cmdlet);
  }
  /** The source that is added first hides cmdlets of its names in all others. */
  addCmdlets(source: CmdletSource): void {
    this.sources.push(source);
  }
  listCommands(): readonly CommandInfo[] {
    const scopes: ScopeTables[] = [];
    for (let scope: ScopeTables | null = this.currentScope; scope !== null; scope = scope.parent) scopes.push(scope);
    return [
      ...visible(scopes.map((scope) => scope.aliases())),
      ...visible(scopes.map((scope) => scope.functions())),
      ...[...this.allCmdlets()].flatMap((cmdlet) => this.narrow(cmdlet) ?? []),
      ...[...(this.engine.services.importedCommands?.() ?? [])].filter(
        ({ name }) => this.findCmdlet(name) === undefined,
      ),
    ];
  }

  private allCmdlets(): readonly CmdletInfo[] {
    const further = [...this.sources].reverse().flatMap((source) => source.all);
    if (further.length === 0) return [...this.cmdlets.values()];
    return [...new Map([...this.cmdlets.values(), ...further].map((each) => [nameKey(each.name), each])).values()];
  }
}

/** Entries of the tables from the innermost scope outwards; an inner one hides those of its name. */
function visible<T extends { readonly name: string }>(tables: readonly Iterable<T>[]): Iterable<T> {
  const byName = new Map<string, T>();
  for (const table of tables) {
    for (const entry of table) {
      const key = nameKey(entry.name);
      if (!byName.has(key)) byName.set(key, entry);
    }
  }
  return byName.values();
}
