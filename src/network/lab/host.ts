import type { Topology } from "../../topology/index.js";
import {
  hostNamed,
  moveServer,
  setAddresses,
  setRoles,
  setService,
  setWindowsVersion,
  uninstallServer,
} from "../change/hosts.js";
import { setHostsEntry } from "../change/names.js";
import { restartHost, setPower } from "../change/power.js";
import type { LabBench } from "./bench.js";

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

/** A host of a bench by its name. */
export class HostFace implements LabHost {
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
