// Set-Mailbox -ResourceCustom takes what Set-ResourceConfig has defined for the kind of resource.
import { expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

test("properties of rooms and of equipment", () => {
  const shell = startShell({ width: 300 });
  type(
    shell,
    "Set-ResourceConfig -ResourcePropertySchema Room/Projector,Room/Phone,Equipment/Camera",
    "$null = New-Mailbox R1 -Room -UserPrincipalName r1@exchangeserverpro.net",
    "Set-Mailbox R1 -ResourceCustom projector,Phone",
  );
  expectSaid(shell, 'Get-Mailbox R1 | % { "$($_.ResourceCustom)" }', "projector Phone");
  expectSaid(
    shell,
    "Set-Mailbox R1 -ResourceCustom @{Add='Camera'}",
    `The resource property "Camera" isn't valid for this mailbox: the resource configuration has no "Room/Camera". Add it with Set-ResourceConfig -ResourcePropertySchema.
    + CategoryInfo          : InvalidData: (R1:ADObjectId) [Set-Mailbox], TaskInvalidOperationException
    + FullyQualifiedErrorId : 2E31E6EB,Microsoft.Exchange.Management.RecipientTasks.SetMailbox`,
  );
  type(shell, "Set-Mailbox R1 -ResourceCustom @{Remove='Phone'}", "Set-Mailbox R1 -ResourceCustom $null");
  expect(said(shell, "Set-Mailbox alan.reid -ResourceCustom Projector").split("\n")[0]).toBe(
    "The mailbox \"Alan Reid\" isn't a resource mailbox and can't have resource properties.",
  );
});
