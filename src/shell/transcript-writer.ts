import { appendToFile, type Transcription, type Transcripts } from "../cmdlets/index.js";
import type { ExecutionContext } from "../runtime/execution-context.js";

/** An open transcript with the pieces of text that its file does not have yet. */
interface OpenTranscript extends Transcription {
  readonly pieces: string[];
}

/** What the console shows, on its way into the files of the open transcripts. */
export class TranscriptWriter implements Transcripts {
  open: readonly OpenTranscript[] = [];

  constructor(private readonly context: () => ExecutionContext) {}

  /** What is open between two lines, when all text is in the files. */
  get state(): readonly Transcription[] {
    return this.open.map(({ path, withInvocationHeader }) => ({ path, withInvocationHeader }));
  }
  set state(open: readonly Transcription[]) {
    this.open = open.map((each) => ({ ...each, pieces: [] }));
  }

  start(transcription: Transcription, text: string): void {
    this.open = [...this.open, { ...transcription, pieces: [text] }];
  }

  stop(text: string): Transcription | undefined {
    const last = this.open.at(-1);
    if (last === undefined) return undefined;
    this.open = this.open.slice(0, -1);
    this.save({ ...last, pieces: [...last.pieces, text] });
    return last;
  }

  /** Text of the console, with `\n` line ends. */
  write(text: string): void {
    if (this.open.length === 0) return;
    const written = text.replaceAll("\n", "\r\n");
    for (const { pieces } of this.open) pieces.push(written);
  }

  /** A line typed behind the prompt; `header` comes first where it was asked for. */
  writeLine(line: string, header: string): void {
    const written = line.replaceAll("\n", "\r\n");
    for (const { pieces, withInvocationHeader } of this.open) {
      pieces.push(withInvocationHeader ? header + written : written);
    }
  }

  /** The entry has ended: its text goes into the files. */
  flush(): void {
    for (const each of this.open) this.save(each);
    this.open = this.open.map((each) => ({ ...each, pieces: [] }));
  }

  private save({ path, pieces }: OpenTranscript): void {
    if (pieces.length > 0) appendToFile({ context: this.context() }, path, pieces.join(""));
  }
}
