// Every documented failure, warning and question of Exchange answers here, or says why it can't.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { runningCmdlets } from "../../../src/exchange/cmdlets.js";
import { createShell } from "../../../src/index.js";
import { expectText } from "../../support/console.js";
import { organizations } from "./organizations.js";
import { type Answer, type DocumentedMessage, documentedMessages, isAnswer, shows } from "./register.js";
import { register } from "./rows.js";

const releases = ["2010", "2013", "2016", "2019"] as const;
const running = new Set(releases.flatMap((release) => [...runningCmdlets(release)]));

const messageOf = (id: string): DocumentedMessage => {
  const found = documentedMessages.find((message) => message.id === id);
  if (found === undefined) throw new Error(`The facts have no message ${id}.`);
  return found;
};

/** What the console shows for the row's line, with its questions and answers. */
function shown({ edition, organization = "headOffice", user, files, before = [], line, answers = [] }: Answer): string {
  const given = edition === undefined ? {} : { edition };
  const first = createShell({
    topology: organizations[organization](),
    ...given,
    ...(files === undefined ? {} : { files }),
  });
  for (const each of before) {
    const result = first.run(each);
    expect([result.status, ...result.errors.map((error) => error.message)], each).toEqual(["completed"]);
  }
  const shell = user === undefined ? first : createShell({ topology: first.topology, user, ...given });
  let result = shell.run(line);
  for (const answer of answers) {
    expect(result.status, `a question of ${line}`).toBe("asking");
    result = shell.answer(answer);
  }
  return result.text;
}

describe("the register", () => {
  test("has every message of the facts, and no others", () => {
    const ids = new Set(Object.values(register).flatMap((rows) => rows.flatMap(({ evidence }) => evidence)));
    expect([...ids].sort()).toEqual(documentedMessages.map(({ id }) => id).sort());
  });

  test("rows that show nothing say why, and name tests that are there", () => {
    for (const row of Object.values(register).flat()) {
      if (isAnswer(row)) continue;
      expect(row.because, row.evidence.join()).toMatch(/^\w.{20,}[^.]$/);
      for (const cmdlet of row.without ?? []) expect(running.has(cmdlet), `${cmdlet} runs: ${row.because}`).toBe(false);
      if (row.tested === undefined) continue;
      const [file, name] = row.tested;
      expect(readFileSync(new URL(`../../${file}`, import.meta.url), "utf8"), file).toContain(name);
    }
  });
});

/** Thumbprints follow from all that was made before them, also by setup: any is as good as another. */
const alike = (text: string): string => text.replace(/\b[0-9A-F]{40}\b/g, "0".repeat(40));

/** The id that an error was seen with: its hash stays the same wherever it is thrown. */
const seenId = ({ errorId = "" }: DocumentedMessage): string | null =>
  /^(?:\[.*\] )?([0-9A-F]{7,8}),/.exec(errorId)?.[1] ?? null;

test("errors have the ids that were seen", () => {
  for (const row of Object.values(register).flat()) {
    if (!isAnswer(row) || row.differs !== undefined) continue;
    const ids = row.evidence.map((id) => seenId(messageOf(id))).filter((id) => id !== null);
    for (const id of ids) expect(row.text.replace(/\s+/g, ""), row.line).toContain(`${id},`);
  }
});

for (const [name, rows] of Object.entries(register)) {
  describe(name, () => {
    for (const row of rows.filter(isAnswer)) {
      const situations = row.evidence.map((id) => `${id} ${messageOf(id).situation}`).join("; ");
      test(situations, () => {
        expectText(alike(shown(row)), alike(row.text), row.line);
        if (row.differs !== undefined) return;
        for (const id of row.evidence) {
          expect(shows(row.text, messageOf(id), row.names), `${id}: ${messageOf(id).text}`).toBe(true);
        }
      });
    }
  });
}
