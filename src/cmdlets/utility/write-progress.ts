import { defineCmdlet } from "../../binding/define-cmdlet.js";

/**
 * A console draws the bar over its window and takes it away again: nothing of it stays in what the console shows, and
 * so nothing is written here.
 */
export const writeProgress = defineCmdlet({
  name: "Write-Progress",
  typeName: "Microsoft.PowerShell.Commands.WriteProgressCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Shows how far a command is, in a bar that leaves no text behind.",
  parameters: {
    Activity: { type: "string", position: 0, mandatory: true, coverage: "accepted" },
    Status: {
      type: "string",
      position: 1,
      coverage: "accepted",
      validate: [{ kind: "ValidateNotNullOrEmpty" }],
    },
    Id: {
      type: "int",
      position: 2,
      coverage: "accepted",
      validate: [{ kind: "ValidateRange", min: 0, max: 2147483647 }],
    },
    PercentComplete: { type: "int", coverage: "accepted", validate: [{ kind: "ValidateRange", min: -1, max: 100 }] },
    SecondsRemaining: { type: "int", coverage: "accepted" },
    CurrentOperation: { type: "string", coverage: "accepted" },
    ParentId: { type: "int", coverage: "accepted", validate: [{ kind: "ValidateRange", min: -1, max: 2147483647 }] },
    Completed: { type: "switch", coverage: "accepted" },
    SourceId: { type: "int", coverage: "accepted" },
  },
  create: () => ({}),
});
