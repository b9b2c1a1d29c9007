// Transport agents. Lists, view and warnings: facts/captures.jsonl, get-, install-, set- and enable-transportagent.
import { describe, expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

const install =
  'Install-TransportAgent -Name MyAgent -TransportAgentFactory Samples.MyAgentFactory -AssemblyPath "C:\\x.dll"';

describe("the agents of a new server", () => {
  test("2016 (get-transportagent.1)", () => {
    expectSaid(
      startShell({ edition: "Exchange2016" }),
      "Get-TransportAgent",
      `
Identity                                           Enabled         Priority
--------                                           -------         --------
Transport Rule Agent                               True            1
DLP Policy Agent                                   True            2
Retention Policy Agent                             True            3
Supervisory Review Agent                           True            4
Malware Agent                                      True            5
Text Messaging Routing Agent                       True            6
Text Messaging Delivery Agent                      True            7
System Probe Drop Smtp Agent                       True            8
System Probe Drop Routing Agent                    True            9`,
    );
  });

  test("2010: the first three of get-transportagent.3", () => {
    expectSaid(
      startShell(),
      "Get-TransportAgent",
      `
Identity                                           Enabled         Priority
--------                                           -------         --------
Transport Rule Agent                               True            1
Text Messaging Routing Agent                       True            2
Text Messaging Delivery Agent                      True            3`,
    );
  });
});

describe("an agent of one's own", () => {
  test("is installed behind the others, off", () => {
    const shell = startShell();
    expectSaid(
      shell,
      install,
      `
Identity                                           Enabled         Priority
--------                                           -------         --------
MyAgent                                            False           4
WARNING: Please exit Powershell to complete the installation.
WARNING: The following service restart is required for the change(s) to take effect : MSExchangeTransport`,
    );
    expectSaid(
      shell,
      "Enable-TransportAgent MyAgent",
      "WARNING: The following service restart is required for the change(s) to take effect : MSExchangeTransport",
    );
    expectSaid(
      shell,
      "Set-TransportAgent MyAgent -Priority 2",
      "WARNING: The following service restart is required for the change(s) to take effect : MSExchangeTransport",
    );
    expectSaid(
      shell,
      "Get-TransportAgent | ft Identity,Enabled,Priority -auto",
      `
Identity                      Enabled Priority
--------                      ------- --------
Transport Rule Agent             True        1
MyAgent                          True        2
Text Messaging Routing Agent     True        3
Text Messaging Delivery Agent    True        4`,
    );
    type(shell, "Disable-TransportAgent MyAgent -Confirm:$false", "Uninstall-TransportAgent MyAgent -Confirm:$false");
    expect(said(shell, "Get-TransportAgent MyAgent")).toContain('Transport agent "MyAgent" wasn\'t found.');
  });

  test.each([
    ["Set-TransportAgent 'Transport Rule Agent' -Priority 9", "The priority has to be between 1 and 3."],
    ["Enable-TransportAgent Nothing", 'Transport agent "Nothing" wasn\'t found.'],
    [
      install.replace("MyAgent", "'Transport Rule Agent'"),
      'A transport agent named "Transport Rule Agent" already exists.',
    ],
  ])("%s", (line, text) => {
    expect(said(startShell(), line)).toContain(text);
  });
});
