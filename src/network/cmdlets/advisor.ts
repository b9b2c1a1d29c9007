import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { advise, advisorRules, type Finding, severities } from "../advisor/index.js";
import { labType, textList } from "./lab-object.js";
import { labSource, labTypeName, named, oneOf, settledTopology, wordOf } from "./task.js";

const findingType = labType<Finding>("Finding", [
  { name: "Severity", width: 11, value: ({ severity }) => severity },
  { name: "Rule", width: 27, value: ({ rule }) => rule },
  { name: "Object", typeName: "string[]", width: 20, value: ({ objects }) => textList(objects) },
  { name: "Message", width: 0, value: ({ message }) => message },
  { name: "Commands", typeName: "string[]", value: ({ commands }) => textList(commands) },
]);

const testLabConfiguration = defineCmdlet({
  name: "Test-LabConfiguration",
  typeName: labTypeName("Test-LabConfiguration"),
  source: labSource,
  synopsis: "Looks for what is wrong or risky in the organization and its network, and says which commands mend it.",
  parameters: { Rule: { type: "string[]", position: 0 }, Severity: oneOf(severities) },
  create: (parameters, cmdlet) => ({
    process(): void {
      const rules = named(cmdlet, "rule", advisorRules, parameters.Rule);
      const severity = wordOf(severities, parameters.Severity);
      for (const finding of advise(settledTopology(cmdlet), rules)) {
        if (severity === undefined || finding.severity === severity) cmdlet.writeObject(findingType.make(finding));
      }
    },
  }),
});

export const advisorCmdlets = [testLabConfiguration];
export const advisorViews = findingType.views;
