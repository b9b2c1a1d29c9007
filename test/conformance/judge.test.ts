import { describe, expect, it } from "vitest";
import { judge } from "./play.js";

const typed = ["1", "2"];

describe("judge", () => {
  it("counts lines, and the case as right when all of them are", () => {
    const recorded = ["1\n", "2\n"];
    expect(judge({ id: "x" }, { typed, recorded, shown: ["1\n", "2\n"] })).toEqual({
      id: "x",
      right: true,
      lines: 2,
      linesRight: 2,
      onlySpacing: false,
    });
    expect(judge({ id: "x" }, { typed, recorded, shown: ["1\n", "3\n"] })).toMatchObject({
      right: false,
      linesRight: 1,
    });
  });

  it("tells when only blanks and line ends are wrong", () => {
    const recorded = ["a  b\n", "\nc\n"];
    expect(judge({ id: "x" }, { typed, recorded, shown: ["a b\n", "c\n\n"] })).toMatchObject({
      right: false,
      linesRight: 0,
      onlySpacing: true,
    });
  });

  it("counts an exception as a crash, not as spacing", () => {
    const played = { typed, recorded: ["", ""], shown: [], crash: "Error: x" };
    expect(judge({ id: "x" }, played)).toMatchObject({ right: false, onlySpacing: false, crash: "Error: x" });
  });
});
