import { type RecordValue, type Vector, vectorItems, vectorOf, vectorPush } from "../../topology/index.js";

/** A command that was run, as the audit log keeps it: a record of plain values. */
export type LogEntry = RecordValue;

/**
 * What was run, in its order. It belongs to the session beside the organization: what the directory holds is the same
 * whoever writes it down, and a command that fails leaves the organization as it was. Immutable, so that undo and
 * snapshots have it.
 */
export type CommandLog = Vector<LogEntry>;

export const emptyLog: CommandLog = vectorOf([]);

/** The log with a further entry. */
export const withEntry = (log: CommandLog, entry: LogEntry): CommandLog => vectorPush(log, Object.freeze(entry));

/** The entries, the oldest first. */
export const entriesOf = (log: CommandLog): Iterable<LogEntry> => vectorItems(log);
