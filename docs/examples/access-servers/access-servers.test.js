// What the script does to an organization, without one: `npm install && npm test`.
import { readFileSync } from "node:fs";
import { buildTopology, createShell } from "ems-emulator";
import "ems-emulator/vitest";
import { beforeEach, describe, expect, it } from "vitest";

const read = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
const topology = buildTopology(JSON.parse(read("organization.json")));
const script = "C:\\Scripts\\Set-AccessServers.ps1";
let shell;

beforeEach(() => {
  shell = createShell({ topology, files: { [script]: read("Set-AccessServers.ps1") } });
});

describe("Set-AccessServers.ps1", () => {
  it("points the databases of a site to its array", () => {
    expect(shell.runScript(script, { arguments: ["-Site", "London"] })).toMatchInlineSnapshot(`
      Database                                Before                                  After
      --------                                ------                                  -----
      LON-DB1                                 LON-EX1.contoso.com                     outlook-lon.contoso.com
    `);
    expect(shell).toHaveObject("LON-DB1", { RpcClientAccessServer: "outlook-lon.contoso.com" });
  });

  it("leaves recovery databases and other sites alone", () => {
    const before = shell.find("LON-RDB")[0].object.get("RpcClientAccessServer");
    shell.runScript(script);
    expect(shell).toHaveObject("LON-RDB", { RpcClientAccessServer: before });
    expect(shell).toHaveObject("LDS-DB1", { RpcClientAccessServer: "LDS-EX1.contoso.com" });
  });

  it("changes nothing with -WhatIf", () => {
    const before = shell.topology;
    const { text } = shell.runScript(script, { arguments: ["-WhatIf"] });
    expect(text).toContain("What if: ");
    expect(shell.topology).toBe(before);
    expect(shell).toHaveObject("LON-DB1", { RpcClientAccessServer: "LON-EX1.contoso.com" });
  });

  it("writes a report", () => {
    shell.runScript(script, { arguments: ["-ReportPath", "C:\\Scripts\\report.csv"] });
    expect(shell.files["C:\\Scripts\\report.csv"].split("\r\n")).toEqual([
      '"Database","Before","After"',
      '"LON-DB1","LON-EX1.contoso.com","outlook-lon.contoso.com"',
      "",
    ]);
  });

  it("changes nothing the second time", () => {
    shell.runScript(script);
    expect(shell.runScript(script).text).toBe("");
  });

  it("ends with 2 where there is no array", () => {
    const { exitCode, errors } = shell.runScript(script, { arguments: ["-Site", "Leeds"] });
    expect(exitCode).toBe(2);
    expect(errors.map(({ message }) => message)).toEqual(["No Client Access array in site 'Leeds'."]);
  });
});

describe("the organization", () => {
  it("refuses an access server that does not exist", () => {
    expect(shell).toFailWith(
      "Set-MailboxDatabase LON-DB1 -RpcClientAccessServer nowhere.contoso.com",
      "Microsoft.Exchange.Management.SystemConfigurationTasks.SetMailboxDatabase",
    );
  });
});
