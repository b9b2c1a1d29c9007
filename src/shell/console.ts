import { breakLines } from "../formatting/layout/line-breaking.js";
import type { Host, HostQuestion } from "../runtime/streams.js";
import type { Answers } from "./answers.js";
import type { Question } from "./result.js";

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
  /** A question was left without an answer: what the line still does is neither shown nor kept. */
  private isLeft = false;
  /** Characters of a line that runs again which were handed out in its run before. */
  private handedOut = 0;

  constructor(
    public width: number,
    public height: number,
    readonly answers: Answers,
    private readonly layoutMessage: (kind: "warning" | "verbose" | "debug", text: string, width: number) => string,
    private readonly onWrite: ((text: string) => void) | undefined,
    /** Gets all text, also what a line that runs again has handed out before. */
    private readonly onShow: (text: string) => void,
  ) {}

  /**
   * An entry begins.
   * @param handedOut how much of its text was handed out when it ran before, up to a question
   */
  begin(handedOut: number): void {
    this.shown = [];
    this.warned = [];
    this.isLeft = false;
    this.handedOut = handedOut;
  }

  write(text: string): void {
    if (text === "" || this.isLeft) return;
    this.shown.push(text);
    this.onShow(text);
    const known = Math.min(this.handedOut, text.length);
    this.handedOut -= known;
    if (known < text.length) this.onWrite?.(text.slice(known));
  }

  writeMessage(kind: "warning" | "verbose" | "debug", text: string): void {
    if (kind === "warning") this.warned.push(text);
    this.write(this.layoutMessage(kind, text, this.width));
  }

  /** As ConsoleHost breaks it in a window of 120 columns (facts/captures.jsonl, restore-mailbox.1, remove-adpermission.1). */
  writeQuestion(text: string): void {
    const edge = Math.max(this.width - 1, 1);
    this.write(`${breakLines(text, edge, edge).join("\n")}\n`);
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
    const answer = this.isLeft ? undefined : this.answers.next(asked);
    if (answer === undefined) {
      this.isLeft = true;
      throw new UnansweredQuestion(asked);
    }
    // What is secret is echoed by an asterisk a character.
    this.write(`${question.kind === "secret" ? "*".repeat(answer.length) : answer}\n`);
    return answer;
  }

  /** The text of the entry so far. */
  get text(): string {
    return this.shown.join("");
  }
  /** The warnings of the entry so far, without their prefix. */
  get warnings(): readonly string[] {
    return this.warned;
  }
}
