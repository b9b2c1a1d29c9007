import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { Evaluation } from "../evaluation.js";
import { connectHttps } from "../https-client.js";
import { networkOf } from "../network.js";
import { connectOutlook } from "../outlook.js";
import { type ConnectionRow, outlookStatus } from "../status.js";
import { clientNames, clientsOf } from "./client-rows.js";
import { labType } from "./lab-object.js";
import { labSource, labTypeName, named, settledTopology } from "./task.js";

const connectionType = labType<ConnectionRow & { readonly client: string; readonly proxy: string }>("Connection", [
  { name: "Client", width: 20, value: ({ client }) => client },
  { name: "ServerName", width: 38, value: ({ serverName }) => serverName },
  { name: "Type", width: 14, value: ({ type }) => type },
  { name: "Conn", width: 6, value: ({ conn }) => conn },
  { name: "Status", width: 12, value: ({ status }) => status },
  { name: "ServedBy", width: 0, value: ({ servedBy }) => servedBy },
  { name: "ProxyServer", value: ({ proxy, conn }) => (conn === "HTTPS" ? proxy : "") },
]);

const getLabConnection = defineCmdlet({
  name: "Get-LabConnection",
  typeName: labTypeName("Get-LabConnection"),
  source: labSource,
  synopsis: 'Gives the connections of Outlooks that are open, as their window "Connection Status" shows them.',
  parameters: { Client: { type: "string[]", position: 0, pipeline: "value,name", aliases: ["Name"] } },
  create: (parameters, cmdlet) => ({
    process(): void {
      const evaluation = new Evaluation(networkOf(settledTopology(cmdlet)));
      for (const client of named(cmdlet, "client", clientsOf(evaluation), parameters.Client)) {
        if (client.kind === "web") continue;
        const { rows, attempt } = outlookStatus(evaluation, client.outlook);
        const proxy = attempt.profileProxy ?? "";
        for (const row of rows) cmdlet.writeObject(connectionType.make({ ...row, client: client.name, proxy }));
      }
    },
  }),
});

const stepType = labType<{
  readonly client: string;
  readonly index: number;
  readonly kind: string;
  readonly ok: boolean;
  readonly text: string;
  readonly seconds: number;
}>("ConnectionStep", [
  { name: "Client", value: ({ client }) => client },
  { name: "Number", typeName: "int", width: 6, value: ({ index }) => index },
  { name: "Result", width: 6, value: ({ ok }) => (ok ? "OK" : "Failed") },
  { name: "Seconds", typeName: "int", width: 7, value: ({ seconds }) => seconds },
  { name: "Step", value: ({ kind }) => kind },
  { name: "Description", width: 0, value: ({ text }) => text },
]);

const testLabConnection = defineCmdlet({
  name: "Test-LabConnection",
  typeName: labTypeName("Test-LabConnection"),
  source: labSource,
  synopsis: "Tells step by step how clients would connect if they were started now.",
  parameters: { Client: { ...clientNames, aliases: ["Name"] } },
  create: (parameters, cmdlet) => ({
    process(): void {
      const evaluation = new Evaluation(networkOf(settledTopology(cmdlet)));
      for (const client of named(cmdlet, "client", clientsOf(evaluation), parameters.Client)) {
        const { steps } =
          client.kind === "outlook"
            ? connectOutlook(evaluation, client.outlook, { anew: true })
            : connectHttps(evaluation, client.web);
        for (const [index, { kind, ok, text, seconds = 0 }] of steps.entries()) {
          const row = { client: client.name, index: index + 1, kind, ok, text, seconds };
          cmdlet.writeObject(stepType.make(row));
        }
      }
    },
  }),
});

export const connectionCmdlets = [getLabConnection, testLabConnection];
export const connectionViews = [...connectionType.views, ...stepType.views];
