import { expect, test } from "vitest";
import { createShell } from "../../../src/index.js";
import { shows } from "../support.js";

// The first row stands in the reference documentation of Get-Random; the others are System.Random's, asked of .NET.
shows([
  ["Get-Random -Maximum 100 -SetSeed 23; 1..3 | ForEach-Object { Get-Random -Maximum 100 }", ["74", "56", "84", "46"]],
  [
    ["Get-Random -SetSeed -5 | Out-Null", "Get-Random; Get-Random"],
    ["610783965", "564707973"],
  ],
  ["Get-Random -SetSeed 1 -Minimum 0.0 -Maximum 1.0", ["0.248668584157093"]],
  ["Get-Random -SetSeed 2147483647", ["1559595546"]],
]);

test("seeded numbers are undone and forked", () => {
  const shell = createShell({ edition: "PowerShell7" });
  shell.run("Get-Random -Maximum 100 -SetSeed 23");
  const fork = shell.fork();
  expect(shell.run("Get-Random -Maximum 100").text).toBe("56\n");
  shell.undo();
  expect(shell.run("Get-Random -Maximum 100").text).toBe("56\n");
  expect(fork.run("Get-Random -Maximum 100").text).toBe("56\n");
});
