import { describe, expect, it } from "vitest";
import { sideBySide } from "../../src/transcripts/side-by-side.js";

const titles = { left: "was", right: "is" };

describe("sideBySide", () => {
  it("leaves equal lines alone and marks where a line begins to differ", () => {
    expect(sideBySide("Name\na b \n", "Name\na  b\n", titles)).toBe(
      ["was    is", "----   ----", "Name   Name", "a·b· | a··b", "  ^      ^", ""].join("\n"),
    );
  });

  it("marks lines that stand on one side only", () => {
    expect(sideBySide("a\nb\nc", "a\nc\nd", titles)).toBe(
      ["was   is", "---   ---", "a     a", "b   <", "c     c", "    > d"].join("\n"),
    );
  });
});
