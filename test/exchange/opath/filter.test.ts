import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FilterSyntaxError, parseFilter } from "../../../src/exchange/opath/filter.js";

const compare = (property: string, operator: string, value: unknown) => ({
  kind: "compare",
  property,
  operator,
  value,
});

describe("parseFilter", () => {
  test.each([
    ["Name -eq 'a'", compare("Name", "eq", "a")],
    ['Name -like "a*"', compare("Name", "like", "a*")],
    ["Name -ne 'it''s'", compare("Name", "ne", "it's")],
    ["HiddenFromAddressListsEnabled -eq $true", compare("HiddenFromAddressListsEnabled", "eq", true)],
    ["CustomAttribute1 -eq $null", compare("CustomAttribute1", "eq", null)],
    ["ResourceCapacity -ge 10", compare("ResourceCapacity", "ge", 10)],
    ["RecipientTypeDetails -EQ RoomMailbox", compare("RecipientTypeDetails", "eq", "RoomMailbox")],
    ["-not (A -eq 1)", { kind: "not", operand: compare("A", "eq", 1) }],
    [
      "A -eq 1 -or B -eq 2 -and C -eq 3",
      {
        kind: "or",
        left: compare("A", "eq", 1),
        right: { kind: "and", left: compare("B", "eq", 2), right: compare("C", "eq", 3) },
      },
    ],
  ])("%s", (text, tree) => expect(parseFilter(text)).toEqual(tree));

  test.each([
    ["", 0],
    ["Name", 4],
    ["Name -is 'a'", 5],
    ["Name -eq", 8],
    ["Name -eq 'a", 9],
    ["(Name -eq 'a'", 13],
    ["Name -eq 'a' Alias -eq 'b'", 13],
    ["Name -eq $name", 9],
    [`${"(".repeat(500)}A -eq 1`, 200],
  ])("%s is refused", (text, position) => {
    expect(() => parseFilter(text)).toThrow(FilterSyntaxError);
    try {
      parseFilter(text);
    } catch (error) {
      expect(error instanceof FilterSyntaxError ? error.position : null).toBe(position);
    }
  });

  test("any text is a filter or a FilterSyntaxError", () => {
    const piece = fc.constantFrom("Name", " ", "-eq", "-and", "-not", "(", ")", "'x'", "5", "$null", '"', "-");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        try {
          parseFilter(pieces.join(""));
        } catch (error) {
          if (!(error instanceof FilterSyntaxError)) throw error;
        }
      }),
    );
  });
});
