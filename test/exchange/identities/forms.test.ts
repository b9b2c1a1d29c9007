// Every form in which an object is named means this object, for Get and for all other cmdlets of its noun (what they would do).
import { describe, expect, test } from "vitest";
import { exchangeCmdlets, runningCmdlets } from "../../../src/exchange/cmdlets.js";
import { buildTopology, type Shell } from "../../../src/index.js";
import { said, startShell, type } from "../support.js";
import { listedNouns, unnamedNouns } from "./listed-nouns.js";
import { listedLines } from "./organization.js";
import { type IdentityRow, identityRows } from "./rows.js";

const running = runningCmdlets("2010");
const cmdlets = exchangeCmdlets("2010").filter(({ name }) => running.has(name));
const nounOf = (cmdlet: string): string => cmdlet.slice(cmdlet.indexOf("-") + 1);
const takesIdentity = cmdlets.filter(({ metadata }) => metadata.parameters.some(({ name }) => name === "Identity"));

const organization: Shell = (() => {
  const shell = startShell({ width: 400 });
  const more =
    "Set-Mailbox alan.reid -EmailAddresses @{Add='second.name@fabrikam.com','x500:/o=Old/cn=alan'} -DisplayName 'Display of Alan'";
  type(shell, ...listedLines, more);
  return shell;
})();
const withDevices = startShell({
  width: 400,
  topology: buildTopology({
    domain: "contoso.com",
    servers: ["EX01"],
    databases: [{ name: "DB1", server: "EX01" }],
    mailboxes: [
      {
        name: "Anna Berg",
        devices: [
          { type: "iPhone", id: "Appl1" },
          { type: "WP8", id: "A1B2C3" },
        ],
      },
    ],
  }),
});

/** `contoso.com/Users/Anna Berg`, of a distinguished name. */
function canonicalOf(distinguishedName: string): string {
  const parts = distinguishedName.split(/(?<!\\),/).map((part) => part.split(/=(.*)/s));
  const domain = parts.filter(([kind]) => kind === "DC").map(([, name]) => name);
  const path = parts.filter(([kind]) => kind !== "DC").map(([, name = ""]) => name.replace(/\\(.)/g, "$1"));
  return [domain.join("."), ...path.reverse().map((name) => name.replaceAll("/", "\\/"))].join("/");
}

/** A shell with the row's object in `$o` and its canonical name in `$canonical`. */
function shellFor({ object, devices }: IdentityRow): Shell {
  const shell = (devices === true ? withDevices : organization).fork();
  type(shell, `$o = ${object}`);
  type(shell, `$canonical = '${canonicalOf(said(shell, "$o.DistinguishedName").replaceAll("\n", ""))}'`);
  return shell;
}

/** What is said of an object that is not there, or of a value that is no identity. */
const lost =
  /couldn't be found|Cannot (bind|process|convert)|set cannot|multiple entries|w(as|ere)n't found|no existing/;

/** What a cmdlet says of an object named in some form. */
function answer(shell: Shell, line: string): string {
  const { status, errors, text } = shell.run(line);
  const [message = ""] = errors.map((error) => error.message);
  const shown = (message === "" ? text : message).trim().replaceAll(/\s+/g, " ");
  return status !== "completed" || lost.test(message) || shown === "" ? `not found: ${status} ${message}` : shown;
}

/** What a Get shows of the object: of the noun's own objects their GUID, else all of it but its name. */
function lookOf({ noun, object, get = "" }: IdentityRow, shell: Shell): string {
  const isOwn = object.includes(`Get-${noun} `) && said(shell, "$o.Guid") !== "";
  return `${get} | ${isOwn ? "% { [string]$_.Guid }" : "select * -ExcludeProperty Identity | fl"}`;
}

const argumentsOf = ({ more = {} }: IdentityRow, verb: string, hasWhatIf: boolean): string =>
  `${more[verb] ?? ""} ${hasWhatIf ? "-WhatIf" : ""}`;

const cases = identityRows.flatMap((row) =>
  takesIdentity
    .filter(({ name }) => nounOf(name) === row.noun && row.apart?.[name.slice(0, name.indexOf("-"))] === undefined)
    .map(({ name, metadata }) => ({
      name,
      row,
      object: row.object,
      hasWhatIf: metadata.parameters.some((parameter) => parameter.name === "WhatIf"),
    })),
);

describe("each form means the object", () => {
  test.each(cases)("$name, $object", ({ name, row, hasWhatIf }) => {
    const shell = shellFor(row);
    const verb = name.slice(0, name.indexOf("-"));
    const rest = verb === "Get" ? lookOf(row, shell) : argumentsOf(row, verb, hasWhatIf);
    const answers = row.forms.map((form) => ({ form, text: answer(shell, `${name} -Identity (${form}) ${rest}`) }));
    const [first = { form: "", text: "not found" }] = answers;
    expect(first.text).not.toMatch(/^not found/);
    const asTyped = (form: string): string => said(shell, `"$(${form})"`).replaceAll(/\s+/g, " ");
    // Some say what they do with the words of who typed them.
    const masked = (text: string, form: string): string =>
      text.replaceAll(asTyped(form), "…").replaceAll(asTyped(first.form), "…");
    const wrong = answers.filter(
      ({ form, text }) => text !== first.text && masked(text, form) !== masked(first.text, first.form),
    );
    expect(wrong.map(({ form, text }) => `${form}: ${text.slice(0, 200)}`)).toEqual([]);
  });
});

describe("the table is whole", () => {
  const rows = new Set(identityRows.map(({ noun }) => noun));

  test("every listed noun has a row, or a reason why it has no names", () => {
    expect(listedNouns.filter((noun) => !rows.has(noun) && !unnamedNouns.has(noun))).toEqual([]);
    expect([...unnamedNouns.keys()].filter((noun) => rows.has(noun) || !listedNouns.includes(noun))).toEqual([]);
  });

  test("every cmdlet of theirs that takes an identity is tried", () => {
    const tried = new Set(cases.map(({ name }) => name));
    const untried = takesIdentity
      .map(({ name }) => name)
      .filter((name) => listedNouns.includes(nounOf(name)) && !unnamedNouns.has(nounOf(name)) && !tried.has(name));
    expect(untried).toEqual(["Connect-Mailbox", "Enable-MailPublicFolder", "Add-ManagementRoleEntry"]);
  });

  test("every listed noun runs", () => {
    const nouns = new Set(cmdlets.map(({ name }) => nounOf(name)));
    expect(listedNouns.filter((noun) => !nouns.has(noun))).toEqual([]);
  });
});
