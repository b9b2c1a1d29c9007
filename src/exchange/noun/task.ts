import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import {
  canonicalName,
  type DirectoryObject,
  getObject,
  getProperty,
  type IdentityQuery,
  listObjects,
  pathOf,
  resolveIdentity,
  type Topology,
} from "../../topology/index.js";
import { PowerShellError } from "../../values/errors.js";
import { localTime } from "../../values/local-time.js";
import { netText, toText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import { type CommandLog, type LogEntry, withEntry } from "../auditing/command-log.js";
import type { ExchangeRelease } from "../catalogue/release.js";
import { type Organization, organizationOf } from "../organization.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { accountsNamed } from "../permissions/account-names.js";
import { isWriteDenied } from "../permissions/directory/denied-writes.js";
import { covers, exclusiveScopesOf, isRecipient } from "../permissions/roles/write-scope.js";
import type { RemoteSession } from "../remote-session.js";
import { schema } from "../schema.js";
import { ADObjectId } from "../types/ad-object-id.js";
import { controllerNamed, usualController } from "./domain-controllers.js";
import { type ExchangeMessage, exchangeError, exchangeMessages } from "./exchange-errors.js";
import { isBelowRoot, viewRootOf } from "./recipient-view.js";
import type { Source } from "./source.js";

/** Which command runs: its name, its class in the product, the release that it belongs to. */
export interface TaskInfo {
  readonly name: string;
  readonly taskClass: string;
  readonly release: ExchangeRelease;
}

/** What a cmdlet is about: an object, in the organization as it is or as it would be. */
export interface Subject {
  readonly object: DirectoryObject;
  readonly topology: Topology;
}

/** One running Exchange cmdlet, as the verbs of the nouns see it: parameters, organization, failures. */
export class Task {
  private readonly organization: Organization;
  private about: Subject | null = null;
  private declined = false;
  private askedController: string | null | undefined;
  private viewRoot: DirectoryObject | null | undefined;

  constructor(
    readonly cmdlet: CmdletRuntime,
    private readonly parameters: Readonly<Record<string, Value | undefined>>,
    readonly info: TaskInfo,
  ) {
    this.organization = organizationOf(cmdlet.context);
  }

  /** The organization as it is now; a write replaces it. */
  get topology(): Topology {
    return this.organization.current;
  }
  commit(topology: Topology): void {
    this.organization.current = topology;
  }

  /** The commands that were written down. */
  get log(): CommandLog {
    return this.organization.log;
  }
  writeDown(entry: LogEntry): void {
    this.organization.log = withEntry(this.organization.log, entry);
  }

  /** The object that the cmdlet is about to change or has changed, as it was then. */
  get subject(): Subject | null {
    return this.about;
  }
  /** Whether somebody was asked and said no, or was only told what would happen. */
  get isDeclined(): boolean {
    return this.declined;
  }

  /** The connection that the cmdlet runs through. */
  get session(): RemoteSession {
    return this.organization.session;
  }

  /** Whether a parameter was given. */
  has(parameter: string): boolean {
    return this.cmdlet.isBound(parameter);
  }
  /** A parameter's value; `null` when it was not given, or given as `$null`. */
  value(parameter: string): Value {
    return this.parameters[parameter] ?? null;
  }
  /** A parameter's value as text; `null` when it was not given or is `$null`. */
  text(parameter: string): string | null {
    const value = this.value(parameter);
    return value === null ? null : toText(this.cmdlet.context, value);
  }
  isOn(parameter: string): boolean {
    return this.value(parameter) === true;
  }

  source(object: DirectoryObject): Source {
    const { release } = this.info;
    const { session } = this.organization;
    const controller = this.namedController;
    const source = { topology: this.topology, object, release, session };
    return controller === null ? source : { ...source, controller };
  }

  /** An object's id, as the target of its errors. */
  id(object: DirectoryObject): ADObjectId {
    return new ADObjectId(this.topology, object, "name");
  }

  /** The FQDNs of the domain controllers of a site. */
  domainControllersOf(siteGuid: string): readonly string[] {
    return listObjects(this.topology, "DomainController")
      .filter((controller) => siteAbove(this.topology, controller) === siteGuid)
      .flatMap((controller) => {
        const fqdn = getProperty(schema, controller, "DnsHostName");
        return typeof fqdn === "string" ? [fqdn] : [];
      });
  }

  /** The FQDN of the domain controller that answers. */
  get domainController(): string {
    return this.namedController ?? usualController(this.topology);
  }

  /** The domain controller that -DomainController names; `null`: whichever answers. */
  private get namedController(): string | null {
    if (this.askedController === undefined) {
      const name = this.has("DomainController") ? this.text("DomainController") : null;
      this.askedController = name === null ? null : (controllerNamed(this.topology, name) ?? name);
    }
    return this.askedController;
  }

  /** All objects that an identity parameter means. */
  matches(identity: IdParameter, query: IdentityQuery): DirectoryObject[] {
    return this.find(identity.guid ?? identity.text, query);
  }

  /**
   * The one object that an identity parameter means.
   * @param notFound the failure when there is none; Exchange words it by the parameter
   */
  resolve(parameter: string, query: IdentityQuery, notFound: (identity: string) => PowerShellError): DirectoryObject {
    const identity = this.value(parameter);
    if (!(identity instanceof IdParameter)) throw notFound("");
    const single = query.wildcards === "several" ? { ...query, wildcards: false } : query;
    return this.single(this.matches(identity, single), identity.text, notFound);
  }

  /** The one object of those that were found; none and several are failures. */
  single(
    found: readonly DirectoryObject[],
    identity: string,
    notFound: (identity: string) => PowerShellError,
  ): DirectoryObject {
    const [object, ...others] = found;
    if (object === undefined) throw notFound(identity);
    if (others.length > 0) throw this.failure(exchangeMessages.objectAmbiguous, [identity]);
    return object;
  }

  /** All objects that a text means; of accounts also `DOMAIN\name` and the security identifier. */
  find(identity: string, query: IdentityQuery): DirectoryObject[] {
    const found = resolveIdentity(this.topology, identity, query);
    const objects = found.length > 0 ? found : accountsNamed(this.topology, identity, query);
    return objects.length === 0 || this.root === null ? objects : objects.filter((object) => this.isInView(object));
  }

  /** Where the recipients lie that the session sees; -IgnoreDefaultScope sees all. */
  private get root(): DirectoryObject | null {
    if (this.viewRoot === undefined) this.viewRoot = this.isOn("IgnoreDefaultScope") ? null : viewRootOf(this.topology);
    return this.viewRoot;
  }

  /** Refuses to look for recipients below a place that the session does not see. */
  requireView(place: DirectoryObject): void {
    const { root } = this;
    if (root === null || pathOf(this.topology, place).some(({ guid }) => guid === root.guid)) return;
    const names = [canonicalName(this.topology, place), canonicalName(this.topology, root)] as const;
    throw this.failure(exchangeMessages.outOfView, [...names]);
  }

  /** Whether the part of the forest that the session looks at has an object. */
  isInView(object: DirectoryObject): boolean {
    return this.root === null || isBelowRoot(this.topology, object, this.root);
  }

  notFound(identity: string): PowerShellError {
    return this.failure(exchangeMessages.objectNotFound, [identity, this.domainController]);
  }

  /** An object that a parameter other than -Identity means is not there. */
  parameterNotFound(identity: string): PowerShellError {
    return this.failure(exchangeMessages.parameterObjectNotFound, [identity]);
  }

  /** The object that a link is to lead to is not there; some classes have words of their own for it. */
  targetNotFound(identity: string, { classes }: IdentityQuery): PowerShellError {
    if (classes.includes("MailboxDatabase")) return this.failure(exchangeMessages.databaseNotFound, [identity]);
    if (classes.includes("OrganizationalUnit")) return this.failure(exchangeMessages.unitNotFound, [identity]);
    return this.parameterNotFound(identity);
  }

  /** A failure as something to throw; the verb's frame writes it as the cmdlet's error. */
  failure<Parts extends readonly string[]>(
    message: ExchangeMessage<Parts>,
    parts: Parts,
    target: Value = null,
  ): PowerShellError {
    const { context } = this.cmdlet;
    const request = () => ({
      id: context.newGuid(),
      timeStamp: netText(context, localTime(context, this.topology.clock)),
    });
    return new PowerShellError(
      exchangeError(message, parts, { ...this.info, session: this.organization.session, request }, target),
    );
  }

  /** Says which object the cmdlet is about: the audit log names it, also when the change is refused. */
  concerns(object: DirectoryObject, topology: Topology = this.topology): void {
    this.about = { object, topology };
  }

  /**
   * Refuses to change what the directory lets nobody change, and what lies outside the write scopes of the roles that
   * the session's user has this cmdlet from.
   * @param topology the organization with the object: as it would be, for one that is new or moved
   */
  requireWrite(object: DirectoryObject, topology: Topology = this.topology): void {
    const { rights } = this.session;
    this.concerns(object, topology);
    if (isWriteDenied(topology, object)) {
      const place = this.info.release === "2010" ? "BB9" : "BC1";
      throw this.failure(exchangeMessages.accessDenied, [this.domainController, place]);
    }
    if (rights === null) return;
    const question = { context: this.cmdlet.context, topology, user: rights.user };
    // What lies below a recipient is a part of it: its rules, its devices.
    const owner = pathOf(topology, object).findLast(isRecipient);
    const subject = owner ?? object;
    const recipient = owner !== undefined;
    const scopes = (rights.cmdlets.get(this.info.name.toLowerCase())?.grants ?? []).map((grant) =>
      recipient ? grant.recipientWrite : grant.configWrite,
    );
    const exclusive = exclusiveScopesOf(question, subject).map(({ guid }) => guid);
    const allowed =
      exclusive.length === 0
        ? scopes.some((scope) => covers(question, scope, subject))
        : scopes.some(
            ({ type, target }) => type.startsWith("Exclusive") && target !== null && exclusive.includes(target),
          );
    if (allowed) return;
    const kind =
      this.info.name.endsWith("-Mailbox") || this.info.name.includes("MailboxPermission") ? "mailbox" : "Identity";
    const identity = this.value("Identity");
    const typed = identity instanceof IdParameter ? identity.text : object.name;
    // 2010 names a mailbox without quotation marks (facts: add-mailboxpermission.1).
    const isPlain = kind === "mailbox" && this.info.release === "2010";
    const what = isPlain ? `${kind} ${typed}` : `${kind} "${typed}"`;
    const parts: [string, string, string] = [what, canonicalName(topology, object), isPlain ? "the " : ""];
    const target = new ADObjectId(topology, object, isRecipient(object) ? "canonical" : "name");
    throw this.failure(exchangeMessages.outOfWriteScope, parts, target);
  }

  /** Whether the session's user sees an object: who has a cmdlet for his own mailbox only sees that. */
  mayRead(object: DirectoryObject): boolean {
    if (!this.isInView(object)) return false;
    const { rights } = this.session;
    if (rights === null || !isRecipient(object) || object.guid === rights.user) return true;
    const grants = rights.cmdlets.get(this.info.name.toLowerCase())?.grants ?? [];
    return grants.some(({ recipientRead }) => recipientRead !== "Self");
  }

  /** Asks, or says what would happen, in Exchange's way: a whole sentence of the cmdlet's own. */
  shouldProcess(sentence: string): boolean {
    const goesOn = this.cmdlet.shouldProcessDescription(
      sentence,
      `Are you sure you want to perform this action?\n${sentence}`,
      "Confirm",
    );
    this.declined = !goesOn;
    return goesOn;
  }

  /** Asks a further question, which -Confirm:$false does not answer: with yes and no to all, as sessions ask. */
  shouldContinue(question: string): boolean {
    return this.cmdlet.shouldContinueForAll(question, "Confirm", { yesToAll: false, noToAll: false });
  }
}

/** The GUID of the site that a domain controller's object lies in. */
function siteAbove(topology: Topology, object: DirectoryObject): string | null {
  for (let above = object.parent; above !== null; ) {
    const parent = getObject(topology, above);
    if (parent?.class === "ADSite") return parent.guid;
    above = parent?.parent ?? null;
  }
  return null;
}
