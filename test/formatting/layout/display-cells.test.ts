import { describe, expect, it } from "vitest";
import { eastAsianCells, singleCells } from "../../../src/formatting/layout/display-cells.js";

describe("cells on the console", () => {
  it("counts East Asian characters twice from 6.0 on", () => {
    expect(eastAsianCells.width("日本x")).toBe(5);
    expect(singleCells.width("日本x")).toBe(3);
    expect(eastAsianCells.head("日本x", 3)).toBe("日");
    expect(eastAsianCells.tail("x日本", 3)).toBe("本");
  });

  it("does not count the escape sequences of colours", () => {
    expect(eastAsianCells.width("\u001b[31mred\u001b[0m")).toBe(3);
    expect(eastAsianCells.head("\u001b[31mred", 2)).toBe("\u001b[31mre");
    expect(eastAsianCells.width("\u001b[31")).toBe(4);
  });
});
