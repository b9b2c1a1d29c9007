import { describe, expect, test } from "vitest";
import type { Shell } from "../../src/index.js";
import { changingLines, started } from "./changing-lines.js";

const stateOf = (shell: Shell): string => JSON.stringify(shell.snapshot());

describe("a line that is taken back leaves nothing behind", () => {
  test.each(changingLines)("$what: $line", (changing) => {
    const { line } = changing;
    const shell = started(changing);
    const before = stateOf(shell);
    const { text } = shell.run(line);
    expect(stateOf(shell)).not.toBe(before);
    expect(shell.undo()).toBe(true);
    expect(stateOf(shell)).toBe(before);
    expect(shell.run(line).text).toBe(text);
  });
});
