import type { ExecutionContext } from "../runtime/execution-context.js";
import { ExtensionKey, extensionOf } from "../runtime/extension.js";
import { setClock, type Ticks, type Topology } from "../topology/index.js";
import { type CommandLog, emptyLog } from "./auditing/command-log.js";
import type { ExchangeRelease } from "./catalogue/release.js";
import { rightsOf } from "./permissions/roles/session-rights.js";
import { RemoteSession } from "./remote-session.js";
import { directoryDeclarations } from "./schema.js";
import { setUp } from "./setup.js";

/**
 * The organization of a session: one immutable value, replaced as a whole by each write. To undo, put the old one back.
 */
export class Organization {
  current: Topology;
  /** The connection to one of its servers, through which the Exchange cmdlets run. */
  session: RemoteSession;
  /** The commands that were run and that the administrator audit log has. */
  log: CommandLog = emptyLog;

  /** Takes any topology: one that was made without Exchange's additions gets their indexes, and the objects of setup. */
  /** @param user the account that connects; `null`: nobody is asked what he may do */
  constructor(
    topology: Topology,
    /** Whose cmdlets the session has; `null`: none. */
    readonly release: ExchangeRelease | null = null,
    user: string | null = null,
  ) {
    this.current = setUp(topology);
    const rights = user === null || release === null ? null : rightsOf(this.current, user, release);
    this.session = new RemoteSession(this.current, rights);
  }

  /** The clock moves on, and what was to happen until then has happened. */
  passTime(until: Ticks): void {
    let passed = setClock(this.current, until);
    for (const { passing } of directoryDeclarations()) passed = passing?.(passed) ?? passed;
    this.current = passed;
  }
}

/** Under this key the shell gives its session the {@link Organization} that Exchange's cmdlets work on. */
export const organizationKey = new ExtensionKey<Organization>("organization");

/** The session's organization. */
export function organizationOf(context: ExecutionContext): Organization {
  return extensionOf(context, organizationKey);
}
