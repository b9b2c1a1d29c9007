/** In what the editions' parameter binding differs. Editions are data: no code asks for a name. */
export interface BindingFacts {
  /** What is said when no parameter set, or more than one, is left. */
  readonly ambiguousSetText: string;
  /** A named argument outweighs a splatted one of the same name (7.1); before, that is an error. */
  readonly explicitOverridesSplatted: boolean;
  /** Texts of ValidateCount. */
  readonly countText: (given: number, min: number, max: number) => string;
  /** ValidateNotNull given `$null`. */
  readonly notNullText: string;
  /** Errors about a name underline `-Name:value` with its value (7), or up to the colon. */
  readonly nameExtentHasValue: boolean;
  /** Errors about an argument stand at the argument, or (2.0) at the name before it: its parameter's or the command's. */
  readonly argumentPlace: "argument" | "name";
  /** What bool and switch parameters of script functions accept: the sentence behind the types. */
  readonly booleanText: string;
  /** Why an action preference cannot be Suspend, said by a parameter. */
  readonly suspendText: (parameter: string) => string;
  /** -Debug means Inquire (before 7: Continue). */
  readonly debugInquires: boolean;
  /** Ignore is a value of -ErrorAction but not of `$ErrorActionPreference`. */
  readonly ignoreOnlyAsParameter: boolean;
  /** `What if:` and confirmation: what is done to what. */
  readonly shouldProcessText: (action: string, target: string) => string;
  /**
   * A name that the proxy of a remote command does not know reaches the server as plain text behind the other arguments
   * (2.0); later as a name.
   */
  readonly remoteUnknownIsPositional: boolean;
  /** Language version: which common parameters there are. */
  readonly languageVersion: number;
}

const oneSentence = "Parameter set cannot be resolved using the specified named parameters.";

function countTextCore(given: number, min: number, max: number): string {
  const needed = min === max ? `exactly ${min} value(s)` : `at least ${min} value(s) and no more than ${max} value(s)`;
  return `The parameter requires ${needed} - ${given} value(s) were provided.`;
}

function countTextFramework(given: number, min: number, max: number): string {
  if (given > max) {
    return (
      `The number of provided arguments, (${given}), exceeds the maximum number of allowed arguments (${max}). ` +
      `Provide fewer than ${max} arguments, and then try the command again.`
    );
  }
  return (
    `The number of provided arguments (${given}) is fewer than the minimum number of allowed arguments (${min}). ` +
    `Provide more than ${min} arguments, and then try the command again.`
  );
}

/** PowerShell 7.6. */
export const powerShell7Binding: BindingFacts = {
  ambiguousSetText: `${oneSentence} One or more parameters issued cannot be used together or an insufficient number of parameters were provided.`,
  explicitOverridesSplatted: true,
  countText: countTextCore,
  notNullText: "The argument is null. Provide a valid value for the argument, and then try running the command again.",
  nameExtentHasValue: true,
  argumentPlace: "argument",
  booleanText: "Boolean parameters accept only Boolean values and numbers, such as $True, $False, 1 or 0.",
  suspendText: () =>
    'The Suspend ActionPreference value is reserved for future use and is not supported at this time. For more information about preference variables, see the Help topic, "about_Preference_Variables."',
  debugInquires: false,
  ignoreOnlyAsParameter: false,
  shouldProcessText: (action, target) => `Performing the operation "${action}" on target "${target}".`,
  remoteUnknownIsPositional: false,
  languageVersion: 7,
};

/** Windows PowerShell 5.1. */
export const windowsPowerShell5Binding: BindingFacts = {
  ...powerShell7Binding,
  ambiguousSetText: oneSentence,
  explicitOverridesSplatted: false,
  countText: countTextFramework,
  nameExtentHasValue: false,
  suspendText: (parameter) =>
    parameter === "ErrorAction"
      ? 'The error action preference of "Suspend" is supported only on workflows.'
      : 'The action preference of "Suspend" is supported only for ErrorAction.',
  debugInquires: true,
  ignoreOnlyAsParameter: true,
  languageVersion: 5,
};

/** Windows PowerShell 4.0. */
export const windowsPowerShell4Binding: BindingFacts = { ...windowsPowerShell5Binding, languageVersion: 4 };

/** Windows PowerShell 2.0. */
export const windowsPowerShell2Binding: BindingFacts = {
  ...windowsPowerShell5Binding,
  notNullText: "The argument is null. Supply a non-null argument and try the command again.",
  shouldProcessText: (action, target) => `Performing operation "${action}" on Target "${target}".`,
  argumentPlace: "name",
  remoteUnknownIsPositional: true,
  languageVersion: 2,
};
