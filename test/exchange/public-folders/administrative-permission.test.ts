// PublicFolderAdministrativePermission: who may manage a public folder, in 2010.
import { describe, expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

const tree = [
  "$null = New-PublicFolderDatabase PFDB -Server HO-EX2010-MB1",
  "Mount-Database PFDB",
  "$null = New-PublicFolder Sales",
  "$null = New-PublicFolder East -Path \\Sales",
];
const add = "Add-PublicFolderAdministrativePermission \\Sales -User alan.reid -AccessRights";

function start(options: Parameters<typeof startShell>[0] = {}) {
  const shell = startShell({ width: 120, ...options });
  type(shell, ...tree);
  return shell;
}

describe("PublicFolderAdministrativePermission", () => {
  test("who manages all folders, and what is added", () => {
    const shell = start();
    expectSaid(
      shell,
      `$null = ${add} ModifyPublicFolderACL,ModifyPublicFolderQuotas; Get-PublicFolderAdministrativePermission \\Sales`,
      `
Identity             User                 AccessRights                                                IsInherited Deny
--------             ----                 ------------                                                ----------- ----
\\Sales               ESPNET\\alan.reid     {ModifyPublicFolderACL, ModifyPublicFolderQuotas}           False       False
\\Sales               ESPNET\\Organizati... {AllExtendedRights}                                         True        False
\\Sales               ESPNET\\Public Fol... {AllExtendedRights}                                         True        False`,
    );
  });

  test.each(["All", "None", "Descendents", "Children"])("-InheritanceType %s -Deny", (kind) => {
    const shell = start();
    type(shell, `$null = ${add} ViewInformationStore -InheritanceType ${kind} -Deny`);
    expectSaid(
      shell,
      "'\\Sales','\\Sales\\East' | % { Get-PublicFolderAdministrativePermission $_ -User alan.reid } | % { \"$($_.Identity) $($_.Deny) $($_.IsInherited)\" }",
      kind === "None" ? "\\Sales True False" : "\\Sales True False\n\\Sales\\East True True",
    );
  });

  test("what is there, what is not, what is no right", () => {
    const shell = start({ width: 250 });
    type(shell, `$null = ${add} ViewInformationStore`);
    expect(said(shell, `$null = ${add} ViewInformationStore`)).toContain(
      "WARNING: The appropriate access control entry is already present on the object",
    );
    expect(
      said(
        shell,
        "Remove-PublicFolderAdministrativePermission \\Sales -User tom.okafor -AccessRights ViewInformationStore -Confirm:$false",
      ),
    ).toContain("because the ACE isn't present.");
    expect(said(shell, `${add} Everything`)).toContain('"Everything" isn\'t a list of access rights.');
    expect(said(shell, "Get-PublicFolderAdministrativePermission \\Nowhere")).toContain(
      "There is no existing PublicFolder that matches the following Identity: '\\Nowhere'.",
    );
  });

  test("is taken away, from the pipeline too", () => {
    const shell = start();
    const shown = 'Get-PublicFolderAdministrativePermission \\Sales -User alan.reid | % { "$($_.AccessRights)" }';
    type(
      shell,
      `$null = ${add} ViewInformationStore,AdministerInformationStore`,
      "Remove-PublicFolderAdministrativePermission \\Sales -User alan.reid -AccessRights ViewInformationStore -Confirm:$false",
    );
    expectSaid(shell, shown, "AdministerInformationStore");
    type(
      shell,
      "Get-PublicFolderAdministrativePermission \\Sales -User alan.reid | Remove-PublicFolderAdministrativePermission -Confirm:$false",
    );
    expectSaid(shell, shown, "");
  });

  test("-Owner", () => {
    const shell = start();
    type(shell, "$null = Add-PublicFolderAdministrativePermission \\Sales -Owner alan.reid");
    expectSaid(
      shell,
      "Get-PublicFolderAdministrativePermission \\Sales -Owner; Get-PublicFolderAdministrativePermission \\Sales\\East -Owner",
      `
Identity                                                    Owner
--------                                                    -----
\\Sales                                                      ESPNET\\alan.reid
\\Sales\\East                                                 ESPNET\\Organization Management`,
    );
  });
});
