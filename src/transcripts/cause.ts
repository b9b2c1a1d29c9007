import type { EditionName } from "../shell/edition-names.js";
import type { RunResult } from "../shell/result.js";

/** Why an entry may show something else than the transcript holds: a guess, with what it rests on. */
export type Cause =
  | { readonly kind: "otherWidth"; readonly width: number }
  | { readonly kind: "otherEdition"; readonly edition: EditionName }
  | { readonly kind: "missingObject"; readonly message: string }
  | { readonly kind: "notEmulated"; readonly message: string }
  | { readonly kind: "unknownCommand"; readonly message: string }
  | { readonly kind: "unanswered"; readonly question: string };

/** What the result of an entry itself tells; `undefined`: nothing. */
export function causeIn(result: RunResult, shown: string): Cause | undefined {
  if (result.status === "asking") return { kind: "unanswered", question: lastLine(result.text) };
  for (const { id, message } of result.errors) {
    if (id.startsWith("NotEmulated")) return { kind: "notEmulated", message };
    if (id === "CommandNotFoundException" && !withoutBreaks(shown).includes("CommandNotFoundException"))
      return { kind: "unknownCommand", message: firstSentence(message) };
    if (isMissingObject(id, message) && !withoutBreaks(shown).includes(withoutBreaks(message))) {
      return { kind: "missingObject", message };
    }
  }
  return undefined;
}

/** The guess as a sentence. */
export function causeText(cause: Cause): string {
  switch (cause.kind) {
    case "otherWidth":
      return `The window was ${cause.width} columns wide: at that width it shows what the transcript holds.`;
    case "otherEdition":
      return `It was another shell: ${cause.edition} shows what the transcript holds.`;
    case "missingObject":
      return `An object is missing in the organization: ${cause.message}`;
    case "notEmulated":
      return cause.message;
    case "unknownCommand":
      return `This shell has no such command: ${cause.message}`;
    case "unanswered":
      return `It asks, and the transcript holds no answer: ${cause.question}`;
  }
}

function firstSentence(text: string): string {
  return text.slice(0, text.search(/\. [A-Z]/) + 1 || undefined);
}

function isMissingObject(id: string, message: string): boolean {
  return /ObjectNotFoundException|ManagementObjectNotFound/.test(id) || /couldn't be found|wasn't found/.test(message);
}

function withoutBreaks(text: string): string {
  return text.replaceAll(/\s+/g, "");
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf("\n") + 1).trimEnd();
}
