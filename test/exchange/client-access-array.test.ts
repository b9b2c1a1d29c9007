// ClientAccessArray: view, every setting, identities, failures. The rules of making one are in scenarios.test.ts.
import { beforeEach, describe, expect, test } from "vitest";
import type { Shell } from "../../src/index.js";
import { expectSaid, said, startShell, type } from "./support.js";

let shell: Shell;
beforeEach(() => {
  shell = startShell();
  type(shell, "New-ClientAccessArray -Name cas-headoffice -Fqdn outlook-ho.exchangeserverpro.net -Site HeadOffice");
});

describe("Get-ClientAccessArray", () => {
  test("as a list", () => {
    expectSaid(
      shell,
      "Get-ClientAccessArray | select * -ExcludeProperty Guid,RunspaceId,PS* | fl",
      `
ExchangeLegacyDN  : /o=Exchange Server Pro/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Configuration/cn=Serve
                    rs/cn=outlook-ho.exchangeserverpro.net
Fqdn              : outlook-ho.exchangeserverpro.net
Site              : exchangeserverpro.net/Configuration/Sites/HeadOffice
SiteName          : HeadOffice
Members           : {HO-EX2010-MB1, HO-EX2010-MB2}
AdminDisplayName  :
ExchangeVersion   : 0.1 (8.0.535.0)
Name              : cas-headoffice
DistinguishedName : CN=cas-headoffice,CN=Arrays,CN=Exchange Administrative Group (FYDIBOHF23SPDLT),CN=Administrative Gr
                    oups,CN=Exchange Server Pro,CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=exchangeserverpro
                    ,DC=net
Identity          : cas-headoffice
ObjectCategory    : exchangeserverpro.net/Configuration/Schema/ms-Exch-Client-Access-Array-2
ObjectClass       : {top, server, msExchExchangeServer, msExchClientAccessArray}
WhenChanged       : 6/3/2013 9:00:00 AM
WhenCreated       : 6/3/2013 9:00:00 AM
WhenChangedUTC    : 6/3/2013 9:00:00 AM
WhenCreatedUTC    : 6/3/2013 9:00:00 AM
OrganizationId    :
OriginatingServer : HO-DC.exchangeserverpro.net
IsValid           : True`,
    );
  });

  test.each([
    "cas-headoffice",
    "CAS-HeadOffice",
    "outlook-ho.exchangeserverpro.net",
    "(Get-ClientAccessArray).DistinguishedName",
    "(Get-ClientAccessArray).Guid",
    "(Get-ClientAccessArray).Identity",
    "(Get-ClientAccessArray)",
    "(Get-ClientAccessArray).ExchangeLegacyDN",
    "cas*",
  ])("is found by %s", (identity) => {
    expectSaid(shell, `(Get-ClientAccessArray ${identity}).Name`, "cas-headoffice");
  });

  test("of a site", () => {
    type(shell, "New-ClientAccessArray -Fqdn outlook-br.exchangeserverpro.net -Site BranchOffice");
    expectSaid(shell, "(Get-ClientAccessArray -Site BranchOffice).Name", "outlook-br");
    expectSaid(shell, "Get-ADSite HeadOffice | % { (Get-ClientAccessArray -Site $_).Name }", "cas-headoffice");
    expect(said(shell, "Get-ClientAccessArray -Site Nowhere")).toContain('Couldn\'t find object "Nowhere".');
  });
});

describe("Set-ClientAccessArray", () => {
  test.each([
    ["Name", "cas-ho", "cas-ho"],
    ["Fqdn", "mail-ho.exchangeserverpro.net", "mail-ho.exchangeserverpro.net"],
    ["Site", "BranchOffice", "exchangeserverpro.net/Configuration/Sites/BranchOffice"],
  ])("-%s %s", (property, given, shown) => {
    type(shell, "$id = (Get-ClientAccessArray).Guid", `Set-ClientAccessArray cas-headoffice -${property} ${given}`);
    expectSaid(shell, `Get-ClientAccessArray $id | fl ${property}`, `${property} : ${shown}`);
    expect(said(shell, `Set-ClientAccessArray $id -${property} ${given}`).replace(/\n/g, " ")).toMatch(
      /^WARNING: The command completed successfully but no settings of '.*' have been modified\.$/,
    );
  });

  test("another site: the members are that site's servers", () => {
    type(shell, "Set-ClientAccessArray outlook-ho.exchangeserverpro.net -Site BranchOffice");
    expectSaid(
      shell,
      "Get-ClientAccessArray",
      `
Name                Site                 Fqdn                           Members
----                ----                 ----                           -------
cas-headoffice      BranchOffice         outlook-ho.exchangeserverpr... {BR-EX2010-MB}`,
    );
  });

  test("a site, a name and an FQDN that are taken", () => {
    type(shell, "New-ClientAccessArray -Name cas-branch -Fqdn outlook-br.exchangeserverpro.net -Site BranchOffice");
    const before = shell.topology;
    expect(said(shell, "Set-ClientAccessArray cas-branch -Site HeadOffice").replace(/\n/g, "")).toContain(
      "There can be only one array",
    );
    expect(said(shell, "Set-ClientAccessArray cas-branch -Name cas-headoffice")).toContain("already exists");
    expect(
      said(shell, "Set-ClientAccessArray cas-branch -Fqdn outlook-ho.exchangeserverpro.net").replace(/\n/g, ""),
    ).toContain("is already used by");
    expect(shell.topology).toBe(before);
  });
});

describe("Remove-ClientAccessArray", () => {
  test("asks first; databases keep what they have", () => {
    const asking = startShell({ answers: ["n", "a"] });
    type(asking, "New-ClientAccessArray -Name cas-headoffice -Fqdn outlook-ho.exchangeserverpro.net -Site HeadOffice");
    expectSaid(
      asking,
      "Remove-ClientAccessArray outlook-ho.exchangeserverpro.net",
      `
Confirm
Are you sure you want to perform this action?
Removing Client Access array "cas-headoffice".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n`,
    );
    expectSaid(asking, "(Get-ClientAccessArray).Name", "cas-headoffice");
    type(asking, "Get-ClientAccessArray | Remove-ClientAccessArray");
    expectSaid(asking, "Get-ClientAccessArray", "");
  });

  test("what is not there", () => {
    expectSaid(
      shell,
      "Remove-ClientAccessArray cas-nowhere",
      `
The operation couldn't be performed because object 'cas-nowhere' couldn't be found on 'HO-DC.exchangeserverpro.net'.
    + CategoryInfo          : NotSpecified: (0:Int32) [Remove-ClientAccessArray], ManagementObjectNotFoundException
    + FullyQualifiedErrorId : 2F87B353,Microsoft.Exchange.Management.SystemConfigurationTasks.RemoveClientAccessArray`,
    );
  });
});
