import type { CmdletInfo, CommandInvocation } from "../../runtime/commands.js";
import type { ExecutionContext } from "../../runtime/execution-context.js";
import type { Pipe } from "../../runtime/streams.js";
import type { ExchangeRelease } from "../catalogue/release.js";
import { exchangeCmdlets } from "../cmdlets.js";
import { deserialized } from "./deserialized.js";
import { type ImportedModule, type PSSessions, psSessionsOf } from "./ps-session.js";

/** Proxies that were made, for all sessions: by `release|prefix`, then by the proxy's name in lower case. */
const proxies = new Map<string, Map<string, CmdletInfo>>();

/** The name of a command under a prefix: `Get-Mailbox` under `Old` is `Get-OldMailbox`. */
export function prefixed(name: string, prefix: string): string {
  const dash = name.indexOf("-");
  return dash < 0 ? `${prefix}${name}` : `${name.slice(0, dash + 1)}${prefix}${name.slice(dash + 1)}`;
}

function proxiesOf(release: ExchangeRelease, prefix: string): Map<string, CmdletInfo> {
  const key = `${release}|${prefix.toLowerCase()}`;
  let made = proxies.get(key);
  if (made === undefined) {
    made = new Map(
      exchangeCmdlets(release).map((cmdlet) => {
        const name = prefixed(cmdlet.name, prefix);
        return [name.toLowerCase(), proxy(cmdlet, name, key)];
      }),
    );
    proxies.set(key, made);
  }
  return made;
}

/** By which name a copy of a heap finds a proxy again. */
const keys = new WeakMap<object, string>();

/** `release|prefix|name` of a proxy; `undefined` for other objects. */
export function proxyKey(object: object): string | undefined {
  return keys.get(object);
}
export function proxyOfKey(key: string): CmdletInfo | undefined {
  const [release, prefix = "", name = ""] = key.split("|");
  const known = (["2010", "2013", "2016", "2019"] as const).find((each) => each === release);
  return known === undefined ? undefined : proxiesOf(known, prefix).get(name.toLowerCase());
}

/** A command of a server as a function of this session; what it gives comes as properties and text. */
function proxy(cmdlet: CmdletInfo, name: string, key: string): CmdletInfo {
  const info: CmdletInfo = {
    commandType: "Cmdlet",
    name,
    source: cmdlet.source,
    version: cmdlet.version,
    synopsis: cmdlet.synopsis,
    isFunction: true,
    moduleName: (context) => moduleOfCommand(psSessionsOf(context), name)?.name ?? "",
    get metadata() {
      return cmdlet.metadata;
    },
    start: (invocation) => cmdlet.start(throughTheWire(invocation)),
  };
  keys.set(info, `${key}|${name}`);
  return info;
}

/** Exchange's own shell has Exchange's types and makes its objects again of what arrives; others have not. */
function hasTypes(context: ExecutionContext): boolean {
  return context.session.findCmdlet("Get-ExchangeServer") !== undefined;
}

function throughTheWire(invocation: CommandInvocation): CommandInvocation {
  const { context, streams } = invocation;
  if (hasTypes(context)) return invocation;
  const output: Pipe = { write: (value) => streams.output.write(deserialized(context, value)) };
  return { ...invocation, streams: { ...streams, output } };
}

function moduleOfCommand({ state }: PSSessions, name: string): ImportedModule | undefined {
  // What was imported last hides what came before.
  return [...state.modules].reverse().find((module) => originalName(module, name) !== null);
}

/** What the server calls a command that the module may have; `null`: it has none of that name. */
function originalName(module: ImportedModule, name: string): string | null {
  const key = name.toLowerCase();
  if (module.prefix === "") return module.commands.has(key) ? key : null;
  const dash = key.indexOf("-");
  const rest = key.slice(dash + 1);
  const prefix = module.prefix.toLowerCase();
  if (!rest.startsWith(prefix)) return null;
  const original = `${key.slice(0, dash + 1)}${rest.slice(prefix.length)}`;
  return module.commands.has(original) ? original : null;
}

/** An imported command by name. */
export function findImported(sessions: PSSessions, name: string): CmdletInfo | undefined {
  if (sessions.state.modules.length === 0) return undefined;
  const module = moduleOfCommand(sessions, name);
  return module === undefined ? undefined : proxiesOf(module.release, module.prefix).get(name.toLowerCase());
}

/** All imported commands, for Get-Command and completion. */
export function* importedCommands({ state }: PSSessions): Generator<CmdletInfo> {
  const seen = new Set<string>();
  for (const module of [...state.modules].reverse()) {
    for (const [name, info] of proxiesOf(module.release, module.prefix)) {
      if (seen.has(name) || originalName(module, name) === null) continue;
      seen.add(name);
      yield info;
    }
  }
}
