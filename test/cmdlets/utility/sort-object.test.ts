import { describe, expect, test } from "vitest";
import { introsort } from "../../../src/cmdlets/object-order.js";
import { fails, shows } from "../support.js";

describe("Sort-Object", () => {
  shows([
    ["(3,1,2 | sort) -join ' '", ["1 2 3"]],
    ["('b','A','a' | sort) -join ' '", ["A a b"]],
    ["('b','A','a' | sort -CaseSensitive) -join ' '", ["a A b"]],
    ["('b','A','a','B' | sort -Unique) -join ' '", ["A b"]],
    ["('ccc','a','bb' | sort Length -Descending) -join ' '", ["ccc bb a"]],
    ["(1..6 | sort { $_ % 2 },@{e={$_};Descending=$true}) -join ' '", ["6 4 2 5 3 1"]],
    ["(5,3,9,1 | sort -Top 2) -join ' '", ["1 3"]],
    ["(5,3,9,1 | sort -Bottom 2) -join ' '", ["5 9"]],
    ["@(3,$null,1 | sort).Count", ["2"]],
    ["([pscustomobject]@{n=1},[pscustomobject]@{m=5} | sort m | % { \"$_\" }) -join ' '", ["@{m=5} @{n=1}"]],
    // Above sixteen elements equal ones change places, as .NET's sort does it.
    ["(1..17 | sort { 0 }) -join ' '", ["1 15 14 13 12 11 10 16 9 7 6 5 4 3 2 8 17"]],
    ["(1..17 | sort { 0 } -Stable)[1]", ["2"]],
  ]);
  fails([["1 | sort @{e={1};n='x'}", "sort : The n key is not valid.", "DictionaryKeyIllegal"]]);
});

test("the sort orders whatever it gets, also what drives quicksort to its depth limit", () => {
  const killer = Array.from({ length: 3000 }, (_, i) => (i % 2 === 0 ? i : 3000 - i));
  for (const items of [killer, [...killer].reverse(), killer.map(() => 1)]) {
    const sorted = [...items];
    introsort(sorted, (a, b) => a - b);
    expect(sorted).toEqual([...items].sort((a, b) => a - b));
  }
});
