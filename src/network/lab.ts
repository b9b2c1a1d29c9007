import { listObjects, type Topology } from "../topology/index.js";
import { advise, type Finding } from "./advisor/index.js";
import {
  addBalancer,
  addNlbCluster,
  addSubnet,
  type BalancerSpec,
  balancerNamed,
  changeBalancer,
  changeNlbMembers,
  moveCoreGroup,
  type NlbSpec,
  type PublishingSpec,
  publish,
  removeBalancer,
  removeNlbCluster,
  unpublish,
} from "./change/balancing.js";
import { installCertificate } from "./change/certificates.js";
import { ClientAddresses } from "./change/client-machines.js";
import {
  addHttpsClient,
  addOutlook,
  closeOutlook,
  type HttpsClientSpec,
  httpsClientNamed,
  moveOutlook,
  type OutlookSpec,
  openOutlook,
  outlookNamed,
  removeClient,
  removeOutlook,
  repairOutlook,
} from "./change/clients.js";
import {
  addRecord,
  addZone,
  changeRecord,
  type RecordChoice,
  type RecordSpec,
  removeRecord,
  removeZone,
} from "./change/dns.js";
import {
  hostNamed,
  moveServer,
  setAddresses,
  setRoles,
  setService,
  setWindowsVersion,
  siteNamed,
  uninstallServer,
} from "./change/hosts.js";
import { flushResolverCache, setHostsEntry } from "./change/names.js";
import { restartHost, setPower } from "./change/power.js";
import { type DnsView, nameServiceOf, type ResourceRecord } from "./dns.js";
import { Evaluation } from "./evaluation.js";
import { connectHttps, type HttpsAttempt } from "./https-client.js";
import { type ClientImpact, impactOf } from "./impact.js";
import type { Location } from "./machines.js";
import { networkOf } from "./network.js";
import { connectOutlook } from "./outlook.js";
import { type OutlookVersion, outlookOf } from "./outlook-client.js";
import { connectClients, keepEvaluation, settle } from "./settle.js";
import { type OutlookStatus, outlookStatus } from "./status.js";
import type { Step } from "./steps.js";

/** What a lab works on: the organization of a session, and the way to change it as one step that can be taken back. */
export interface LabBench {
  readonly topology: Topology;
  /** Replaces the organization. What is thrown leaves all as it was. */
  change(make: (topology: Topology) => Topology): void;
  /** The clock moves on. */
  passTime(seconds: number): void;
}

/** The inner and the outer name service. */
export interface LabDns {
  /** Adds a record; `data` alone is an A record's address, kept for an hour. */
  add(name: string, data: string, options?: Omit<RecordSpec, "name" | "data">): void;
  change(
    name: string,
    change: { readonly data?: string; readonly timeToLive?: number },
    choice?: Omit<RecordChoice, "name">,
  ): void;
  remove(name: string, choice?: Omit<RecordChoice, "name">): void;
  addZone(zone: string, view?: DnsView): void;
  removeZone(zone: string, view?: DnsView): void;
  zones(view?: DnsView): readonly string[];
  records(view?: DnsView): readonly ResourceRecord[];
}

/** A server or domain controller. */
export interface LabHost {
  readonly name: string;
  readonly addresses: readonly string[];
  readonly site: string | null;
  readonly isUp: boolean;
  readonly windowsVersion: string;
  runs(service: string): boolean;
  /** Switches it off, and on. */
  stop(): void;
  start(): void;
  stopService(service: string): void;
  startService(service: string): void;
  setAddresses(...addresses: readonly string[]): void;
  setWindowsVersion(version: string): void;
  /** Moves it to the network of a site. */
  moveTo(site: string): void;
  setRoles(...roles: readonly string[]): void;
  /** A line in its hosts file; null takes it out. */
  hosts(name: string, address: string | null): void;
  /** Restarts it: it runs again two minutes later. */
  restart(): void;
  /** Takes Exchange from it, as setup does: all roles, or the named ones. @throws {LabError} for what is in the way */
  uninstall(...roles: readonly string[]): void;
}

/** A load balancer. */
export interface LabBalancer {
  readonly name: string;
  readonly address: string;
  readonly pool: readonly string[];
  readonly isUp: boolean;
  change(change: Partial<Omit<BalancerSpec, "name">>): void;
  stop(): void;
  start(): void;
  remove(): void;
}

/** An Outlook. */
export interface LabOutlook {
  readonly name: string;
  readonly version: OutlookVersion;
  readonly isOpen: boolean;
  /** What its profile has; null before there is one. */
  readonly profile: { readonly server: string; readonly proxy: string | null } | null;
  /** Starts it. The steps say how it found its way, or why it did not. */
  open(): readonly Step[];
  close(): void;
  /** As its window "Connection Status" shows it. */
  status(): OutlookStatus;
  /** Repairs the profile by Autodiscover. The steps say what that found. */
  repair(): readonly Step[];
  /** Takes its machine to another place. */
  moveTo(place: { readonly location?: Location; readonly site?: string }): void;
  /** Ends its resolver's memory (`ipconfig /flushdns`). */
  flushDns(): void;
  /** A line in its hosts file; null takes it out. */
  hosts(name: string, address: string | null): void;
  remove(): void;
}

/** A client of a web service. */
export interface LabClient {
  readonly name: string;
  /** Asks once: a request is a connection of its own. The names that it learns are kept. */
  connect(): HttpsAttempt;
  remove(): void;
}

/**
 * The network of a session's organization for JavaScript: what administrators do at other consoles than Exchange's. Each
 * change is a step of the session that `undo()` takes back, as a line is.
 */
export class Lab {
  constructor(private readonly bench: LabBench) {}

  /** The names of servers and domain controllers. */
  get hosts(): readonly string[] {
    return networkOf(this.bench.topology).hosts.map(({ name }) => name);
  }

  /** The names of Outlooks. */
  get outlooks(): readonly string[] {
    return listObjects(this.bench.topology, "OutlookClient").map(({ name }) => name);
  }

  /** A server or domain controller. @throws {LabError} when there is none of the name */
  host(name: string): LabHost {
    return new HostFace(this.bench, hostNamed(this.bench.topology, name).name);
  }

  /** The DNS servers. */
  get dns(): LabDns {
    return dnsFace(this.bench);
  }

  /** Makes a load balancer; by its name alone, the one that is there. @throws {LabError} as `addBalancer` */
  balancer(spec: BalancerSpec | string): LabBalancer {
    if (typeof spec !== "string") this.bench.change((topology) => addBalancer(topology, spec));
    const name = typeof spec === "string" ? balancerNamed(this.bench.topology, spec).name : spec.name;
    return new BalancerFace(this.bench, name);
  }

  /** Makes a Windows NLB cluster. @throws {LabError} for members of a DAG, and those of another subnet */
  nlb(spec: NlbSpec): void {
    this.bench.change((topology) => addNlbCluster(topology, spec));
  }
  /** Takes a server into an NLB cluster. */
  addNlbNode(cluster: string, server: string): void {
    this.bench.change((topology) => changeNlbMembers(topology, cluster, server, true));
  }
  removeNlb(name: string): void {
    this.bench.change((topology) => removeNlbCluster(topology, name));
  }

  /** Gives servers a certificate with some names that clients trust, and lets IIS use it. */
  certificate(servers: readonly string[], names: readonly string[]): void {
    this.bench.change((topology) => installCertificate(topology, servers, names));
  }

  /** Makes a client of a web service, or gives the one that is there. @throws {LabError} when there is no such mailbox */
  client(spec: HttpsClientSpec | string): LabClient {
    if (typeof spec !== "string") this.bench.change((topology) => addHttpsClient(topology, spec));
    const name = typeof spec === "string" ? spec : spec.name;
    return new ClientFace(this.bench, httpsClientNamed(this.bench.topology, name).name);
  }

  /** Lets an outer address and port through the firewall to an inner address. */
  publish(spec: PublishingSpec): void {
    this.bench.change((topology) => publish(topology, spec));
  }
  unpublish(name: string): void {
    this.bench.change((topology) => unpublish(topology, name));
  }

  /** Makes a subnet part of a site. */
  subnet(prefix: string, site: string): void {
    this.bench.change((topology) => addSubnet(topology, prefix, siteNamed(topology, site)));
  }

  /** Moves the core group of a DAG's cluster, with its name and address. */
  moveCoreGroup(group: string, server: string): void {
    this.bench.change((topology) => moveCoreGroup(topology, group, server));
  }

  /**
   * The Outlook of a mailbox: made when there is none of the name. It is closed, and has no profile, until it is opened.
   * @throws {LabError} when there is no such mailbox
   */
  outlook(mailbox: string, spec: Omit<OutlookSpec, "mailbox"> = {}): LabOutlook {
    const name = spec.name ?? mailbox;
    const exists = this.outlooks.some((each) => each.toLowerCase() === name.toLowerCase());
    if (!exists) this.bench.change((topology) => addOutlook(topology, { ...spec, mailbox, name }).topology);
    return new OutlookFace(this.bench, outlookNamed(this.bench.topology, name).name);
  }

  /** Makes many Outlooks in one step. */
  addOutlooks(specs: readonly OutlookSpec[]): void {
    this.bench.change((topology) => {
      const addresses = new ClientAddresses(topology);
      return specs.reduce((state, spec) => addOutlook(state, spec, addresses).topology, topology);
    });
  }

  /** Opens all Outlooks in one step. */
  openAll(): void {
    this.bench.change((topology) => connectClients(topology, () => true));
  }

  /** Lets the clock move on. */
  wait(seconds: number): void {
    this.bench.passTime(seconds);
  }

  /** What a change would mean to the Outlooks that are open, without making it. */
  whatIf(make: (topology: Topology) => Topology): readonly ClientImpact[] {
    const { topology } = this.bench;
    return impactOf(topology, settle(make(topology)));
  }

  /** What is wrong or risky in the organization and its network, and which lines at the prompt mend it. */
  advise(): readonly Finding[] {
    return advise(settle(this.bench.topology));
  }

  /** How an Outlook would connect if it were started now, without starting it. */
  trace(name: string): readonly Step[] {
    const { topology } = this.bench;
    const evaluation = new Evaluation(networkOf(topology));
    const outlook = outlookOf(evaluation, outlookNamed(topology, name).object);
    return outlook === null ? [] : connectOutlook(evaluation, outlook, { anew: true }).steps;
  }
}

function dnsFace(bench: LabBench): LabDns {
  const service = () => nameServiceOf(networkOf(bench.topology));
  return {
    add: (name, data, options) => bench.change((topology) => addRecord(topology, { ...options, name, data })),
    change: (name, change, choice) => bench.change((topology) => changeRecord(topology, { ...choice, name }, change)),
    remove: (name, choice) => bench.change((topology) => removeRecord(topology, { ...choice, name })),
    addZone: (zone, view) => bench.change((topology) => addZone(topology, zone, view)),
    removeZone: (zone, view) => bench.change((topology) => removeZone(topology, zone, view)),
    zones: (view = "Inside") => service().zones(view),
    records: (view = "Inside") => service().records(view),
  };
}

class HostFace implements LabHost {
  constructor(
    private readonly bench: LabBench,
    readonly name: string,
  ) {}
  private get now() {
    return hostNamed(this.bench.topology, this.name);
  }
  get addresses() {
    return this.now.addresses;
  }
  get site() {
    return this.now.site?.name ?? null;
  }
  get isUp() {
    return this.now.isUp;
  }
  get windowsVersion() {
    return this.now.windowsVersion;
  }
  runs(service: string): boolean {
    return this.now.runs(service);
  }
  private change(make: (topology: Topology, name: string) => Topology): void {
    this.bench.change((topology) => make(topology, this.name));
  }
  stop(): void {
    this.change((topology, name) => setPower(topology, name, false));
  }
  start(): void {
    this.change((topology, name) => setPower(topology, name, true));
  }
  restart(): void {
    this.change(restartHost);
  }
  hosts(name: string, address: string | null): void {
    this.change((topology, machine) => setHostsEntry(topology, machine, name, address));
  }
  stopService(service: string): void {
    this.change((topology, name) => setService(topology, name, service, false));
  }
  startService(service: string): void {
    this.change((topology, name) => setService(topology, name, service, true));
  }
  setAddresses(...addresses: readonly string[]): void {
    this.change((topology, name) => setAddresses(topology, name, addresses));
  }
  setWindowsVersion(version: string): void {
    this.change((topology, name) => setWindowsVersion(topology, name, version));
  }
  moveTo(site: string): void {
    this.change((topology, name) => moveServer(topology, name, site));
  }
  setRoles(...roles: readonly string[]): void {
    this.change((topology, name) => setRoles(topology, name, roles));
  }
  uninstall(...roles: readonly string[]): void {
    this.change((topology, name) => uninstallServer(topology, name, roles));
  }
}

class BalancerFace implements LabBalancer {
  constructor(
    private readonly bench: LabBench,
    readonly name: string,
  ) {}
  private get now() {
    return balancerNamed(this.bench.topology, this.name);
  }
  get address() {
    return this.now.address;
  }
  get pool() {
    return this.now.pool.map(({ name }) => name);
  }
  get isUp() {
    return this.now.isUp;
  }
  change(change: Partial<Omit<BalancerSpec, "name">>): void {
    this.bench.change((topology) => changeBalancer(topology, this.name, change));
  }
  stop(): void {
    this.change({ isUp: false });
  }
  start(): void {
    this.change({ isUp: true });
  }
  remove(): void {
    this.bench.change((topology) => removeBalancer(topology, this.name));
  }
}

class OutlookFace implements LabOutlook {
  constructor(
    private readonly bench: LabBench,
    readonly name: string,
  ) {}
  private get now() {
    return outlookNamed(this.bench.topology, this.name);
  }
  get version() {
    return this.now.version;
  }
  get isOpen() {
    return this.now.isOpen;
  }
  get profile() {
    const { profileServer: server, profileProxy: proxy } = this.now;
    return server === null ? null : { server, proxy };
  }
  open(): readonly Step[] {
    let steps: readonly Step[] = [];
    this.bench.change((topology) => {
      const opened = openOutlook(topology, this.name);
      ({ steps } = opened.attempt);
      return opened.topology;
    });
    return steps;
  }
  close(): void {
    this.bench.change((topology) => closeOutlook(topology, this.name));
  }
  status(): OutlookStatus {
    const { topology } = this.bench;
    const evaluation = new Evaluation(networkOf(topology));
    const outlook = outlookOf(evaluation, this.now.object);
    if (outlook === null) throw new Error(`The Outlook "${this.name}" has no machine.`);
    return outlookStatus(evaluation, outlook);
  }
  repair(): readonly Step[] {
    let steps: readonly Step[] = [];
    this.bench.change((topology) => {
      const repaired = repairOutlook(topology, this.name);
      ({ steps } = repaired);
      return repaired.topology;
    });
    return steps;
  }
  moveTo(place: { readonly location?: Location; readonly site?: string }): void {
    this.bench.change((topology) => moveOutlook(topology, this.name, place));
  }
  flushDns(): void {
    this.bench.change((topology) => flushResolverCache(topology, this.now.machine.name));
  }
  hosts(name: string, address: string | null): void {
    this.bench.change((topology) => setHostsEntry(topology, this.now.machine.name, name, address));
  }
  remove(): void {
    this.bench.change((topology) => removeOutlook(topology, this.name));
  }
}

class ClientFace implements LabClient {
  constructor(
    private readonly bench: LabBench,
    readonly name: string,
  ) {}
  connect(): HttpsAttempt {
    let attempt: HttpsAttempt | null = null;
    this.bench.change((topology) => {
      const evaluation = new Evaluation(networkOf(topology));
      attempt = connectHttps(evaluation, httpsClientNamed(topology, this.name));
      return keepEvaluation(evaluation, []);
    });
    if (attempt === null) throw new Error(`The client "${this.name}" did nothing.`);
    return attempt;
  }
  remove(): void {
    this.bench.change((topology) => removeClient(topology, httpsClientNamed(topology, this.name).object));
  }
}
