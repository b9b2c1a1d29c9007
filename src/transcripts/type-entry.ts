import type { RunResult } from "../shell/result.js";
import type { Shell } from "../shell/shell.js";
import type { TranscriptEntry } from "./reading/read-transcript.js";

/** Questions of one entry that are answered from a transcript; one that asks more asks without end. */
const mostQuestions = 200;

/**
 * Types an entry and answers its questions as the transcript did: with what stands there behind all that is shown so
 * far, else behind the question in a shown line, else with the entry's next known answer. A question that the transcript does not answer is given up.
 */
export function typeEntry(shell: Shell, { typed, shown, answers }: TranscriptEntry): RunResult {
  const lines = shown.split("\n");
  let result = shell.run(typed);
  let from = 0;
  for (let asked = 0; result.status === "asking" && asked < mostQuestions; asked++) {
    const question = result.text.slice(result.text.lastIndexOf("\n") + 1).trimEnd();
    const at = lines.findIndex((line, index) => index >= from && line.startsWith(question));
    const behind = shown.length > result.text.length && shown.startsWith(result.text);
    if (behind) {
      result = shell.answer(shown.slice(result.text.length).split("\n", 1)[0] ?? "");
      continue;
    }
    const answer = at < 0 || question === "" ? answers[asked] : (lines[at] ?? "").slice(question.length).trim();
    if (answer === undefined) return result;
    if (at >= 0) from = at + 1;
    result = shell.answer(answer);
  }
  return result;
}
