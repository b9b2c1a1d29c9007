// ems org: organizations as files.
import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ems, testFolder } from "./ems.js";

const folder = testFolder();

describe("ems org", () => {
  const description = {
    domain: "fabrikam.com",
    servers: ["EX01"],
    databases: [{ name: "DB1", server: "EX01" }],
    mailboxes: ["Anna Berg"],
  };

  it("new makes a file of a description, which --org takes as the description itself", async () => {
    const spec = await folder.file("org.json", JSON.stringify(description));
    const made = folder.path("made.json");
    expect(await ems(["org", "new", spec, "--out", made])).toEqual({ out: "", errors: "", exitCode: 0 });
    for (const org of [spec, made]) {
      const { out } = await ems(["--org", org], "(Get-Mailbox).PrimarySmtpAddress.ToString()\n");
      expect(out).toBe("[PS] C:\\>(Get-Mailbox).PrimarySmtpAddress.ToString()\nanna.berg@fabrikam.com\n");
    }
  });

  it("show tells what there is", async () => {
    const { out } = await ems(["org", "show"]);
    expect(out).toMatch(/^Name\s+Site\s+ServerRole/m);
    expect(out).toMatch(/^MB-HO-01\s+HO-EX2010-MB1/m);
  });

  it("export and --org go round", async () => {
    const path = folder.path("exported.json");
    await ems(["org", "export", "--org", "contoso", "--out", path]);
    expect((await ems(["org", "export", "--org", path])).out).toBe(await readFile(path, "utf8"));
  });

  it("import makes an organization of exported objects", async () => {
    const directory = await mkdtemp(folder.path("exports-"));
    const lines = ["ExchangeServer", "MailboxDatabase", "Mailbox"].map(
      (noun) => `Get-${noun} | Export-Clixml C:\\Scripts\\${noun}.xml`,
    );
    await ems(["run", await folder.file("export.ps1", lines.join("\n")), "--files", directory, "--write"]);
    const files = (await readdir(directory)).map((name) => join(directory, name));
    const path = folder.path("imported.json");
    const { errors, exitCode } = await ems(["org", "import", ...files, "--out", path]);
    expect(errors).toBe("Imported for --edition Exchange2010: 3 ExchangeServer, 10 Mailbox, 5 MailboxDatabase\n");
    expect(exitCode).toBe(0);
    expect((await ems(["--org", path], "(Get-MailboxDatabase).Count\n")).out).toBe(
      "[PS] C:\\>(Get-MailboxDatabase).Count\n5\n",
    );
  });

  it("infer makes the organization of transcripts, and says what contradicts itself and what nothing tells", async () => {
    const head =
      "Name                                                        Server\n----                                                        ------";
    const query = "[PS] C:\\>Get-MailboxDatabase | ft Name,Server";
    const first = await folder.file(
      "first.txt",
      `${query}\n\n${head}\n${"DB1".padEnd(60)}EX01\n\n[PS] C:\\>$size.ToMB()\n1006\n`,
    );
    const second = await folder.file("second.txt", `\n${query}\n\n${head}\n${"DB1".padEnd(60)}EX02\n\n`);
    const path = folder.path("inferred.json");
    expect(await ems(["org", "infer", first, second, "--out", path])).toEqual({
      out: "",
      errors: [
        "second.txt:2: MailboxDatabase 'DB1' shows server 'EX02', and 'EX01' before, with no change between.",
        "Nothing tells the domain: it is contoso.com.",
        "Nothing tells the build of the servers: it is one of the edition's.",
        "Nothing tells the site of the servers: it is the first one, Default-First-Site-Name.",
        "Nothing tells a domain controller: there is DC01.",
        "Nothing tells the time: the clock is that of a new organization.",
        "The transcript uses variables that it does not set; they held:",
        "$size = [Microsoft.Exchange.Data.ByteQuantifiedSize]::Parse('1006 MB')",
        "Inferred for --edition Exchange2010 from 3 entries",
        "",
      ].join("\n"),
      exitCode: 0,
    });
    expect((await ems(["--org", path], "(Get-MailboxDatabase).Name\n")).out).toBe(
      "[PS] C:\\>(Get-MailboxDatabase).Name\nDB1\n",
    );
    const prose = await ems(["org", "infer", await folder.file("prose.txt", "Good morning.\n")]);
    expect(prose).toEqual({
      out: "",
      errors: "There is no entry to infer from: no line begins with a prompt such as [PS] C:\\>\n",
      exitCode: 1,
    });
  });

  it.each([
    ["prose.json", "hello", "holds no organization: "],
    ["list.json", "[]", "it is no JSON object"],
    ["wrong.json", '{ "domain": 5 }', "domain"],
    ["other.json", '{ "format": "x" }', "this is no topology"],
  ])("says what is wrong with %s", async (name, text, message) => {
    const { errors, exitCode } = await ems(["org", "show", "--org", await folder.file(name, text)]);
    expect(errors).toContain(message);
    expect(exitCode).toBe(2);
  });
});
