import type { FileSystem, JobsState, SeededNumbers, Transcription } from "../cmdlets/index.js";
import type { CommandLog, PSSessionsState, RemoteSession } from "../exchange/index.js";
import type { ViewTable } from "../formatting/index.js";
import { adoptEngineRoots, type EngineRoots, engineRoots } from "../runtime/engine-roots.js";
import type { Topology } from "../topology/index.js";
import type { History } from "./history.js";
import type { Session } from "./session.js";

/**
 * Everything that a session is, between two lines, as one value: the tables from which all else can be reached. Each
 * part is immutable, or journals its changes (`values/journal.ts`). Undo puts an old value back; fork and snapshot copy
 * one. What is not here does not belong to a session but to the options of its shell.
 */
export interface SessionRoots {
  readonly organization: Topology;
  /** What the administrator audit log has. */
  readonly commandLog: CommandLog;
  /** The connection through which Exchange's cmdlets run. */
  readonly connection: RemoteSession;
  readonly files: Readonly<FileSystem>;
  /** Execution policies by scope. */
  readonly policies: ReadonlyMap<string, string>;
  /** Connections that New-PSSession opened, and what was imported through them. */
  readonly psSessions: PSSessionsState;
  /** What Start-Job and its kin made. */
  readonly jobs: JobsState;
  /** Modules that were loaded and bring commands of their own, by name in lower case. */
  readonly modules: ReadonlySet<string>;
  /** The transcripts that are open. */
  readonly transcripts: readonly Transcription[];
  readonly history: History;
  /** State of the source of random numbers and GUIDs. */
  readonly random: number;
  /** What Get-Random draws from after -SetSeed. */
  readonly seededNumbers: SeededNumbers["current"];
  /** Answers that are left. */
  readonly answers: readonly string[];
  /** Format data. */
  readonly views: ViewTable;
  readonly engine: EngineRoots;
}

/** The state of a session between two lines. */
export function sessionRoots(session: Session): SessionRoots {
  const { organization, fileSystem } = session;
  return {
    organization: organization.current,
    commandLog: organization.log,
    connection: organization.session,
    files: { ...fileSystem },
    policies: session.policies.byScope,
    psSessions: session.psSessions.state,
    jobs: session.jobs.state,
    modules: session.modules.names,
    transcripts: session.transcripts.state,
    history: session.history,
    random: session.random.state,
    seededNumbers: session.seededNumbers.current,
    answers: session.answers.queue,
    views: session.formatting.views,
    engine: engineRoots(session.engine),
  };
}

/** Gives a session another state, between two lines. */
export function adoptRoots(session: Session, roots: SessionRoots): void {
  session.organization.current = roots.organization;
  session.organization.log = roots.commandLog;
  session.organization.session = roots.connection;
  Object.assign(session.fileSystem, roots.files);
  session.policies.byScope = roots.policies;
  session.psSessions.state = roots.psSessions;
  session.jobs.state = roots.jobs;
  session.modules.names = roots.modules;
  session.transcripts.state = roots.transcripts;
  session.history = roots.history;
  session.random.state = roots.random;
  session.seededNumbers.current = roots.seededNumbers;
  session.answers.queue = roots.answers;
  session.formatting.views = roots.views;
  adoptEngineRoots(session.engine, roots.engine);
}
