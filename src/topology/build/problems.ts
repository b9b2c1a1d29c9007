import { TopologyError, TopologyErrors } from "../error.js";

/** How many faults of a description are told; a description of 100,000 mailboxes may have as many. */
const maximumTold = 25;

/** Collects the faults of a description, so that they can be told all at once. */
export class Problems {
  private readonly errors: TopologyError[] = [];
  private untold = 0;

  /** Notes a fault: where it is, what is wrong, and how it should be. */
  add(where: string, reason: string): void {
    if (this.errors.length < maximumTold) this.errors.push(new TopologyError(where, reason));
    else this.untold++;
  }

  /** Whether nothing was noted. */
  get none(): boolean {
    return this.errors.length === 0;
  }

  /** @throws {TopologyErrors} with all faults, when there are any */
  throwIfAny(): void {
    if (this.none) return;
    const more = this.untold === 0 ? [] : [new TopologyError("", `and ${this.untold} more.`)];
    throw new TopologyErrors([...this.errors, ...more]);
  }
}
