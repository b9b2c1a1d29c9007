import { describe, expect, test } from "vitest";
import { powerShell7Binding, windowsPowerShell5Binding } from "../../src/binding/binding-facts.js";
import { findFailure } from "../../src/binding/validation.js";
import type { ParameterValidation } from "../../src/runtime/command-metadata.js";
import { PSArray } from "../../src/values/collections.js";
import type { Value } from "../../src/values/value.js";
import { functionNamed, Session } from "./support.js";

const { context } = new Session();

function failure(validation: ParameterValidation, value: Value): string | null {
  return findFailure(context, powerShell7Binding, validation, value);
}

describe("attributes", () => {
  const set: ParameterValidation = { kind: "ValidateSet", values: ["A", "B c"], ignoreCase: true, errorMessage: null };
  const range: ParameterValidation = { kind: "ValidateRange", min: 1, max: 10 };
  const length: ParameterValidation = { kind: "ValidateLength", min: 2, max: 4 };
  const pattern: ParameterValidation = {
    kind: "ValidatePattern",
    pattern: "^\\d+$",
    ignoreCase: true,
    errorMessage: null,
  };

  test.each<[ParameterValidation, Value]>([
    [set, "a"],
    [set, new PSArray(["A", "b C"])],
    [range, 10],
    [range, "5"],
    [length, "abcd"],
    [pattern, 12],
    [{ kind: "ValidateNotNull" }, ""],
    [{ kind: "ValidateNotNullOrEmpty" }, 0],
    [{ kind: "ValidateCount", min: 1, max: 2 }, new PSArray([1, 2])],
    [{ kind: "ValidateRangeKind", rangeKind: "NonNegative" }, 0],
  ])("%j lets %j pass", (validation, value) => {
    expect(failure(validation, value)).toBeNull();
  });

  test.each<[ParameterValidation, Value, string]>([
    [
      set,
      "z",
      'The argument "z" does not belong to the set "A,B c" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again.',
    ],
    [{ ...set, errorMessage: "{0} is not one of {1}!" }, "z", "z is not one of A,B c!"],
    [
      range,
      11,
      "The 11 argument is greater than the maximum allowed range of 10. Supply an argument that is less than or equal to 10 and then try the command again.",
    ],
    [
      range,
      "abc",
      'The argument cannot be validated because its type "String" is not the same type (Int32) as the maximum and minimum limits of the parameter. Make sure the argument is of type Int32 and then try the command again.',
    ],
    [
      length,
      "a",
      'The character length (1) of the argument is too short. Specify an argument with a length that is greater than or equal to "2", and then try the command again.',
    ],
    [
      pattern,
      "ab",
      'The argument "ab" does not match the "^\\d+$" pattern. Supply an argument that matches "^\\d+$" and try the command again.',
    ],
    [
      { kind: "ValidateRangeKind", rangeKind: "Positive" },
      0,
      'The argument "0" cannot be validated because its value is not greater than zero.',
    ],
    [
      { kind: "ValidateCount", min: 1, max: 2 },
      new PSArray([1, 2, 3]),
      "The parameter requires at least 1 value(s) and no more than 2 value(s) - 3 value(s) were provided.",
    ],
  ])("%j refuses %j", (validation, value, expected) => {
    expect(failure(validation, value)).toBe(expected);
  });

  test("5.1 counts in other words", () => {
    const count: ParameterValidation = { kind: "ValidateCount", min: 1, max: 2 };
    expect(findFailure(context, windowsPowerShell5Binding, count, new PSArray([]))).toBe(
      "The number of provided arguments (0) is fewer than the minimum number of allowed arguments (1). Provide more than 1 arguments, and then try the command again.",
    );
  });
});

describe("mandatory parameters", () => {
  const f = functionNamed("f", {
    S: { position: 0, type: "string", mandatory: true },
    A: { position: 1, type: "string[]", mandatory: true },
  });
  test.each<[Value[], string]>([
    [
      ["", "a"],
      "Cannot bind argument to parameter 'S' because it is an empty string. ParameterArgumentValidationErrorEmptyStringNotAllowed,f",
    ],
    [
      ["x", new PSArray([])],
      "Cannot bind argument to parameter 'A' because it is an empty array. ParameterArgumentValidationErrorEmptyArrayNotAllowed,f",
    ],
    [
      ["x", new PSArray(["a", null])],
      "Cannot bind argument to parameter 'A' because it is null. ParameterArgumentValidationErrorNullNotAllowed,f",
    ],
    [
      [null, "a"],
      "Cannot bind argument to parameter 'S' because it is an empty string. ParameterArgumentValidationErrorEmptyStringNotAllowed,f",
    ],
  ])("%j", (typed, expected) => {
    expect(new Session().describe(f, typed)).toBe(expected);
  });
});

test("a parameter that is not emulated is refused, never ignored", () => {
  const f = functionNamed("Get-Thing", { AsJob: { type: "switch", coverage: "refused" } });
  expect(new Session().describe(f, ["-AsJob"])).toBe(
    "The emulator does not do what -AsJob of Get-Thing asks for. The command works without this parameter. NotEmulated,Get-Thing",
  );
});
