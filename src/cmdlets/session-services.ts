import { ExtensionKey } from "../runtime/extension.js";
import type { Value } from "../values/value.js";

/** An entry of the prompt that has ended. */
export interface HistoryEntry {
  /** Counts from 1. */
  readonly id: number;
  readonly commandLine: string;
  readonly status: "Completed" | "Failed" | "Stopped";
  /** 100-ns ticks since 0001-01-01, local time of the emulated clock. */
  readonly start: bigint;
  readonly end: bigint;
}

/** What Get-History reads. The shell keeps it; the entry that runs is not among the entries yet. */
export interface CommandHistory {
  readonly entries: readonly HistoryEntry[];
  clear(): void;
}

/** The session's history. */
export const historyKey = new ExtensionKey<CommandHistory>("history");

/** The emulated clock: moved by Start-Sleep only. */
export interface EmulatedClock {
  /** Moves on by 100-ns ticks. */
  advance(ticks: bigint): void;
}

/** Connections to other machines, as New-PSSession opens them. */
export interface Remoting {
  /** Runs something with the commands that the other side of a connection has; `false`: this is no open connection. */
  runThrough(connection: Value, body: () => void): boolean;
}

/** The session's connections. */
export const remotingKey = new ExtensionKey<Remoting>("remoting");

/** The session's clock. */
export const clockKey = new ExtensionKey<EmulatedClock>("clock");
