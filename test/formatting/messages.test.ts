import { describe, expect, it } from "vitest";
import { powerShell7Formatting, windowsPowerShell5Formatting } from "../../src/formatting/formatting-facts.js";
import { messageText } from "../../src/formatting/messages.js";

describe("messages of the host", () => {
  const text =
    'One or more headers were not specified. Default names starting with "H" have been used in place of any missing headers.';

  it("stand on one line in 7", () => {
    expect(messageText("warning", text, { facts: powerShell7Formatting, width: 120 })).toBe(`WARNING: ${text}\n`);
  });

  it("break before or behind a blank up to 5.1", () => {
    expect(messageText("warning", text, { facts: windowsPowerShell5Formatting, width: 120 })).toBe(
      `WARNING: ${text.slice(0, 110)}\n${text.slice(110)}\n`,
    );
    expect(messageText("verbose", "one two three four", { facts: windowsPowerShell5Formatting, width: 19 })).toBe(
      "VERBOSE: one two \nthree four\n",
    );
  });
});
