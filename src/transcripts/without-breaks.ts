/** `Name   : Anna`. */
const listLine = /^\w+ +:(?: |$)/;
/** A row of a table: cells that several blanks part, or the dashes below its head. */
const tableRow = /\S(?: {2,}|\t)\S|^-{2,}/;
/** A note of an error begins so, and what is further in goes on with it. */
const note = /^ {4}\+ /;
/** The position of an error: the line and what underlines it. */
const position = /^\+ |^At (?:line:\d|.+\.ps1:\d)/;

/** A text in which lines that go on in the next one are joined with it, without the blanks between. */
export function withoutBreaks(text: string): string {
  const whole: string[] = [];
  for (const line of text.split("\n")) {
    const above = whole.at(-1);
    if (above === undefined || !goesOn(above, line)) whole.push(line);
    else whole[whole.length - 1] = `${above.trimEnd()}${line.trim()}`;
  }
  return whole.join("\n");
}

function goesOn(above: string, line: string): boolean {
  if (line.trim() === "" || above.trim() === "") return false;
  if (/^ {2,}/.test(line)) return !note.test(line);
  return isProse(above) && isProse(line);
}

const isProse = (line: string): boolean =>
  /^\S/.test(line) && !listLine.test(line) && !tableRow.test(line) && !position.test(line);
