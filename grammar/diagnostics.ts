import { type ParseError, type ParseErrorId, parseErrorTexts } from "./parse-error.js";

const noErrors: readonly ParseError[] = [];

/** Collects the errors of one parse, in the order in which the parser meets them. */
export class Diagnostics {
  private found: ParseError[] | undefined;
  private seen: Set<string> | undefined;

  /** `texts`: of errors that the edition words in its own way. */
  constructor(private readonly texts: Partial<Readonly<Record<ParseErrorId, string>>> = {}) {}

  get errors(): readonly ParseError[] {
    return this.found ?? noErrors;
  }

  /**
   * A text that is read again in another mode fails again: the same error in the same place counts once.
   */
  report(id: ParseErrorId, start: number, end: number, incomplete: boolean, details: readonly string[]): void {
    const key = `${id} ${start} ${end}`;
    // Most texts are right: these are made for the others.
    this.seen ??= new Set();
    this.found ??= [];
    if (this.seen.has(key)) return;
    this.seen.add(key);
    const text = this.texts[id] ?? parseErrorTexts[id];
    const message = text.replace(/\{(\d)\}/g, (_, index: string) => details[Number(index)] ?? "");
    this.found.push({ id, message, start, end, incomplete });
  }
}
