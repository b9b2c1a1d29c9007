// OwaVirtualDirectory: objects below servers, `SERVER\name`.
import { describe, expect, test } from "vitest";
import {
  owaVirtualDirectory,
  owaVirtualDirectoryVerbs,
} from "../../../src/exchange/client-access/owa-virtual-directory.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, startShell, type } from "../support.js";

const noun = { noun: owaVirtualDirectory, verbs: owaVirtualDirectoryVerbs };
const first = { identity: "'HO-EX2010-MB1\\owa (Default Web Site)'" };
roundTripsOf(noun, first);
identitiesOf(noun, {
  ...first,
  forms: [
    "HO-EX2010-MB1\\owa*",
    "'HO-EX2010-MB1.exchangeserverpro.net\\owa (Default Web Site)'",
    "'owa (Default Web Site)'",
    "'*\\owa (Default Web Site)'",
  ],
});

describe("Get-OwaVirtualDirectory", () => {
  test("one on each server with the role", () => {
    expectSaid(
      startShell(),
      "Get-OwaVirtualDirectory",
      `
Name                                    Server                                  OwaVersion
----                                    ------                                  ----------
owa (Default Web Site)                  HO-EX2010-MB1                           Exchange2010
owa (Default Web Site)                  HO-EX2010-MB2                           Exchange2010
owa (Default Web Site)                  BR-EX2010-MB                            Exchange2010`,
    );
  });

  test("of a server", () => {
    expectSaid(
      startShell(),
      "Get-OwaVirtualDirectory -Server HO-EX2010-MB2 | fl Identity,InternalUrl,*AuthenticationMethods",
      `
Identity                      : HO-EX2010-MB2\\owa (Default Web Site)
InternalUrl                   : https://ho-ex2010-mb2.exchangeserverpro.net/owa
InternalAuthenticationMethods : {Basic, Fba}
ExternalAuthenticationMethods : {Fba}`,
    );
  });

  test("-ADPropertiesOnly leaves out what the web server knows", () => {
    expectSaid(
      startShell(),
      "Get-OwaVirtualDirectory HO-EX2010-MB1\\owa* -ADPropertiesOnly | fl BasicAuthentication,FormsAuthentication,GzipLevel,WebSite",
      `
BasicAuthentication : False
FormsAuthentication : False
GzipLevel           : Off
WebSite             :`,
    );
  });
});

describe("changing it", () => {
  test("the URL of one is to be that of ECP", () => {
    const shell = startShell();
    expectSaid(
      shell,
      `Set-OwaVirtualDirectory ${first.identity} -ExternalUrl https://mail.exchangeserverpro.net/owa`,
      `
WARNING: You've changed the InternalURL or ExternalURL for the OWA virtual directory. Please make the same change for
the ECP virtual directory in the same website.`,
    );
    expectSaid(
      shell,
      "Get-OwaVirtualDirectory | ft Server,ExternalUrl -auto",
      `
Server        ExternalUrl
------        -----------
HO-EX2010-MB1 https://mail.exchangeserverpro.net/owa
HO-EX2010-MB2
BR-EX2010-MB`,
    );
  });

  test("taken away and made anew, on the server of the session", () => {
    const shell = startShell();
    type(shell, `Remove-OwaVirtualDirectory ${first.identity} -Confirm:$false`);
    expectSaid(
      shell,
      "New-OwaVirtualDirectory",
      `
Name                                    Server                                  OwaVersion
----                                    ------                                  ----------
owa (Default Web Site)                  HO-EX2010-MB1                           Exchange2010`,
    );
    expectSaid(
      shell,
      "New-OwaVirtualDirectory",
      `
The virtual directory 'owa' already exists under 'HO-EX2010-MB1.exchangeserverpro.net/Default Web Site'.
Parameter name: VirtualDirectoryName
    + CategoryInfo          : InvalidArgument: (HO-EX2010-MB1\\owa (Default Web Site):ADObjectId) [New-OwaVirtualDirect
   ory], ArgumentException
    + FullyQualifiedErrorId : B6A62710,Microsoft.Exchange.Management.SystemConfigurationTasks.NewOwaVirtualDirectory`,
    );
  });

  // facts/nouns.json: the warning is documented, its text is not known
  test("other authentication needs a restart of IIS", () => {
    const { warnings } = startShell().run(`Set-OwaVirtualDirectory ${first.identity} -FormsAuthentication $false`);
    expect(warnings).toEqual([
      'Changes of authentication take effect after Internet Information Services restarts: run "iisreset /noforce". Make the same change for the ECP virtual directory in the same website.',
    ]);
  });
});
