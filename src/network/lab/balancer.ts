import { type BalancerSpec, balancerNamed, changeBalancer, removeBalancer } from "../change/balancing.js";
import type { LabBench } from "./bench.js";

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

/** A balancer of a bench by its name. */
export class BalancerFace implements LabBalancer {
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
