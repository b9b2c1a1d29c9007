// What parameters do that no property of their own name shows; and that every parameter is tried somewhere.
import { describe, expect, test } from "vitest";
import { exchangeCmdlets, runningCmdlets } from "../../../src/exchange/cmdlets.js";
import { listedNouns } from "../identities/listed-nouns.js";
import { listedLines } from "../identities/organization.js";
import { said, startShell, type } from "../support.js";
import { effects, testedElsewhere } from "./effects.js";
import { isReadBack } from "./trips.js";

const start = startShell({ width: 400 });
type(
  start,
  ...listedLines,
  "$credential = New-Object System.Management.Automation.PSCredential 'ESPNET\\asa$',$password",
  "$null = New-ManagementScope SomeServers -ServerRestrictionFilter \"Name -like 'BR*'\"",
  "$null = New-ManagementScope OnlyServers -ServerRestrictionFilter \"Name -like 'BR*'\" -Exclusive -Force",
  "$null = New-ManagementScope OnlyPeople -RecipientRestrictionFilter \"City -eq 'Riga'\" -Exclusive -Force",
);

const cases = Object.entries(effects).flatMap(([cmdlet, parameters]) =>
  Object.entries(parameters).map(([parameter, effect]) => ({ cmdlet, parameter, ...effect })),
);

describe("what a parameter makes", () => {
  test.each(cases)("$cmdlet -$parameter", ({ line, read, shown }) => {
    const { status, errors } = start.run(line);
    const found = said(start, read);
    start.undo();
    start.undo();
    expect([status, errors.map(({ message }) => message), found]).toEqual(["completed", [], shown]);
  });
});

/** What every cmdlet does with these: directory-parameters.test.ts, and of groups that somebody else manages groups.test.ts. */
const everywhere = ["DomainController", "IgnoreDefaultScope", "Credential", "BypassSecurityGroupManagerCheck"];
const running = runningCmdlets("2010");
const settable = exchangeCmdlets("2010").filter(({ name }) => {
  const [verb = "", noun = ""] = name.split("-");
  return running.has(name) && ["New", "Set", "Enable", "Add"].includes(verb) && listedNouns.includes(noun);
});

describe("every parameter of New, Set, Enable and Add of the listed nouns", () => {
  test.each(settable)("$name", ({ name, metadata }) => {
    const untried = metadata.parameters.filter((parameter) => {
      if (parameter.isCommon || parameter.name === "Identity" || parameter.coverage === "accepted") return false;
      if (everywhere.includes(parameter.name)) return false;
      const known = effects[name]?.[parameter.name] ?? testedElsewhere[name]?.[parameter.name];
      return known === undefined && !isReadBack(name, parameter.name);
    });
    expect(untried.map((parameter) => parameter.name)).toEqual([]);
  });

  test("no reason is left of a parameter that is tried", () => {
    const reasons = Object.entries(testedElsewhere).flatMap(([cmdlet, parameters]) =>
      Object.keys(parameters).map((parameter) => `${cmdlet} ${parameter}`),
    );
    const parameters = new Set(
      settable.flatMap(({ name, metadata }) => metadata.parameters.map((parameter) => `${name} ${parameter.name}`)),
    );
    expect(reasons.filter((reason) => !parameters.has(reason))).toEqual([]);
    expect(
      cases.filter(({ cmdlet, parameter }) => isReadBack(cmdlet, parameter)).map(({ parameter }) => parameter),
    ).toEqual([]);
  });
});
