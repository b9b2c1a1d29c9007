import { SecureString } from "../values/types/security-types.js";
import type { Value } from "../values/value.js";
import { bindValue } from "./bind-value.js";
import { type BindingState, objectArray } from "./binding-state.js";
import type { SetMask, TableParameter } from "./command-table.js";

/**
 * Asks for mandatory parameters that have no value and that the pipeline will not give. The answers are converted and
 * checked when all are there.
 */
export function promptForMandatory(state: BindingState): void {
  const { table } = state;
  if (table.mandatoryParameters.length === 0) return;
  const completable = completedByPipeline(state);
  if (completable !== 0) {
    state.sets = completable;
    return;
  }
  const sets = setsToComplete(state);
  const missing = table.mandatoryParameters.filter((parameter) => isMissing(state, parameter, sets));
  if (missing.length === 0) return;
  // To ask is to choose.
  if (sets !== 0) state.sets = sets;
  const answers = missing.map((_, index) => ask(state, missing, index));
  missing.forEach((parameter, index) => {
    bindValue(state, parameter, answers[index] ?? null, null, "command line");
  });
}

/**
 * The sets whose mandatory parameters are asked for: the only possible one, or the default one. Among several without
 * a default only what is mandatory in each of them (0 bits are left out by `isMissing`).
 */
function setsToComplete(state: BindingState): SetMask {
  if (state.setCount === 1) return state.sets;
  const { defaultSet } = state.table;
  return (state.sets & defaultSet) === 0 ? 0 : defaultSet;
}

/**
 * The sets that take the pipeline's objects and miss no other mandatory parameter, where the default set has one that does not:
 * then those are tried before anyone is asked. 0 when it does not come to that.
 */
function completedByPipeline(state: BindingState): SetMask {
  const { table, invocation } = state;
  if (!invocation.expectingInput || (state.sets & table.defaultSet) === 0 || state.setCount === 1) return 0;
  let [asked, given] = [0, 0];
  for (const parameter of table.parameters) {
    if (state.isBound(parameter)) continue;
    const piped = parameter.byValue | parameter.byName;
    given |= piped;
    asked |= parameter.mandatory & ~piped;
  }
  return (asked & table.defaultSet) === 0 ? 0 : state.sets & given & ~asked;
}

function isMissing(state: BindingState, parameter: TableParameter, sets: SetMask): boolean {
  if (state.isBound(parameter)) return false;
  const isNeeded = sets === 0 ? (parameter.mandatory & state.sets) === state.sets : (parameter.mandatory & sets) !== 0;
  if (!isNeeded) return false;
  const fromPipeline = parameter.byValue | parameter.byName;
  return !(state.invocation.expectingInput && (fromPipeline & state.sets) !== 0);
}

/** The answer for a parameter of this type is not shown. */
const secureString = "System.Security.SecureString";

/** One parameter; of collections one element after another, until an empty line. */
function ask(state: BindingState, missing: readonly TableParameter[], index: number): Value {
  const parameter = missing[index] as TableParameter;
  const { host } = state.context;
  const { name } = state.table.metadata;
  const caption = `cmdlet ${name} at command pipeline position ${state.invocation.pipelinePosition}`;
  const message = "Supply values for the following parameters:";
  if (index === 0) {
    host.write(`\n${caption}\n${message}\n`);
    if (missing.some(({ helpMessage }) => helpMessage !== null && helpMessage !== ""))
      host.write("(Type !? for Help.)\n");
  }
  const put = (prompt: string, kind: "parameter" | "secret" = "parameter"): string => {
    for (;;) {
      const answer = host.ask({ kind, prompt, caption, message, choices: [], defaultChoice: -1 });
      if (answer !== "!?" || parameter.helpMessage === null) return answer;
      host.write(`${parameter.helpMessage}\n`);
    }
  };
  if (parameter.type.fullName === secureString) return new SecureString(put(`${parameter.name}: `, "secret"));
  if (parameter.type.elementType === null) return put(`${parameter.name}: `);
  const answers: Value[] = [];
  for (;;) {
    const answer = put(`${parameter.name}[${answers.length}]: `);
    if (answer === "") return objectArray(answers);
    answers.push(answer);
  }
}
