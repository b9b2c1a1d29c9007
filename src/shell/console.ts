import type { Host, HostQuestion } from "../runtime/streams.js";
import type { Question } from "./result.js";

/** How a session's questions are answered. */
export interface AnswerSource {
  /** Asked first; `undefined` leaves the question to the queue. */
  readonly ask: ((question: Question) => string | undefined) | undefined;
  /** Answers in the order in which they are used up. */
  readonly queue: string[];
}

/** Thrown through the running line when nobody answers a question; `run` turns it into the status `asking`. */
export class UnansweredQuestion extends Error {
  constructor(readonly question: Question) {
    super("a question was left without an answer");
  }
}

/** The console that a session writes to: collects the text of an entry and hands out answers. */
export class ConsoleHost implements Host {
  readonly name = "ConsoleHost";
  private shown: string[] = [];
  private warned: string[] = [];

  constructor(
    public width: number,
    public height: number,
    private readonly answers: AnswerSource,
    private readonly layoutMessage: (kind: "warning" | "verbose" | "debug", text: string, width: number) => string,
    private readonly onWrite: ((text: string) => void) | undefined,
  ) {}

  write(text: string): void {
    if (text === "") return;
    this.shown.push(text);
    this.onWrite?.(text);
  }

  writeMessage(kind: "warning" | "verbose" | "debug", text: string): void {
    if (kind === "warning") this.warned.push(text);
    this.write(this.layoutMessage(kind, text, this.width));
  }

  ask(question: HostQuestion): string {
    this.write(question.prompt);
    const asked: Question = {
      kind: question.kind,
      caption: question.caption,
      message: question.message,
      choices: question.choices.map((choice) => choice.label),
      default: question.defaultChoice,
      secret: question.kind === "secret",
    };
    const answer = this.answers.ask?.(asked) ?? this.answers.queue.shift();
    if (answer === undefined) throw new UnansweredQuestion(asked);
    this.write(`${answer}\n`);
    return answer;
  }

  /** The text shown since the last call. */
  take(): string {
    const text = this.shown.join("");
    this.shown = [];
    return text;
  }

  /** The warnings shown since the last call, without their prefix. */
  takeWarnings(): readonly string[] {
    const warnings = this.warned;
    this.warned = [];
    return warnings;
  }
}
