import { copiesOf } from "../../exchange/databases/copies.js";
import { type DirectoryObject, listObjects, type Topology } from "../../topology/index.js";
import { nameServiceOf } from "../dns.js";
import { Evaluation } from "../evaluation.js";
import { guidField, isSet, linkField, textField } from "../fields.js";
import type { Host } from "../machines.js";
import { type Network, networkOf } from "../network.js";
import { type WebAddress, webAddressesOf } from "./web-addresses.js";

/** A Client Access array with what its rules ask of it. */
export interface AccessArray {
  readonly name: string;
  readonly fqdn: string;
  readonly site: DirectoryObject;
  /** The Client Access servers of its site: its members. */
  readonly servers: readonly Host[];
}

/** A mailbox database of Exchange 2010 whose mailboxes have clients: recovery databases are none. */
export interface Database {
  readonly name: string;
  readonly guid: string;
  /** As it is set. */
  readonly accessServer: string;
  /** The site of the server that is to have it active. */
  readonly home: DirectoryObject | null;
  /** The site of the server on which it is active. */
  readonly active: DirectoryObject | null;
}

/** The version of Exchange that has Client Access arrays. */
const arrayMajor = 14;

/**
 * What the rules of the advisor look at, put together once: each part is made when the first rule asks for it, in time
 * that grows with the number of objects.
 */
export class Survey {
  readonly network: Network;
  readonly evaluation: Evaluation;

  constructor(readonly topology: Topology) {
    this.network = networkOf(topology);
    this.evaluation = new Evaluation(this.network);
  }

  get names() {
    return nameServiceOf(this.network);
  }

  private once<T>(key: string, make: () => T): T {
    return this.evaluation.once(`advisor|${key}`, make);
  }

  /** The name of the organization's first domain. */
  get domain(): string {
    return listObjects(this.topology, "Domain")[0]?.name ?? "";
  }

  /** Sites with Client Access servers of Exchange 2010, and these. */
  get accessSites(): readonly { readonly site: DirectoryObject; readonly servers: readonly Host[] }[] {
    return this.once("sites", () => {
      const sites = new Map<string, { readonly site: DirectoryObject; readonly servers: Host[] }>();
      for (const host of this.network.hosts) {
        if (host.site === null || host.major !== arrayMajor || !host.hasRole("ClientAccess")) continue;
        const known = sites.get(host.site.guid);
        if (known === undefined) sites.set(host.site.guid, { site: host.site, servers: [host] });
        else known.servers.push(host);
      }
      return [...sites.values()];
    });
  }

  /** The Client Access servers of Exchange 2010 in a site. */
  serversIn(site: DirectoryObject | null): readonly Host[] {
    const bySite = this.once("servers", () => new Map(this.accessSites.map((each) => [each.site.guid, each.servers])));
    return (site === null ? undefined : bySite.get(site.guid)) ?? [];
  }

  get arrays(): readonly AccessArray[] {
    return this.once("arrays", () =>
      listObjects(this.topology, "ClientAccessArray").flatMap((object): AccessArray[] => {
        const site = linkField(this.topology, object, "Site");
        const fqdn = textField(object, "Fqdn");
        if (site === null || fqdn === null) return [];
        return [{ name: object.name, fqdn, site, servers: this.serversIn(site) }];
      }),
    );
  }

  /** The array of a name, case aside. */
  arrayNamed(fqdn: string): AccessArray | null {
    const byName = this.once("by fqdn", () => new Map(this.arrays.map((array) => [array.fqdn.toLowerCase(), array])));
    return byName.get(fqdn.toLowerCase()) ?? null;
  }

  arrayIn(site: DirectoryObject | null): AccessArray | null {
    const bySite = this.once("by site", () => new Map(this.arrays.map((array) => [array.site.guid, array])));
    return (site === null ? undefined : bySite.get(site.guid)) ?? null;
  }

  get databases(): readonly Database[] {
    return this.once("databases", () =>
      listObjects(this.topology, "MailboxDatabase").flatMap((object): Database[] => {
        const server = this.network.host(guidField(object, "Server"));
        const accessServer = textField(object, "RpcClientAccessServer");
        if (server?.major !== arrayMajor || accessServer === null || isSet(object, "Recovery")) return [];
        const preferred = this.network.host(copiesOf(this.topology, object)[0]?.server.guid ?? null) ?? server;
        return [{ name: object.name, guid: object.guid, accessServer, home: preferred.site, active: server.site }];
      }),
    );
  }

  /** The addresses of web services on all Client Access servers. */
  get webAddresses(): readonly WebAddress[] {
    return this.once("web", () => webAddressesOf(this.evaluation));
  }

  /** The host names of these, in small letters. */
  get webNames(): ReadonlySet<string> {
    return this.once("web names", () => new Set(this.webAddresses.flatMap(({ name }) => name ?? [])));
  }

  /**
   * A name in the domain that nobody has: `outlook.contoso.com`; with the site's name when there are several sites.
   * @param label the first label
   */
  freeName(label: string, site: DirectoryObject): string {
    const place = site.name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
    const isOnly = this.accessSites.length < 2;
    const isFree = (name: string): boolean =>
      this.names.ask("Inside", name).status === "NoName" &&
      this.names.ask("Outside", name).status === "NoName" &&
      this.arrayNamed(name) === null &&
      !this.webNames.has(name);
    const first = `${label}.${this.domain}`;
    if (isOnly && isFree(first)) return first;
    for (let number = 1; ; number++) {
      const name = `${label}-${place}${number === 1 ? "" : number}.${this.domain}`;
      if (isFree(name)) return name;
    }
  }
}
