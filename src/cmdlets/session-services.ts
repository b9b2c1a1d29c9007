import type { CmdletRuntime } from "../runtime/cmdlet.js";
import type { ExecutionContext } from "../runtime/execution-context.js";
import { ExtensionKey } from "../runtime/extension.js";
import type { ScopeTables } from "../runtime/scope.js";
import type { Guid } from "../values/simple-values.js";
import type { SystemRandom } from "../values/types/random.js";
import type { Value } from "../values/value.js";

/** How an entry ended; the names of System.Management.Automation.Runspaces.PipelineState. */
export type PipelineState = "NotStarted" | "Running" | "Stopping" | "Stopped" | "Completed" | "Failed" | "Disconnected";

/** An entry of the prompt that has ended. */
export interface HistoryEntry {
  /** Counts from 1. */
  readonly id: number;
  readonly commandLine: string;
  readonly status: PipelineState;
  /** 100-ns ticks since 0001-01-01, local time of the emulated clock. */
  readonly start: bigint;
  readonly end: bigint;
}

/** The entries of a session, oldest first. The shell keeps them; the entry that runs is not among them yet. */
export interface CommandHistory {
  readonly entries: readonly HistoryEntry[];
  /** Adds an entry that nobody typed, behind the one that runs. */
  add(entry: Omit<HistoryEntry, "id">): HistoryEntry;
  remove(ids: ReadonlySet<number>): void;
  /** The entry that runs is kept with another text. */
  replaceRunning(commandLine: string): void;
}

/** The session's history. */
export const historyKey = new ExtensionKey<CommandHistory>("history");

/** The emulated clock: moved by Start-Sleep only. */
export interface EmulatedClock {
  /** `UTC`, `+02:00`, or a name of the IANA data base. */
  readonly timeZone: string;
  /** When the emulated machine started: 100-ns ticks since 0001-01-01, local time. */
  readonly startOfMachine: bigint;
  /** Local time minus UTC in ticks, at ticks of UTC, in another zone: the names are those of `timeZone`. */
  offsetsIn(timeZone: string): (utcTicks: bigint) => bigint;
  /** Moves on by 100-ns ticks. */
  advance(ticks: bigint): void;
}

/** Connections to other machines, as New-PSSession opens them. */
export interface Remoting {
  /** Runs something with the commands that the other side of a connection has; `false`: this is no open connection. */
  runThrough(connection: Value, body: () => void): boolean;
  /** Where the code of a connection to a machine's own PowerShell runs; `null`: this is no such connection, or closed. */
  runspaceOf(connection: Value): ConnectedRunspace | null;
  /** Connects to the endpoint of an Exchange server, for one command; `null`: the error was written. */
  connect(cmdlet: CmdletRuntime, uri: Value): Value | null;
  /** Runs something on another machine of the network, as which it sees itself; says why that cannot be. */
  runOn(context: ExecutionContext, computerName: string, body: () => void): "ran" | "unknown" | "down";
}

/** The other side of a connection. */
export interface ConnectedRunspace {
  readonly computerName: string;
  readonly tables: ScopeTables;
  readonly instance: Guid;
}

/** The session's connections. */
export const remotingKey = new ExtensionKey<Remoting>("remoting");

/** What Get-Random draws from after -SetSeed; `null`: from the session's own numbers. */
export interface SeededNumbers {
  current: SystemRandom | null;
}

/** The session's seeded numbers. */
export const seededNumbersKey = new ExtensionKey<SeededNumbers>("seeded numbers");

/** The session's clock. */
export const clockKey = new ExtensionKey<EmulatedClock>("clock");
