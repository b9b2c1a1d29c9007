import { describe, expect, test } from "vitest";
import { confirm, fiveChoices, promptForChoice, threeChoices } from "../../src/binding/confirmation.js";
import { Session } from "./support.js";

function asked(answers: string[], offered: typeof fiveChoices): { readonly answer: string; readonly shown: string } {
  const session = new Session(answers);
  const answer = confirm(session.context.host, "Confirm", "Remove x?", offered);
  return { answer, shown: session.shown.join("") };
}

const five = '[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [S] Suspend  [?] Help (default is "Y"): ';

describe("confirmation", () => {
  test.each([
    ["", "Yes"],
    ["y", "Yes"],
    ["A", "YesToAll"],
    ["no", "No"],
    ["No to All", "NoToAll"],
  ])("%j means %s", (typed, answer) => {
    expect(asked([typed], fiveChoices)).toEqual({ answer, shown: `\nConfirm\nRemove x?\n${five}${typed}\n` });
  });

  test("an answer that is none of the choices asks again, without caption and message", () => {
    expect(asked(["Q", "n"], fiveChoices)).toEqual({
      answer: "No",
      shown: `\nConfirm\nRemove x?\n${five}Q\n${five}n\n`,
    });
  });

  test("suspending asks everything again", () => {
    const three = '[Y] Yes  [N] No  [S] Suspend  [?] Help (default is "Y"): ';
    expect(asked(["s", "y"], threeChoices).shown).toBe(
      `\nConfirm\nRemove x?\n${three}s\n\nConfirm\nRemove x?\n${three}y\n`,
    );
  });

  test("a question mark explains the choices", () => {
    expect(asked(["?", ""], threeChoices).shown).toContain("Y - Continue with only the next step of the operation.\n");
  });
});

test("choices of a script's own", () => {
  const session = new Session(["m"]);
  const choices = ["&Yes", "&No", "&Maybe"].map((label) => ({ label, help: "" }));
  expect(promptForChoice(session.context.host, "t", "m", choices, 1)).toBe(2);
  expect(session.shown.join("")).toBe('\nt\nm\n[Y] Yes  [N] No  [M] Maybe  [?] Help (default is "N"): m\n');
});
