// Numbers that are typed for parameters of Exchange's own types: they count as the text by which they were written.
import { describe, expect, test } from "vitest";
import { expectSaid, startShell, type } from "./support.js";

describe("a number as identity", () => {
  test("keeps its zeros (facts: capture get-mailbox.1, but for server, request and time)", () => {
    const text = startShell({ edition: "Exchange2016" }).run("Get-Mailbox -Database 0123456789 -Archive").text;
    expect(text.replace(/RequestId=[-0-9a-f]{36}/, "RequestId=#")).toBe(`\
Couldn't find database "0123456789". Make sure you have typed it correctly.
    + CategoryInfo          : NotSpecified: (:) [Get-Mailbox], ManagementObjectNotFoundException
    + FullyQualifiedErrorId : [Server=HO-EX2010-MB1,RequestId=#,TimeStamp=6/3/2013  
   9:00:00 AM] [FailureCategory=Cmdlet-ManagementObjectNotFoundException] E3DE7D95,Microsoft.Exchange.Management.Reci  
  pientTasks.GetMailbox
    + PSComputerName        : ho-ex2010-mb1.exchangeserverpro.net
 
`);
  });

  test("finds the object that has it for a name; a variable keeps the number only", () => {
    const shell = startShell();
    type(shell, "New-RemoteDomain -Name 0123 -DomainName fabrikam.com");
    expectSaid(shell, "(Get-RemoteDomain 0123).DomainName.Address", "fabrikam.com");
    type(shell, "$number = 0123");
    expect(shell.run("Get-RemoteDomain $number").errors.map(({ message }) => message)).toEqual([
      "The operation couldn't be performed because object '123' couldn't be found on 'HO-DC.exchangeserverpro.net'.",
    ]);
  });

  test.each([
    ["0x10", "0x10"],
    ["1.50", "1.50"],
    ["2kb", "2kb"],
    ["(5)", "5"],
    ["5000000000", "5000000000"],
  ])("%s", (typed, text) => {
    expect(
      startShell()
        .run(`Get-RemoteDomain ${typed}`)
        .errors.map(({ message }) => message),
    ).toEqual([
      `The operation couldn't be performed because object '${text}' couldn't be found on 'HO-DC.exchangeserverpro.net'.`,
    ]);
  });

  test("truth values are no identities", () => {
    expectSaid(
      startShell(),
      "Get-RemoteDomain $true",
      `
Cannot process argument transformation on parameter 'Identity'. Cannot convert value "True" to type "Microsoft.Exchange
.Configuration.Tasks.RemoteDomainIdParameter". Error: "Invalid cast from 'System.Boolean' to 'Microsoft.Exchange.Config
uration.Tasks.RemoteDomainIdParameter'."
    + CategoryInfo          : InvalidData: (:) [Get-RemoteDomain], ParameterBindin...mationException
    + FullyQualifiedErrorId : ParameterArgumentTransformationError,Get-RemoteDomain`,
    );
  });
});

describe("a number for another of Exchange's types", () => {
  test("is the text that was typed", () => {
    const shell = startShell();
    type(shell, "New-AcceptedDomain -Name Digits -DomainName 0123");
    expectSaid(shell, "(Get-AcceptedDomain Digits).DomainName.Address", "0123");
    expectSaid(
      shell,
      "Get-AcceptedDomain -DomainController 0123",
      `
Cannot process argument transformation on parameter 'DomainController'. Cannot convert value "0123" to type "Microsoft.
Exchange.Data.Fqdn". Error: ""0123" isn't a fully qualified domain name, such as outlook.contoso.com."
    + CategoryInfo          : InvalidData: (:) [Get-AcceptedDomain], ParameterBindin...mationException
    + FullyQualifiedErrorId : ParameterArgumentTransformationError,Get-AcceptedDomain`,
    );
  });
});
