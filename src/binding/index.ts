export { createParameterBinder, parameterBinder } from "./binder.js";
export {
  type BindingFacts,
  powerShell7Binding,
  windowsPowerShell2Binding,
  windowsPowerShell4Binding,
  windowsPowerShell5Binding,
} from "./binding-facts.js";
export { commonParameterMetadata } from "./common-parameters.js";
export { type Choice, promptForChoice } from "./confirmation.js";
export type { Bound, CmdletDefinition, ParameterDeclaration, ParameterDeclarations } from "./declaration.js";
export { defineCmdlet } from "./define-cmdlet.js";
export { StreamRecord } from "./stream-records.js";
