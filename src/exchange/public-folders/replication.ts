import { listObjects } from "../../topology/index.js";
import { sentence } from "../noun/exchange-errors.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import type { Task } from "../noun/task.js";
import { change } from "../noun/write.js";
import { answeringStore } from "./hierarchy.js";

/** The replication of what is in public folders; Get-OrganizationConfig shows whether it rests. */
export const publicFolderReplication = defineNoun({
  noun: "PublicFolderReplication",
  tasks: "MapiTasks",
  typeNames: ["Microsoft.Exchange.Management.MapiTasks.PublicFolderReplication"],
  properties: [],
  views: [],
});

const question = (doing: string) =>
  sentence({
    text: () => `${doing} the replication of public folder content in the organization.`,
    certainty: "unknown",
    evidence: "our wording: no capture of the question is known",
  });
const [suspending, resuming] = [question("Suspending"), question("Resuming")];

function setDisabled(task: Task, disabled: boolean, asked: typeof suspending): void {
  const [organization] = listObjects(task.topology, "ExchangeOrganization");
  if (organization === undefined || !task.shouldProcess(asked.text())) return;
  change(task, organization, { properties: { PublicFolderContentReplicationDisabled: disabled } });
}

export const publicFolderReplicationVerbs: NounVerbs = {
  Suspend: {
    taskClass: "MapiTasks.SuspendPublicFolderReplication",
    emulated: [],
    accepted: [],
    confirms: true,
    process: (task) => setDisabled(task, true, suspending),
  },
  Resume: {
    taskClass: "MapiTasks.ResumePublicFolderReplication",
    emulated: [],
    accepted: [],
    confirms: true,
    process: (task) => setDisabled(task, false, resuming),
  },
};

/** The hierarchy on a server: all databases here always know the whole of it. */
export const publicFolderHierarchy = defineNoun({
  noun: "PublicFolderHierarchy",
  tasks: "MapiTasks",
  typeNames: ["Microsoft.Exchange.Management.MapiTasks.PublicFolderHierarchy"],
  properties: [],
  views: [],
});

export const publicFolderHierarchyVerbs: NounVerbs = {
  Update: {
    taskClass: "MapiTasks.UpdatePublicFolderHierarchy",
    emulated: ["Server"],
    accepted: [],
    process: (task) => {
      answeringStore(task, "\\");
    },
  },
};
