import {
  closeOutlook,
  moveOutlook,
  openOutlook,
  outlookNamed,
  removeOutlook,
  repairOutlook,
} from "../change/clients.js";
import { flushResolverCache, setHostsEntry } from "../change/names.js";
import { Evaluation } from "../evaluation.js";
import type { Location } from "../machines.js";
import { networkOf } from "../network.js";
import { type OutlookVersion, outlookOf } from "../outlook-client.js";
import { type OutlookStatus, outlookStatus } from "../status.js";
import type { Step } from "../steps.js";
import type { LabBench } from "./bench.js";

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

/** An Outlook of a bench by its name. */
export class OutlookFace implements LabOutlook {
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
