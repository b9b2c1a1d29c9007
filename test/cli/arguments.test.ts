// What the command line asks for; the program says what is wrong and ends with 2.
import { describe, expect, it } from "vitest";
import { readArguments } from "../../src/cli/arguments.js";
import { type CommandName, helpOf, usage } from "../../src/cli/commands.js";
import { ems } from "./ems.js";

describe("ems, used wrongly", () => {
  it.each([
    [["--edition", "Exchange2003"], "There is no edition 'Exchange2003'; there are "],
    [["--width", "x"], "--width takes a whole number"],
    [["frobnicate"], "There is no command 'frobnicate'"],
    [["run"], "'ems run' needs a FILE."],
    [["replay", "a", "b"], "'ems replay' takes one FILE"],
    [["run", "a", "--write"], "--write needs --files DIR"],
    [["verify", "a", "--tolerate", "typos"], "There is no tolerance 'typos'; there are trailingBlanks, "],
    [["replay", "a", "--infer", "--org", "empty"], "--infer makes the organization of the transcript"],
    [["org", "infer", "a", "--org", "empty"], "'ems org infer' begins with nothing but its transcripts"],
    [["org", "show", "--edition", "Exchange2013"], "--edition belongs to 'ems org infer'"],
    [["verify", "a", "--json"], "--json belongs to 'ems run SCRIPT [ARGUMENTS]'"],
    [["org"], "'ems org' needs one of new, show, export, import, infer."],
    [["org", "import"], "'ems org import' needs a FILE."],
    [["org", "show", "x"], "'ems org show' takes no further FILE"],
    [["--stay"], "--stay belongs to"],
    [["--update"], "--update belongs to"],
    [["verify"], "'ems verify' needs a FILE."],
    [["--unknown"], "Unknown option '--unknown'"],
  ])("%j", (args, message) => {
    expect(readArguments(args)).toEqual({ name: "wrong", message: expect.stringContaining(message) });
  });

  it("says so with the usage, and ends with 2", async () => {
    const { out, errors, exitCode } = await ems(["frobnicate"]);
    expect(out).toBe("");
    expect(errors).toContain("There is no command 'frobnicate'");
    expect(errors.endsWith(`\n\n${usage}\n`)).toBe(true);
    expect(exitCode).toBe(2);
  });

  it("--org without such a name or file says so", async () => {
    const { errors, exitCode } = await ems(["--org", "nowhere"]);
    expect(errors).toContain("There is no organization 'nowhere'; there are ");
    expect(exitCode).toBe(2);
  });
});

describe("ems, asked for help", () => {
  it.each(["run", "replay", "record", "verify", "org"] satisfies CommandName[])("%s --help", (name) => {
    expect(readArguments([name, "--help"])).toEqual({ name: "help", about: name });
    const help = helpOf(name);
    expect(help.startsWith(`ems ${name} `)).toBe(true);
    expect(help).toContain("Exit code: ");
    expect(help).toContain("--org ");
  });

  it("shows it, and ends with 0", async () => {
    expect(await ems(["--help"])).toEqual({ out: `${usage}\n`, errors: "", exitCode: 0 });
    expect(await ems(["run", "--help"])).toEqual({ out: `${helpOf("run")}\n`, errors: "", exitCode: 0 });
    expect(usage).toContain("ems run SCRIPT [ARGUMENTS]");
    expect(usage).toContain("ems replay FILE");
  });
});
