import fc from "fast-check";
import { expect, it } from "vitest";
import { createShell, restoreShell, type Shell } from "../../src/index.js";
import { changingLines } from "./changing-lines.js";

const stateOf = (shell: Shell): string => JSON.stringify(shell.snapshot());

/** Lines that work on the same few variables, so that random sequences of them meet. */
const pieces = [
  ...changingLines.filter(({ edition }) => edition === undefined).flatMap(({ setup, line }) => [...setup, line]),
  "$a = $h; $l = $a; $x = $l",
  "$h = @{ a = 1, 2; b = @{ c = 3 } }; $o = [pscustomobject]@{ A = $h; B = $l }",
  "$h.b.c++; $h.a[0] = $o; $o.A.z = $x",
  "$b = { $x + 1 }.GetNewClosure(); & $b; $x = 9; & $b",
  "function f { $script:x += 1; $global:h.n = $script:x; $script:x }; f; f",
  "foreach ($i in 1..5) { if ($i -eq 4) { break }; $t += $i }; $t",
  "try { $h.missing.call() } catch { $e = $_; $e.Exception.Message } finally { $f += 1 }; $f",
  "$null = 1..3 | ForEach-Object -Begin { $sum = 0 } -Process { $sum += $_ } -End { $sum } -OutVariable out; $out",
  "Get-Variable a, h, l, x -ErrorAction SilentlyContinue | Remove-Variable -ErrorAction SilentlyContinue",
  "1, 'x', 2.5 | Tee-Object -Variable l; $l[1] = $null; \"$l\"",
];

const sessions = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 7 });

it("every line of a random session can be taken back, and gives the same text again", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(sessions, (lines) => {
      const shell = createShell({ edition: "PowerShell7" });
      const states = [stateOf(shell)];
      for (const line of lines) {
        const { text } = shell.run(line);
        shell.undo();
        expect(stateOf(shell)).toBe(states.at(-1));
        expect(shell.run(line).text).toBe(text);
        states.push(stateOf(shell));
      }
      for (const state of states.reverse()) {
        expect(stateOf(shell)).toBe(state);
        shell.undo();
      }
    }),
    { numRuns: 15, seed: 20_130_603 },
  );
});

it("a fork and a snapshot of a random session behave as its shell does", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(sessions, sessions, (before, after) => {
      const shell = createShell({ edition: "PowerShell7" });
      for (const line of before) shell.run(line);
      const written = stateOf(shell);
      const fork = shell.fork();
      const restored = restoreShell(JSON.parse(written));
      const texts = after.map((line) => fork.run(line).text);
      expect(stateOf(shell)).toBe(written);
      expect(after.map((line) => restored.run(line).text)).toEqual(texts);
      expect(after.map((line) => shell.run(line).text)).toEqual(texts);
      expect([stateOf(fork), stateOf(restored)]).toEqual([stateOf(shell), stateOf(shell)]);
    }),
    { numRuns: 15, seed: 20_130_603 },
  );
});
