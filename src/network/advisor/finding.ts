import type { Survey } from "./survey.js";

/** How bad a finding is: something does not work; something will not work when a part fails; something to know. */
export const severities = ["Error", "Warning", "Information"] as const;
export type Severity = (typeof severities)[number];

/** Something that the advisor has found. */
export interface Finding {
  /** The name of the rule that found it. */
  readonly rule: string;
  readonly severity: Severity;
  /** The names of what it is about: an array, databases, servers, … */
  readonly objects: readonly string[];
  readonly message: string;
  /** Lines for the prompt that mend it, in their order; none when it takes more than lines. */
  readonly commands: readonly string[];
}

/** A rule: what it is called, how bad its findings are, and what it finds. */
export interface Rule {
  readonly name: string;
  readonly severity: Severity;
  find(survey: Survey): readonly Omit<Finding, "rule" | "severity">[];
}
