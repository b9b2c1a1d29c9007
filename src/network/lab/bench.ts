import type { Topology } from "../../topology/index.js";

/** What a lab works on: the organization of a session, and the way to change it as one step that can be taken back. */
export interface LabBench {
  readonly topology: Topology;
  /** Replaces the organization. What is thrown leaves all as it was. */
  change(make: (topology: Topology) => Topology): void;
  /** The clock moves on. */
  passTime(seconds: number): void;
}
