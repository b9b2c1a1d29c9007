import { sentence } from "../noun/exchange-errors.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { resolveServer, serverQuery } from "./resolve-server.js";

/** The service that fetches offline address books to Client Access servers (2010); they are always current here. */
export const fileDistributionService = defineNoun({
  noun: "FileDistributionService",
  identity: serverQuery,
  typeNames: ["Microsoft.Exchange.Management.SystemConfigurationTasks.FileDistributionService"],
  properties: () => [],
  views: [],
});

const updating = sentence({
  text: (server: string) => `Updating the Microsoft Exchange File Distribution service on server "${server}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

export const fileDistributionServiceVerbs: NounVerbs = {
  Update: {
    taskClass: "SystemConfigurationTasks.UpdateFileDistributionService",
    emulated: ["Identity"],
    // What kind of files: there are offline address books and prompts of unified messaging.
    accepted: ["Type"],
    process: (task) => {
      const server = resolveServer(task, "Identity", "ClientAccess");
      task.requireWrite(server);
      task.shouldProcess(updating.text(server.name));
    },
  },
};
