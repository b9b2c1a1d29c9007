import type { Limits } from "../runtime/limits.js";
import { type HeapImage, readHeap, writeHeap } from "../values/heap/index.js";
import type { EditionName } from "./edition-names.js";
import { editionNamed } from "./editions.js";
import type { ScriptCall } from "./script-call.js";
import { Session } from "./session.js";
import { adoptRoots, type SessionRoots, sessionRoots } from "./session-roots.js";
import type { ShellOptions } from "./shell.js";
import { surroundingsOf } from "./surroundings.js";

const format = "ems-emulator/snapshot";
const version = 1;

/** A line that waits for an answer, and what it was answered so far. */
export interface PendingLine {
  readonly text: string;
  /** When it is no line that was typed but a script that was called. */
  readonly script?: ScriptCall & { readonly path: string; readonly arguments: readonly string[] };
  readonly answers: readonly { readonly text: string; readonly isQueued: boolean }[];
  /** Characters of its text that were handed out. */
  readonly handedOut: number;
}

/**
 * Everything that a shell is, as plain JSON data: for `JSON.stringify`, a file, a data base. `restoreShell` makes a
 * shell of it that goes on where this one stood. What is in it is no interface: read a shell, not its snapshot.
 */
export interface Snapshot {
  readonly format: typeof format;
  /** Of the form. A reader refuses all but its own. */
  readonly version: typeof version;
  readonly edition: EditionName;
  readonly width: number;
  readonly height: number;
  readonly limits: Partial<Omit<Limits, "interrupt">>;
  readonly timeZone: string;
  readonly culture: string;
  readonly user: string;
  readonly pending: PendingLine | null;
  readonly heap: HeapImage;
}

/** What a restored shell gets anew, for no JSON can hold it: functions of the program around it. */
export type RestoreOptions = Pick<ShellOptions, "ask" | "write" | "onBind" | "cmdlets"> & {
  /** As `limits.interrupt` of `createShell`. */
  readonly interrupt?: () => boolean;
};

/** @throws {HeapError} for what cannot be written, saying what it is and which variable holds it */
export function takeSnapshot(session: Session, pending: PendingLine | null): Snapshot {
  const { limits: { interrupt: _, ...limits } = {}, timeZone = "UTC", culture = "en-US" } = session.options;
  return {
    format,
    version,
    edition: session.edition.name,
    width: session.console.width,
    height: session.console.height,
    limits,
    timeZone,
    culture,
    user: session.engine.userName,
    pending,
    heap: writeHeap(sessionRoots(session), surroundingsOf(session), "json"),
  };
}

/** The session of a snapshot. */
export function sessionOf(snapshot: Snapshot, { interrupt, ...options }: RestoreOptions): Session {
  checkForm(snapshot);
  const { edition, width, height, limits, timeZone, culture, user } = snapshot;
  const session = new Session(editionNamed(edition), {
    ...options,
    width,
    height,
    timeZone,
    culture,
    user,
    limits: { ...limits, ...(interrupt === undefined ? {} : { interrupt }) },
  });
  adoptRoots(session, readHeap(snapshot.heap, surroundingsOf(session)) as SessionRoots);
  return session;
}

/** A session of its own that is now as another one is. */
export function copyOf(session: Session): Session {
  const { width, height } = session.console;
  const { files: _files, answers: _answers, now: _now, ...options } = session.options;
  const topology = session.organization.current;
  const copy = new Session(session.edition, { ...options, topology, width, height });
  const image = writeHeap(sessionRoots(session), surroundingsOf(session), "memory");
  adoptRoots(copy, readHeap(image, surroundingsOf(copy)) as SessionRoots);
  return copy;
}

function checkForm(snapshot: Snapshot): void {
  const given: unknown = snapshot;
  if (typeof given !== "object" || given === null || !("format" in given) || given.format !== format)
    throw new TypeError(`This is no snapshot: the JSON of one has "format": "${format}".`);
  if (snapshot.version !== version)
    throw new TypeError(
      `This is version ${String(snapshot.version)} of the form of snapshots; version ${version} can be read.`,
    );
}
