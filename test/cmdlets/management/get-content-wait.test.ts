// Nobody else writes to the files of a session: what waits for more is stopped, as Ctrl+C stops it on a console.
import { expect, test } from "vitest";
import { createShell } from "../../../src/index.js";

const shell = () => createShell({ edition: "PowerShell7", files: { "C:\\log.txt": "one\ntwo\nthree" } });

test("Get-Content -Wait shows what is there, and is stopped", () => {
  const { text, status } = shell().run("Get-Content C:\\log.txt -Tail 2 -Wait; 'never'");
  expect([text, status]).toEqual(["two\nthree\nThe line was stopped: nobody else writes to the file.\n", "stopped"]);
});
test("a pipeline that has enough ends by itself", () => {
  const { text, status } = shell().run("Get-Content C:\\log.txt -Wait | select -First 2; 'after'");
  expect([text, status]).toEqual(["one\ntwo\nafter\n", "completed"]);
});
test("a file that is not there is no reason to wait", () => {
  expect(shell().run("Get-Content C:\\none.txt -Wait -ErrorAction SilentlyContinue; 'after'").text).toBe("after\n");
});
