import { listObjects, type Topology } from "../../topology/index.js";
import { advise, type Finding } from "../advisor/index.js";
import {
  addBalancer,
  addNlbCluster,
  addSubnet,
  type BalancerSpec,
  balancerNamed,
  changeNlbMembers,
  moveCoreGroup,
  type NlbSpec,
  type PublishingSpec,
  publish,
  removeNlbCluster,
  unpublish,
} from "../change/balancing.js";
import { installCertificate } from "../change/certificates.js";
import { ClientAddresses } from "../change/client-machines.js";
import {
  addHttpsClient,
  addOutlook,
  type HttpsClientSpec,
  httpsClientNamed,
  type OutlookSpec,
  outlookNamed,
} from "../change/clients.js";
import { hostNamed, siteNamed } from "../change/hosts.js";
import { Evaluation } from "../evaluation.js";
import { type ClientImpact, impactOf } from "../impact.js";
import { networkOf } from "../network.js";
import { connectOutlook } from "../outlook.js";
import { outlookOf } from "../outlook-client.js";
import { connectClients, settle } from "../settle.js";
import type { Step } from "../steps.js";
import { BalancerFace, type LabBalancer } from "./balancer.js";
import type { LabBench } from "./bench.js";
import { ClientFace, type LabClient } from "./client.js";
import { dnsFace, type LabDns } from "./dns.js";
import { HostFace, type LabHost } from "./host.js";
import { type LabOutlook, OutlookFace } from "./outlook.js";

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
