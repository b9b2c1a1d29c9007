import { continuationPrompt } from "../entries.js";

/** Where on the screen something stands, from the beginning of the prompt. */
interface Place {
  readonly row: number;
  readonly column: number;
}

/** Draws the text that is being typed, again after each key; everything else is written behind it. */
export class Screen {
  /** How many rows below the prompt's first row the cursor stands. */
  private row = 0;

  constructor(
    private readonly write: (text: string) => void,
    private readonly columns: () => number,
  ) {}

  /** The next drawing begins where the cursor stands. */
  begin(): void {
    this.row = 0;
  }

  /**
   * Draws a prompt and a text, and puts the cursor into it.
   * @param coloured the text as it is shown: with colours, and else the same
   */
  draw(prompt: string, text: string, cursor: number, coloured = text): void {
    const columns = this.columns();
    const end = placeBehind(prompt, text, columns);
    const at = placeBehind(prompt, text.slice(0, cursor), columns);
    const shown = `${prompt}${coloured.replaceAll("\n", `\r\n${continuationPrompt}`)}`;
    // A row that is just full leaves the cursor on it, until something more is written.
    const wrapped = end.column === 0 ? "\r\n" : "";
    this.write(`${up(this.row)}\r\u001b[J${shown}${wrapped}${up(end.row - at.row)}\r${right(at.column)}`);
    this.row = at.row;
  }

  /** Leaves the text behind: the cursor goes to the beginning of the row below it. */
  leave(prompt: string, text: string): void {
    const end = placeBehind(prompt, text, this.columns());
    const down = end.row - this.row;
    this.write(`${down > 0 ? `\u001b[${down}B` : ""}\r\n`);
    this.row = 0;
  }

  clear(): void {
    this.write("\u001b[H\u001b[2J");
    this.row = 0;
  }
}

const up = (rows: number): string => (rows > 0 ? `\u001b[${rows}A` : "");
const right = (columns: number): string => (columns > 0 ? `\u001b[${columns}C` : "");

function placeBehind(prompt: string, text: string, columns: number): Place {
  let row = 0;
  let column = 0;
  for (const character of `${prompt}${text.replaceAll("\n", `\n${continuationPrompt}`)}`) {
    if (character === "\n") {
      row++;
      column = 0;
      continue;
    }
    const width = widthOf(character);
    if (column + width > columns) {
      row++;
      column = 0;
    }
    column += width;
    if (column === columns) {
      row++;
      column = 0;
    }
  }
  return { row, column };
}

/** Columns of a character: two of East Asia's and of pictures, none of marks above others. */
function widthOf(character: string): number {
  if (/\p{Mark}/u.test(character)) return 0;
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u.test(
    character,
  )
    ? 2
    : 1;
}
