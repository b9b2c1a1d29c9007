import type { BindingState } from "./binding-state.js";
import type { SetMask } from "./command-table.js";

/**
 * Throws when the arguments contradict each other, or leave several sets among which neither a default, nor a pipeline
 * object, nor what is mandatory can choose.
 */
export function checkSets(state: BindingState): void {
  if (state.setCount === 0) throw state.errors.ambiguousSet();
  if (state.setCount === 1 || (state.sets & state.table.defaultSet) !== 0) return;
  const { sets } = state;
  const fromPipeline = state.table.pipelineParameters.some(
    (parameter) => !state.isBound(parameter) && ((parameter.byValue | parameter.byName) & sets) !== 0,
  );
  if (!fromPipeline && completeSets(state).length !== 1) throw state.errors.ambiguousSet();
}

/**
 * Leaves one set: the only one; the default one, when it is possible; else the one whose mandatory parameters all have
 * values (SPEC C.4).
 */
export function chooseSet(state: BindingState): void {
  if (state.setCount === 0) throw state.errors.ambiguousSet();
  if (state.setCount === 1) return;
  const { defaultSet } = state.table;
  if ((state.sets & defaultSet) !== 0) {
    state.sets = defaultSet;
    return;
  }
  const complete = completeSets(state);
  const only = complete[0];
  if (only === undefined || complete.length > 1) throw state.errors.ambiguousSet();
  state.sets = only;
}

/** The possible sets whose own mandatory parameters all have values. */
function completeSets(state: BindingState): readonly SetMask[] {
  const { mandatoryParameters, allSets } = state.table;
  // What is mandatory in every set tells nothing about them.
  const telling = mandatoryParameters.filter((parameter) => parameter.sets !== allSets && !state.isBound(parameter));
  return setsOf(state.sets).filter((set) => telling.every(({ mandatory }) => (mandatory & set) === 0));
}

/** The single sets of a mask. */
function setsOf(mask: SetMask): readonly SetMask[] {
  const sets: SetMask[] = [];
  for (let bit = 0; bit < 32; bit++) if ((mask & (1 << bit)) !== 0) sets.push(1 << bit);
  return sets;
}

/** Names of the parameters that are mandatory in one of the sets and have no value. */
export function missingIn(state: BindingState, sets: SetMask): readonly string[] {
  return state.table.mandatoryParameters
    .filter((parameter) => (parameter.mandatory & sets) !== 0 && !state.isBound(parameter))
    .map((parameter) => parameter.name);
}
