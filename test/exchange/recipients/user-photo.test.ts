// Pictures of people: since 2013.
import { expect, test } from "vitest";
import { createShell } from "../../../src/index.js";
import { expectSaid, said, type } from "../support.js";

test("a picture is set, previewed, saved, removed", () => {
  const shell = createShell({ edition: "Exchange2016", answers: ["y", "y"] });
  const refused = (line: string): string => {
    shell.run(line);
    return said(shell, "$Error[0].Exception.Message");
  };
  expect(refused("Get-UserPhoto alan.reid")).toBe("There is no photo stored here.");
  expectSaid(
    shell,
    "Set-UserPhoto alan.reid -PictureData ([byte[]](255,216,1,2))",
    `
Confirm
Are you sure you want to perform this action?
The photo for mailbox Alan Reid will be changed. Do you want to proceed?
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): y`,
  );
  expectSaid(
    shell,
    "Get-UserPhoto",
    `
RunspaceId  : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
PictureData : {255, 216, 1, 2}
Thumbprint  : 1705646876
Identity    : exchangeserverpro.net/Head Office/Alan Reid
IsValid     : True
ObjectState : New`,
  );
  expectSaid(shell, "(Get-Mailbox alan.reid).HasPicture; (Get-Mailbox emma.carlisle).HasPicture", "True\nFalse");
  expect(refused("Set-UserPhoto alan.reid -Save -Confirm:$false")).toBe("There is no preview photo to save.");
  type(shell, "Set-UserPhoto alan.reid -PictureData ([byte[]](1,2,3)) -Preview -Confirm:$false");
  expectSaid(shell, "(Get-UserPhoto alan.reid).PictureData -join ','", "255,216,1,2");
  expectSaid(shell, "(Get-UserPhoto alan.reid -Preview).PictureData -join ','", "1,2,3");
  type(shell, "Set-UserPhoto alan.reid -Save -Confirm:$false");
  expectSaid(shell, "(Get-UserPhoto alan.reid).PictureData -join ','", "1,2,3");
  type(shell, "Set-UserPhoto alan.reid -PictureData ([byte[]](9)) -Preview -Confirm:$false");
  type(shell, "Set-UserPhoto alan.reid -Cancel -Confirm:$false");
  expect(refused("Get-UserPhoto alan.reid -Preview")).toBe("There is no photo stored here.");
  expectSaid(
    shell,
    "Remove-UserPhoto alan.reid",
    `
Confirm
Are you sure you want to perform this action?
The photo for mailbox Alan Reid will be removed. Do you want to proceed?
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): y`,
  );
  expect(refused("Get-UserPhoto alan.reid")).toBe("There is no photo stored here.");
});

test("an authentication policy of 2019 is somebody's", () => {
  const shell = createShell({ edition: "Exchange2019" });
  type(shell, "$null = New-AuthenticationPolicy Block", "Set-User alan.reid -AuthenticationPolicy Block");
  expectSaid(shell, '"$((Get-User alan.reid).AuthenticationPolicy)"', "Block");
  shell.run("Set-User alan.reid -AuthenticationPolicy None");
  expectSaid(
    shell,
    "$Error[0].Exception.Message",
    `Couldn't find object "None". Please make sure that it was spelled correctly or specify a different object.`,
  );
});

test("a public folder mailbox is told to catch up", () => {
  const shell = createShell({ edition: "Exchange2019" });
  type(
    shell,
    "$null = New-Mailbox -PublicFolder -Name PF1",
    "Update-PublicFolderMailbox PF1 -InvokeSynchronizer -FullSync",
  );
  shell.run("Update-PublicFolderMailbox alan.reid -InvokeSynchronizer");
  expectSaid(
    shell,
    "$Error[0].Exception.Message",
    "The operation couldn't be performed because object 'alan.reid' couldn't be found on 'HO-DC.exchangeserverpro.net'.",
  );
});
