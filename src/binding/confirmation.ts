import type { Host } from "../runtime/streams.js";

/** One of several answers; an `&` stands before the letter that picks it. */
export interface Choice {
  readonly label: string;
  readonly help: string;
}

/** What can be answered to a confirmation; the order of the five is the order in which they are shown. */
export type Confirmation = "Yes" | "YesToAll" | "No" | "NoToAll" | "Halt" | "Suspend";

const choices: Readonly<Record<Confirmation, Choice>> = {
  Yes: { label: "&Yes", help: "Continue with only the next step of the operation." },
  YesToAll: { label: "Yes to &All", help: "Continue with all the steps of the operation." },
  No: { label: "&No", help: "Skip this operation and proceed with the next operation." },
  NoToAll: { label: "No to A&ll", help: "Skip this operation and all subsequent operations." },
  Halt: { label: "&Halt Command", help: "Stop this command." },
  Suspend: {
    label: "&Suspend",
    help: 'Pause the current pipeline and return to the command prompt. Type "exit" to resume the pipeline.',
  },
};

/** ShouldProcess, and ShouldContinue with references. */
export const fiveChoices: readonly Confirmation[] = ["Yes", "YesToAll", "No", "NoToAll", "Suspend"];
/** ShouldProcess of a command that runs in a remote session: there is nothing to suspend. */
export const remoteChoices: readonly Confirmation[] = ["Yes", "YesToAll", "No", "NoToAll"];
/** ShouldContinue without references. */
export const threeChoices: readonly Confirmation[] = ["Yes", "No", "Suspend"];
/** The action preference Inquire. */
export const inquireChoices: readonly Confirmation[] = ["Yes", "YesToAll", "Halt", "Suspend"];

/**
 * Asks until the answer is one of the offered; Yes is the default unless another is said. Suspend leads into a nested prompt, which is over
 * at once here, so that the question comes again.
 */
export function confirm(
  host: Host,
  caption: string,
  message: string,
  offered: readonly Confirmation[],
  standard: Confirmation = "Yes",
): Confirmation {
  const list = offered.map((name) => choices[name]);
  for (;;) {
    const answer = offered[promptForChoice(host, caption, message, list, offered.indexOf(standard))];
    if (answer !== undefined && answer !== "Suspend") return answer;
  }
}

/**
 * `$Host.UI.PromptForChoice`: caption, message, the line of choices, and that line again after an answer that is none
 * of them. An empty answer means the default (`-1`: there is none).
 * @returns the index of the chosen
 */
export function promptForChoice(
  host: Host,
  caption: string,
  message: string,
  offered: readonly Choice[],
  defaultChoice: number,
): number {
  const parts = offered.map(splitLabel);
  const prompt = choiceLine(parts, defaultChoice);
  host.write("\n");
  host.writeQuestion(caption);
  host.writeQuestion(message);
  for (;;) {
    const answer = host.ask({ kind: "choice", prompt, caption, message, choices: offered, defaultChoice }).trim();
    if (answer === "" && defaultChoice >= 0) return defaultChoice;
    const text = answer.toLowerCase();
    const index = parts.findIndex(
      ({ key, word }) => text !== "" && (key.toLowerCase() === text || word.toLowerCase() === text),
    );
    if (index >= 0) return index;
    if (text === "?")
      host.write(parts.map(({ key, word }, i) => `${key || word} - ${offered[i]?.help ?? ""}\n`).join(""));
  }
}

interface LabelParts {
  /** The letter that picks it; empty when the label has no `&`. */
  readonly key: string;
  readonly word: string;
}

function splitLabel({ label }: Choice): LabelParts {
  const at = label.indexOf("&");
  if (at < 0 || at === label.length - 1) return { key: "", word: label.replace("&", "") };
  return { key: label.charAt(at + 1).toUpperCase(), word: label.slice(0, at) + label.slice(at + 1) };
}

function choiceLine(parts: readonly LabelParts[], defaultChoice: number): string {
  const shown = parts.map(({ key, word }) => `[${key}] ${word}`).join("  ");
  const chosen = parts[defaultChoice];
  const standard = chosen === undefined ? "" : ` (default is "${chosen.key || chosen.word}")`;
  return `${shown}  [?] Help${standard}: `;
}
