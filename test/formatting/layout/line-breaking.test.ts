import { describe, expect, it } from "vitest";
import { breakLines, splitLines } from "../../../src/formatting/layout/line-breaking.js";

describe("breaking lines", () => {
  it("leaves lines that fit as they are", () => {
    expect(breakLines("as it is ", 9, 9)).toEqual(["as it is "]);
    expect(breakLines("", 5, 5)).toEqual([""]);
  });

  it("breaks between words and keeps the blank with the word before it", () => {
    expect(breakLines("Handles mail for the east region", 15, 15)).toEqual([
      "Handles mail ",
      "for the east ",
      "region",
    ]);
  });

  it("pours a word that is wider than a line from where the line stands", () => {
    expect(breakLines("HO-EX2010-MB1\\Mailbox Database 0000000001", 5, 5)).toEqual([
      "HO-EX",
      "2010-",
      "MB1\\M",
      "ailbo",
      "x Dat",
      "abase",
      " 0000",
      "00000",
      "1",
    ]);
    expect(breakLines("Administrator the quick", 6, 6)).toEqual(["Admini", "strato", "r the ", "quick"]);
  });

  it("honours line breaks in the text", () => {
    expect(splitLines("a\r\nb\nc\r")).toEqual(["a", "b", "c"]);
    expect(breakLines("one\n", 9, 9)).toEqual(["one", ""]);
  });

  it("lets no-break spaces vanish where it breaks", () => {
    expect(breakLines("x\u00a0yx\u00a0y", 4, 4)).toEqual(["xyxy"]);
    expect(breakLines("x\u00a0y", 4, 4)).toEqual(["x\u00a0y"]);
  });

  it("uses another width for the first line", () => {
    expect(breakLines("aa bb cc", 3, 6)).toEqual(["aa ", "bb cc"]);
  });

  it("takes no longer for a long line than for its words", () => {
    const long = "word ".repeat(200_000);
    const start = performance.now();
    expect(breakLines(long, 80, 80)).toHaveLength(12_500);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
