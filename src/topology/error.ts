/**
 * A topology that cannot be made: a wrong description, unreadable JSON, or a class used in a way that its declaration
 * does not allow. `where` says which part is meant (`servers[1].site`), `message` says that, what is wrong, and how it
 * should be. What an administrator can do wrong at a prompt is no exception but a `Failure`.
 */
export class TopologyError extends Error {
  override readonly name = "TopologyError";

  constructor(
    readonly where: string,
    readonly reason: string,
  ) {
    super(where === "" ? reason : `${where}: ${reason}`);
  }
}

/** Several faults of one description, all of them found in one go. */
export class TopologyErrors extends TopologyError {
  constructor(readonly errors: readonly TopologyError[]) {
    const lines = errors.map((error) => `  ${error.message}`).join("\n");
    super("", `The topology has ${errors.length === 1 ? "a fault" : `${errors.length} faults`}:\n${lines}`);
  }
}
