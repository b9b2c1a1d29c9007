// The properties of lists, in their order: of every list that the facts have of the main nouns, in the edition it is from.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { EditionName } from "../../../src/index.js";
import { shellWithAll } from "./organization.js";

interface Order {
  /** A capture, an entry of the facts, or a file of serialized objects. */
  readonly evidence: string;
  readonly edition: EditionName;
  readonly line: string;
  /** Whether the object's own order is meant, not that of a list view. */
  readonly all?: true;
  /** Whether an object may have more between them: names were left out, or the list is from memory. */
  readonly partly?: true;
  /** Parted by blanks; the notes of the session apart. */
  readonly names: string;
}

const orders: readonly Order[] = JSON.parse(readFileSync(new URL("./property-orders.json", import.meta.url), "utf8"));

/** What builds after that of the evidence show besides, and what a capture left out at its beginning. */
const besides: Readonly<Record<string, readonly string[]>> = {
  "Exchange2019 Get-ExchangeServer": ["RingLevel"],
  "Exchange2019 Get-OrganizationConfig": ["OabShadowDistributionOldestFileAgeLimit"],
  "Exchange2016 Get-ServerHealth": ["Server"],
};

const notes = new Set(["RunspaceId", "PSComputerName", "PSShowComputerName"]);

test.each(orders)("$edition: $line ($evidence)", ({ edition, line, all, partly, names }) => {
  const text = shellWithAll(edition, 400).run(`@(${line})[0] | fl${all ? " *" : ""}`).text;
  const own = text.split("\n").flatMap((each) => /^([A-Za-z]\w*) *:( |$)/.exec(each)?.[1] ?? []);
  const more = new Set(besides[`${edition} ${line.split(" ")[0]}`]);
  const shown = own.filter((name) => !notes.has(name) && !more.has(name));
  const told = names.split(" ");
  // What stands behind the last of them was cut off, or is what every object ends with.
  const known = shown.slice(0, shown.indexOf(told.at(-1) ?? "") + 1);
  expect(partly ? known.filter((name) => told.includes(name)) : known).toEqual(told);
});
