import { defineResultType, ResultObject } from "../../cmdlets/result-type.js";
import type { FormatView, TableColumn } from "../../formatting/index.js";
import type { ExecutionContext } from "../../runtime/execution-context.js";
import { ExtensionKey, extensionOf } from "../../runtime/extension.js";
import type { ScopeTables } from "../../runtime/scope.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { Guid } from "../../values/simple-values.js";
import { typeNamed } from "../../values/types.js";
import type { ExchangeRelease } from "../catalogue/release.js";

/** The type of connections. */
export const sessionType = "System.Management.Automation.Runspaces.PSSession";
defineResultType(sessionType, [
  { name: "State", typeName: "string" },
  { name: "IdleTimeout", typeName: "int" },
  { name: "ComputerName", typeName: "string" },
  { name: "ComputerType", typeName: "string" },
  { name: "ConfigurationName", typeName: "string" },
  { name: "InstanceId", typeName: "guid" },
  { name: "Id", typeName: "int" },
  { name: "Name", typeName: "string" },
  { name: "Availability", typeName: "string" },
  { name: "Transport", typeName: "string" },
]);

/** The name of Exchange's own session configuration. */
export const exchangeConfiguration = "Microsoft.Exchange";

/** Milliseconds: fifteen minutes, which Exchange's servers give (documented). */
const idleTimeout = 900000;

/** Two hours, which Windows gives (documented). */
const machineIdleTimeout = 7200000;

/** A connection that New-PSSession has opened to a server of the organization, or to a machine of the network. */
export class PSSession extends ResultObject {
  constructor(
    readonly id: number,
    readonly name: string,
    readonly computerName: string,
    readonly instance: string,
    /** Which cmdlets the Exchange server has; `null`: it is the machine's own PowerShell. */
    readonly release: ExchangeRelease | null,
    configuration: string,
    /** What the machine's own PowerShell keeps between two commands. */
    readonly tables: ScopeTables | null = null,
  ) {
    super();
    this.setField("IdleTimeout", release === null ? machineIdleTimeout : idleTimeout);
    this.setField("ComputerName", computerName);
    this.setField("ComputerType", "RemoteMachine");
    this.setField("ConfigurationName", configuration);
    this.setField("InstanceId", new Guid(instance));
    this.setField("Id", id);
    this.setField("Name", name);
    this.setField("Transport", "WSMan");
    this.setState("Opened", "Available");
  }
  get type(): DotNetType {
    return typeNamed(sessionType);
  }
  get isOpen(): boolean {
    return this.field("State") === "Opened";
  }
  close(): void {
    this.setState("Closed", "None");
  }
  override text(): string {
    return `[PSSession]${this.name}`;
  }
  private setState(state: string, availability: string): void {
    this.setField("State", state);
    this.setField("Availability", availability);
  }
}
heapClass("PSSession", PSSession);

/** What Import-PSSession has brought: commands of a session under names of this one. */
export interface ImportedModule {
  readonly session: number;
  readonly name: string;
  readonly prefix: string;
  readonly release: ExchangeRelease;
  /** Names of the commands as the server calls them, in lower case. */
  readonly commands: ReadonlySet<string>;
}

/** The connections of a shell, and what was imported through them: one immutable value. */
export interface PSSessionsState {
  readonly opened: number;
  readonly sessions: readonly PSSession[];
  readonly modules: readonly ImportedModule[];
  /** The Id of the connection that the Exchange Management Shell itself uses; `none` in other shells. */
  readonly management: number | "closed" | "none";
}

export interface PSSessions {
  /** Replaced as a whole. */
  state: PSSessionsState;
}

/** Under this key the shell keeps its connections. */
export const psSessionsKey = new ExtensionKey<PSSessions>("PSSessions");

/** The connections of a shell that starts: that of Exchange's own, or none. */
export function initialPSSessions(own: PSSession | null): PSSessions {
  const sessions = own === null ? [] : [own];
  return { state: { opened: sessions.length, sessions, modules: [], management: own?.id ?? "none" } };
}

export function psSessionsOf(context: ExecutionContext): PSSessions {
  return extensionOf(context, psSessionsKey);
}

/** What a session is called that was given no name: `Session1`, from 5.1 on `WinRM1`, in 7 `Runspace1`. */
export function usualSessionName(languageVersion: number, id: number): string {
  return `${languageVersion >= 7 ? "Runspace" : languageVersion >= 5 ? "WinRM" : "Session"}${id}`;
}

/** Get-PSSession of 7 (asked of the engine), of 5.x without the transport, of 2.0 to 4.0 without the kind (memory). */
export function psSessionViews(languageVersion: number): readonly FormatView[] {
  const columns: readonly TableColumn[] = [
    { property: "Id", width: 3, alignment: "right" },
    { property: "Name", width: 15 },
    ...(languageVersion >= 7 ? [{ property: "Transport", width: 9 }] : []),
    { property: "ComputerName", width: 15 },
    ...(languageVersion >= 5 ? [{ property: "ComputerType", width: 15 }] : []),
    { property: "State", width: 13 },
    { property: "ConfigurationName", width: 20 },
    { property: "Availability", width: 13, alignment: "right" },
  ];
  return [{ kind: "table", name: "PSSession", typeNames: [sessionType], columns }];
}
