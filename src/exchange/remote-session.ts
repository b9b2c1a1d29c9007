import { getProperty, listObjects, type Topology } from "../topology/index.js";
import type { ErrorRecord } from "../values/errors.js";
import { heapClass } from "../values/heap/heap-class.js";
import { keepFields } from "../values/journal.js";
import { MemberTable, ownMembers } from "../values/members.js";
import { Guid } from "../values/simple-values.js";
import type { DotNetObject } from "../values/value.js";
import type { SessionRights } from "./permissions/roles/session-rights.js";
import { schema } from "./schema.js";

/** Runspaces have no place in the organization; theirs is a number of its own, the same in every session. */
const runspaceId = "7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3";

/**
 * The connection of the Exchange Management Shell to a server: the first server of the organization. Its cmdlets run
 * there, and what comes back carries the connection's notes.
 */
export class RemoteSession {
  readonly serverName: string;
  /** FQDN in lower case, as PSComputerName shows it (facts: messages.md, frames of 2013 and later). */
  readonly computerName: string;
  /** FQDN as the directory spells it. */
  readonly fqdn: string;
  /** What its user may do; `null`: everything that there is, whoever has a role for it. */
  readonly rights: SessionRights | null;
  /** The machine that the shell itself runs on. */
  readonly host: { readonly name: string; readonly fqdn: string };
  private readonly notes: MemberTable;

  constructor(
    topology: Topology,
    rights: SessionRights | null = null,
    { name, fqdn }: { readonly name: string; readonly fqdn: string } = firstServer(topology),
    host: { readonly name: string; readonly fqdn: string } = { name, fqdn },
  ) {
    this.rights = rights;
    this.host = host;
    this.serverName = name;
    this.fqdn = fqdn;
    this.computerName = fqdn.toLowerCase();
    this.notes = new MemberTable();
    this.notes.set({ kind: "NoteProperty", name: "PSComputerName", value: this.computerName });
    this.notes.set({ kind: "NoteProperty", name: "RunspaceId", value: new Guid(runspaceId) });
    this.notes.set({ kind: "NoteProperty", name: "PSShowComputerName", value: false });
  }

  /** The number of the runspace, which all objects of the connection carry. */
  get runspace(): string {
    return runspaceId;
  }

  /** Gives an object of the server its notes: RunspaceId is what `fl` shows first, the others are hidden there. */
  stampObject(object: DotNetObject): void {
    object.instanceMembers = new SharedNotes(this.notes);
  }

  /** The line `+ PSComputerName` of an error. */
  stampError(record: ErrorRecord): void {
    ownMembers(record).set({ kind: "NoteProperty", name: "PSComputerName", value: this.computerName });
  }
}
heapClass("RemoteSession", RemoteSession);

function firstServer(topology: Topology): { readonly name: string; readonly fqdn: string } {
  const [server] = listObjects(topology, "ExchangeServer");
  const fqdn = server === undefined ? null : getProperty(schema, server, "Fqdn");
  return { name: server?.name ?? "", fqdn: typeof fqdn === "string" ? fqdn : "" };
}

/** Notes that thousands of objects share; the first change gives an object a table of its own. */
class SharedNotes extends MemberTable {
  private shared: MemberTable | null;

  constructor(shared: MemberTable) {
    super();
    this.shared = shared;
  }
  override get size(): number {
    return this.shared?.size ?? super.size;
  }
  override get(name: string) {
    return this.shared === null ? super.get(name) : this.shared.get(name);
  }
  override has(name: string): boolean {
    return this.shared === null ? super.has(name) : this.shared.has(name);
  }
  override set(...args: Parameters<MemberTable["set"]>): void {
    this.separate();
    super.set(...args);
  }
  override delete(name: string): boolean {
    this.separate();
    return super.delete(name);
  }
  override [Symbol.iterator]() {
    return this.shared === null ? super[Symbol.iterator]() : this.shared[Symbol.iterator]();
  }

  private separate(): void {
    const { shared } = this;
    if (shared === null) return;
    keepFields(this);
    this.shared = null;
    for (const member of shared) super.set({ ...member });
  }
}
heapClass("SharedNotes", SharedNotes);
