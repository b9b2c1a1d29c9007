import type { NounVerbs, VerbBehaviour } from "../../noun/noun.js";
import { setUpLate } from "../../setup.js";

/** Verbs before whose first run the organization gets its roles and role groups. */
export function afterLateSetup(verbs: NounVerbs): NounVerbs {
  return Object.fromEntries(Object.entries(verbs).map(([verb, behaviour]) => [verb, prepared(behaviour)] as const));
}

function prepared(behaviour: VerbBehaviour): VerbBehaviour {
  return {
    ...behaviour,
    process: (task) => {
      const ready = setUpLate(task.topology);
      if (ready !== task.topology) task.commit(ready);
      behaviour.process(task);
    },
  };
}
