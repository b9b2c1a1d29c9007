import type { Completion } from "../../index.js";

/** A key as Node's readline tells it. */
export interface Key {
  readonly name?: string | undefined;
  readonly sequence?: string | undefined;
  readonly ctrl?: boolean | undefined;
  readonly meta?: boolean | undefined;
  readonly shift?: boolean | undefined;
}

/** What a key asks of whoever runs the editor; `edited`: draw it again. */
export type KeyEffect = "edited" | "submit" | "give up" | "end" | "complete" | "complete backwards" | "list" | "clear";

/** How a completion that Tab walks through began. */
interface Cycle {
  readonly before: string;
  readonly after: string;
  readonly matches: readonly string[];
  readonly index: number;
}

/** The text that is being typed, of one or more lines, and what keys do to it. Knows nothing of a terminal. */
export class LineEditor {
  text = "";
  cursor = 0;
  private cycle: Cycle | null = null;
  /** Where in the history the text is from; its length: none of it. */
  private place: number;
  private draft = "";

  /**
   * @param history entries, the oldest first
   * @param isIncomplete whether a text goes on in a further line when Enter is typed
   */
  constructor(
    private readonly history: readonly string[],
    private readonly isIncomplete: (text: string) => boolean,
  ) {
    this.place = history.length;
  }

  /** Takes a key. */
  press(typed: string | undefined, key: Key): KeyEffect {
    if (key.name === "tab" && this.text.trim() !== "") return key.shift === true ? "complete backwards" : "complete";
    this.cycle = null;
    if (key.ctrl === true) return this.pressControl(key);
    if (key.meta === true && key.name !== "return" && key.name !== "enter") return this.pressMeta(key);
    switch (key.name) {
      case "return":
      case "enter":
        if (key.meta !== true && !this.isIncomplete(this.text)) return "submit";
        return this.insert("\n");
      case "backspace":
        return this.replace(this.cursor - this.width(-1), this.cursor, "");
      case "delete":
        return this.replace(this.cursor, this.cursor + this.width(1), "");
      case "left":
        return this.moveTo(this.cursor - this.width(-1));
      case "right":
        return this.moveTo(this.cursor + this.width(1));
      case "home":
        return this.moveTo(this.lineStart());
      case "end":
        return this.moveTo(this.lineEnd());
      case "up":
        return this.lineStart() > 0 ? this.moveLine(-1) : this.recall(this.place - 1);
      case "down":
        return this.lineEnd() < this.text.length ? this.moveLine(1) : this.recall(this.place + 1);
      case "escape":
        return this.replace(0, this.text.length, "");
      default:
        return this.insert(printable(typed ?? key.sequence ?? ""));
    }
  }

  /** Puts in what Tab found, or goes on to the next of it. */
  complete(completion: Completion | null, step: 1 | -1): KeyEffect {
    if (this.cycle !== null) {
      const { matches, index } = this.cycle;
      this.cycle = { ...this.cycle, index: (index + step + matches.length) % matches.length };
    } else if (completion !== null && completion.matches.length > 0) {
      const { start, length, matches } = completion;
      const texts = matches.map(({ text }) => text);
      const index = step > 0 ? 0 : texts.length - 1;
      const after = this.text.slice(start + length);
      this.cycle = { before: this.text.slice(0, start), after, matches: texts, index };
    } else return "edited";
    const { before, after, matches, index } = this.cycle;
    this.text = `${before}${matches[index] ?? ""}${after}`;
    this.cursor = this.text.length - after.length;
    return "edited";
  }

  /** Whether Tab walks through matches that are known already. */
  get isCycling(): boolean {
    return this.cycle !== null;
  }

  private pressControl({ name }: Key): KeyEffect {
    switch (name) {
      case "c":
        return "give up";
      case "d":
        return this.text === "" ? "end" : this.replace(this.cursor, this.cursor + this.width(1), "");
      case "l":
        return "clear";
      case "space":
      case "`":
        return "list";
      case "a":
        return this.moveTo(this.lineStart());
      case "e":
        return this.moveTo(this.lineEnd());
      case "b":
        return this.moveTo(this.cursor - this.width(-1));
      case "f":
        return this.moveTo(this.cursor + this.width(1));
      case "p":
        return this.recall(this.place - 1);
      case "n":
        return this.recall(this.place + 1);
      case "u":
        return this.replace(this.lineStart(), this.cursor, "");
      case "k":
        return this.replace(this.cursor, this.lineEnd(), "");
      case "w":
      case "backspace":
        return this.replace(this.wordStart(), this.cursor, "");
      case "left":
        return this.moveTo(this.wordStart());
      case "right":
        return this.moveTo(this.wordEnd());
      case "home":
        return this.moveTo(0);
      case "end":
        return this.moveTo(this.text.length);
      default:
        return "edited";
    }
  }

  private pressMeta({ name }: Key): KeyEffect {
    switch (name) {
      case "b":
      case "left":
        return this.moveTo(this.wordStart());
      case "f":
      case "right":
        return this.moveTo(this.wordEnd());
      case "d":
        return this.replace(this.cursor, this.wordEnd(), "");
      case "backspace":
        return this.replace(this.wordStart(), this.cursor, "");
      default:
        return "edited";
    }
  }

  private insert(typed: string): KeyEffect {
    return this.replace(this.cursor, this.cursor, typed);
  }

  private replace(from: number, to: number, by: string): KeyEffect {
    const start = Math.max(0, from);
    this.text = this.text.slice(0, start) + by + this.text.slice(to);
    this.cursor = start + by.length;
    return "edited";
  }

  private moveTo(cursor: number): KeyEffect {
    this.cursor = Math.max(0, Math.min(this.text.length, cursor));
    return "edited";
  }

  /** UTF-16 units of the character before or behind the cursor. */
  private width(direction: 1 | -1): number {
    const at = direction > 0 ? this.cursor : this.cursor - 2;
    return (this.text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }

  private lineStart(): number {
    return this.text.lastIndexOf("\n", this.cursor - 1) + 1;
  }
  private lineEnd(): number {
    const end = this.text.indexOf("\n", this.cursor);
    return end < 0 ? this.text.length : end;
  }

  private moveLine(direction: 1 | -1): KeyEffect {
    const column = this.cursor - this.lineStart();
    this.cursor = direction < 0 ? this.lineStart() - 1 : this.lineEnd() + 1;
    const start = this.lineStart();
    return this.moveTo(Math.min(start + column, this.lineEnd()));
  }

  private wordStart(): number {
    return Math.max(0, this.text.slice(0, this.cursor).search(/\S+\s*$/));
  }
  private wordEnd(): number {
    return this.cursor + (/^\s*\S*/.exec(this.text.slice(this.cursor))?.[0].length ?? 0);
  }

  private recall(place: number): KeyEffect {
    if (place < 0 || place > this.history.length) return "edited";
    if (this.place === this.history.length) this.draft = this.text;
    this.place = place;
    this.text = place === this.history.length ? this.draft : (this.history[place] ?? "");
    this.cursor = this.text.length;
    return "edited";
  }
}

/** What can be typed: no control characters, and line ends of one kind. */
function printable(typed: string): string {
  const text = typed.replaceAll(/\r\n?/g, "\n");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be left out
  return /^\u001b/.test(text) ? "" : text.replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]/g, "");
}
