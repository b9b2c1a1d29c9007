import { showProgress } from "./standard-streams.js";

/** So long nothing was shown before it is said that something runs. */
const quietMilliseconds = 1000;

/** Says on a terminal that a script runs, and for how long, while it shows nothing; out of the way of what it shows. */
export class QuietProgress {
  private readonly timer: NodeJS.Timeout;
  private readonly started = performance.now();
  private last = performance.now();
  private isAtLineStart = true;
  private isShown = false;

  constructor(private readonly name: string) {
    this.timer = setInterval(() => this.tick(), quietMilliseconds / 2);
    this.timer.unref();
  }

  /** Before a text is shown. */
  beforeText(text: string): void {
    this.clear();
    this.last = performance.now();
    if (text !== "") this.isAtLineStart = text.endsWith("\n");
  }

  end(): void {
    clearInterval(this.timer);
    this.clear();
  }

  private tick(): void {
    const now = performance.now();
    if (!this.isAtLineStart || now - this.last < quietMilliseconds) return;
    this.isShown = true;
    showProgress(`${this.name}: running for ${Math.floor((now - this.started) / 1000)} s, Ctrl+C stops it`);
  }

  private clear(): void {
    if (this.isShown) showProgress("");
    this.isShown = false;
  }
}
