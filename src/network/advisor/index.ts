import type { Topology } from "../../topology/index.js";
import { arrayRules } from "./arrays.js";
import { clusterRules } from "./clusters.js";
import { databaseRules } from "./databases.js";
import type { Finding, Rule } from "./finding.js";
import { profileRules } from "./profiles.js";
import { publicFolderRules } from "./public-folders.js";
import { recordRules } from "./records.js";
import { Survey } from "./survey.js";
import { webRules } from "./web.js";

/**
 * The advisor: what an experienced administrator would object to in an organization and its network. A rule is a small
 * object; a new one is added to the list of its file.
 */
export type { Finding, Rule, Severity } from "./finding.js";
export { severities } from "./finding.js";

/** All rules, in the order in which their findings are told. */
export const advisorRules: readonly Rule[] = [
  ...arrayRules,
  ...recordRules,
  ...databaseRules,
  ...webRules,
  ...profileRules,
  ...publicFolderRules,
  ...clusterRules,
];

/**
 * What is to be said against an organization, by rule and then in the order of its objects; nothing when all is well.
 * The commands of a finding are for the organization as it is: look again when those of another one have been run.
 */
export function advise(topology: Topology, rules: readonly Rule[] = advisorRules): readonly Finding[] {
  const survey = new Survey(topology);
  return rules.flatMap(({ name, severity, find }) => find(survey).map((found) => ({ rule: name, severity, ...found })));
}
