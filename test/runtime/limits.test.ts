import { expect, test } from "vitest";
import { createShell } from "../../src/shell/shell.js";

const shell = () =>
  createShell({
    edition: "PowerShell7",
    profile: "$ErrorView = 'NormalView'",
    limits: { steps: 100_000, output: 1000 },
  });

test.each([
  ["while ($true) {}", "steps"],
  ["for (;;) { 'x' }", "objects"],
  ["while ($true) { 1/0 }", "objects"],
])("%s is stopped, and the session goes on", (line, what) => {
  const session = shell();
  const stopped = session.run(line);
  expect(stopped.status).toBe("stopped");
  expect(stopped.text).toContain(what);
  expect(session.run("1 + 1").text).toBe("2\n");
});

test.each([
  "function dd { dd }; dd",
  "$sb = { & $sb }; & $sb",
  "function ee { $x = $(switch (1) { 1 { foreach ($q in 1) { & { 1 | ForEach-Object { ee } } } } }); $x }; ee",
])("%s overflows the call depth as an error", (line) => {
  const session = shell();
  expect(session.run(line).text).toContain("The script failed due to call depth overflow.");
  expect(session.run("1 + 1").text).toBe("2\n");
});

test("a string that doubles without end is an error that ends the line", () => {
  const session = shell();
  expect(session.run("$s = 'x'; while ($true) { $s += $s }").text).toContain("the limit is");
  expect(session.run("1 + 1").text).toBe("2\n");
});
