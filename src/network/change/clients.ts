import { type DirectoryObject, findByIndex, reference, type Topology } from "../../topology/index.js";
import { Evaluation } from "../evaluation.js";
import { guidField, linkField } from "../fields.js";
import { type HttpsClient, httpsClientOf, type WebProtocol } from "../https-client.js";
import { LabError } from "../lab-error.js";
import type { Location } from "../machines.js";
import { networkOf } from "../network.js";
import { connectOutlook, repairedProfile } from "../outlook.js";
import { type Outlook, type OutlookAttempt, type OutlookVersion, outlookOf } from "../outlook-client.js";
import { changesOf, keepEvaluation, note } from "../settle.js";
import type { Step } from "../steps.js";
import { addNetworkObject, changeNetworkObject, removeNetworkObject } from "../write.js";
import { addClientMachine, type ClientAddresses, clientMachine, moveClientMachine } from "./client-machines.js";

/** An Outlook, as it is made. */
export interface OutlookSpec {
  /** How it is called; left out: the mailbox's alias. */
  readonly name?: string;
  /** The mailbox: alias, name, or primary address. */
  readonly mailbox: string;
  /** Left out: 2010. */
  readonly version?: OutlookVersion;
  /** Left out: true. */
  readonly isCached?: boolean;
  readonly location?: Location;
  readonly site?: string;
  /** The machine; made when there is none of the name. Left out: `NAME-PC`. */
  readonly computer?: string;
  /** What the profile has as server; left out: there is no profile until it is first opened. */
  readonly profileServer?: string;
  readonly profileProxy?: string;
}

/** @throws {LabError} when no mailbox is meant */
export function mailboxNamed(topology: Topology, text: string): DirectoryObject {
  const found = [
    ...findByIndex(topology, "User", "alias", text),
    ...findByIndex(topology, "User", "address", `smtp:${text}`),
    ...findByIndex(topology, "User", "name", text),
    ...findByIndex(topology, "User", "userPrincipalName", text),
  ].find((user) => linkField(topology, user, "Database") !== null);
  if (found === undefined) throw new LabError("NotFound", `There is no mailbox "${text}".`, text);
  return found;
}

/** @throws {LabError} when there is no Outlook of the name */
export function outlookNamed(topology: Topology, name: string): Outlook {
  const [object] = findByIndex(topology, "OutlookClient", "name", name);
  const outlook = object === undefined ? null : outlookOf(new Evaluation(networkOf(topology)), object);
  if (outlook === null) throw new LabError("NotFound", `There is no Outlook "${name}".`, name);
  return outlook;
}

/** Makes an Outlook, and its machine. It is closed, and has no profile unless the description gives one. */
export function addOutlook(
  topology: Topology,
  spec: OutlookSpec,
  addresses?: ClientAddresses,
): { readonly topology: Topology; readonly object: DirectoryObject } {
  const mailbox = mailboxNamed(topology, spec.mailbox);
  const name = spec.name ?? String(mailbox.properties.Alias ?? mailbox.name);
  if (findByIndex(topology, "OutlookClient", "name", name).length > 0) {
    throw new LabError("NameTaken", `There is an Outlook "${name}" already.`, name);
  }
  const computer = spec.computer ?? `${name.toUpperCase().slice(0, 40)}-PC`;
  const present = clientMachine(topology, computer);
  const { location, site } = spec;
  const place = { ...(location === undefined ? {} : { location }), ...(site === undefined ? {} : { site }) };
  const machine =
    present === null
      ? addClientMachine(topology, { name: computer, ...place }, addresses)
      : { topology, object: present };
  return addNetworkObject(machine.topology, {
    class: "OutlookClient",
    name,
    properties: {
      Mailbox: reference(mailbox.guid),
      Host: reference(machine.object.guid),
      Version: spec.version ?? "2010",
      IsCached: spec.isCached ?? true,
      ProfileServer: spec.profileServer ?? null,
      ProfileProxy: spec.profileProxy ?? null,
    },
  });
}

/** Starts an Outlook: it connects, and goes on trying as long as it is open. */
export function openOutlook(
  topology: Topology,
  name: string,
): { readonly topology: Topology; readonly attempt: OutlookAttempt } {
  const outlook = outlookNamed(topology, name);
  const evaluation = new Evaluation(networkOf(topology));
  const attempt = connectOutlook(evaluation, outlook);
  note(evaluation, outlook, attempt);
  const change = changesOf(evaluation, outlook, attempt);
  const changes = change === null ? [] : [[outlook.object.guid, change] as const];
  return { topology: keepEvaluation(evaluation, changes), attempt };
}

/** Ends an Outlook. Its profile stays. */
export function closeOutlook(topology: Topology, name: string): Topology {
  const { object } = outlookNamed(topology, name);
  return changeNetworkObject(topology, object, { IsOpen: false, Connection: null, Since: null });
}

/** Repairs the profile of an Outlook: Autodiscover says what it should be. It stays when nobody answers. */
export function repairOutlook(
  topology: Topology,
  name: string,
): { readonly topology: Topology; readonly steps: readonly Step[]; readonly isRepaired: boolean } {
  const outlook = outlookNamed(topology, name);
  const evaluation = new Evaluation(networkOf(topology));
  const { settings, steps } = repairedProfile(evaluation, outlook);
  const kept = keepEvaluation(evaluation, []);
  if (settings === null) return { topology: kept, steps, isRepaired: false };
  const isSame = settings.server === outlook.profileServer && settings.proxy === outlook.profileProxy;
  const properties = { ProfileServer: settings.server, ProfileProxy: settings.proxy };
  const changed = changeNetworkObject(kept, outlook.object, isSame ? properties : { ...properties, Connection: null });
  if (!outlook.isOpen) return { topology: changed, steps, isRepaired: true };
  return { topology: openOutlook(changed, name).topology, steps, isRepaired: true };
}

/** Takes the machine of an Outlook to another place; its connections end. */
export function moveOutlook(
  topology: Topology,
  name: string,
  place: { readonly location?: Location; readonly site?: string },
): Topology {
  const { object } = outlookNamed(topology, name);
  const machine = linkField(topology, object, "Host");
  if (machine === null) return topology;
  const moved = moveClientMachine(topology, machine, place);
  return findByIndex(moved, "OutlookClient", "host", machine.guid).reduce(
    (state, each) => changeNetworkObject(state, each, { Connection: null }),
    moved,
  );
}

/** Removes an Outlook; its machine goes with it when nothing else runs there. */
export function removeOutlook(topology: Topology, name: string): Topology {
  const { object } = outlookNamed(topology, name);
  return removeClient(topology, object);
}

/** A client of a web service, as it is made. */
export interface HttpsClientSpec {
  readonly name: string;
  readonly protocol: WebProtocol;
  readonly mailbox: string;
  /** Left out: the one that the mailbox's site has for a client that is where this one is. */
  readonly url?: string;
  readonly location?: Location;
  readonly site?: string;
  /** The machine; made when there is none of the name. Left out: the client's name. */
  readonly computer?: string;
}

/** Makes a telephone, a browser, a program that uses a web service. */
export function addHttpsClient(topology: Topology, spec: HttpsClientSpec): Topology {
  const { name, protocol, mailbox, url, location, site, computer = name } = spec;
  if (findByIndex(topology, "HttpsClient", "name", name).length > 0) {
    throw new LabError("NameTaken", `There is a client "${name}" already.`, name);
  }
  const place = { ...(location === undefined ? {} : { location }), ...(site === undefined ? {} : { site }) };
  const present = clientMachine(topology, computer);
  const machine =
    present === null ? addClientMachine(topology, { name: computer, ...place }) : { topology, object: present };
  const properties = {
    Protocol: protocol,
    Mailbox: reference(mailboxNamed(topology, mailbox).guid),
    Host: reference(machine.object.guid),
    Url: url ?? null,
  };
  return addNetworkObject(machine.topology, { class: "HttpsClient", name, properties }).topology;
}

/** @throws {LabError} when there is no client of a web service of the name */
export function httpsClientNamed(topology: Topology, name: string): HttpsClient {
  const [object] = findByIndex(topology, "HttpsClient", "name", name);
  const client = object === undefined ? null : httpsClientOf(new Evaluation(networkOf(topology)), object);
  if (client === null) throw new LabError("NotFound", `There is no client "${name}".`, name);
  return client;
}

/** Removes a client; its machine goes with it when nothing else runs there. */
export function removeClient(topology: Topology, object: DirectoryObject): Topology {
  const host = guidField(object, "Host");
  const without = removeNetworkObject(topology, object);
  const others = ["OutlookClient", "HttpsClient"].flatMap((name) => findByIndex(without, name, "host", host ?? ""));
  const machine = linkField(topology, object, "Host");
  return machine === null || others.length > 0 ? without : removeNetworkObject(without, machine);
}
