import type { Question } from "./result.js";

/** An answer that a line got. */
export interface GivenAnswer {
  readonly text: string;
  /** Taken from the queue: taken again when the line runs again. */
  readonly isQueued: boolean;
}

/** Who answers the questions of a session: what a line was answered before, the function `ask`, the queue. */
export class Answers {
  /** What the line that runs was answered so far. */
  private given: GivenAnswer[] = [];
  private replayed: readonly GivenAnswer[] = [];

  constructor(
    private readonly ask: ((question: Question) => string | undefined) | undefined,
    /** Answers to come, in their order; replaced as a whole when one is used up. */
    public queue: readonly string[],
  ) {}

  /** A line begins; when it ran before up to a question without an answer, with the answers that it has now. */
  begin(replayed: readonly GivenAnswer[]): void {
    this.given = [];
    this.replayed = replayed;
  }

  /** What the line that runs was answered so far, for its next run. */
  get soFar(): readonly GivenAnswer[] {
    return this.given;
  }

  /** The answer to the next question of the line; `undefined`: nobody answers. */
  next(question: Question): string | undefined {
    const answer = this.replayed[this.given.length] ?? this.askAnew(question);
    if (answer === undefined) return undefined;
    if (answer.isQueued) this.queue = this.queue.slice(1);
    this.given.push(answer);
    return answer.text;
  }

  private askAnew(question: Question): GivenAnswer | undefined {
    const asked = this.ask?.(question);
    if (asked !== undefined) return { text: asked, isQueued: false };
    const [queued] = this.queue;
    return queued === undefined ? undefined : { text: queued, isQueued: true };
  }
}
