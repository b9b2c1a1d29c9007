/** An object as a table or a list shows it: texts by property name in small letters. */
export interface ShownObject {
  readonly properties: ReadonlyMap<string, string>;
}

const rule = /^ *-+(?: +-+)* *$/;
const listLine = /^(\w+) +: ?(.*)$/;
const isBlank = (line: string | undefined): boolean => (line ?? "").trim() === "";

/** The objects in the text of one entry: the rows of its tables and the blocks of its lists. */
export function shownObjects(shown: string): ShownObject[] {
  const lines = withoutSpacing(shown.split("\n"));
  const found = [...rowsOf(lines), ...blocksOf(lines)];
  return found.length > 0 ? found : looseRows(lines);
}

/** Cells that several blanks part, or a tab. */
const cellsIn = (line: string): readonly string[] => line.trim().split(/ {2,}| *\t+ */);
const headCell = /^[A-Z][\w()]*$/;

/** A table whose line of dashes a page took for a ruled line: a head, and below it rows with as many cells. */
function looseRows(lines: readonly string[]): ShownObject[] {
  const [head = "", ...rows] = lines.filter((line) => !isBlank(line));
  const names = cellsIn(head);
  if (names.length < 2 || rows.length === 0 || !names.every((name) => headCell.test(name))) return [];
  const cells = rows.map(cellsIn);
  if (!cells.every(({ length }) => length === names.length)) return [];
  return cells.map((row) => ({
    properties: new Map(names.map((name, column) => [name.toLowerCase(), row[column] ?? ""])),
  }));
}

/** A table with an empty line after each line: pages make paragraphs of lines. */
function withoutSpacing(lines: readonly string[]): readonly string[] {
  const at = lines.findIndex((line) => rule.test(line));
  const isSpaced = at >= 2 && isBlank(lines[at - 1]) && !isBlank(lines[at - 2]) && isBlank(lines[at + 1]);
  return isSpaced ? lines.filter((line, index) => !isBlank(line) || isBlank(lines[index - 1])) : lines;
}

interface ColumnPlace {
  readonly name: string;
  readonly start: number;
  /** Where the next column may begin. */
  readonly end: number;
}

interface Row {
  readonly line: string;
  readonly cells: readonly string[];
}

function rowsOf(lines: readonly string[]): ShownObject[] {
  const objects: ShownObject[] = [];
  for (let index = 1; index < lines.length; index++) {
    if (!rule.test(lines[index] ?? "")) continue;
    const columns = columnsOf(headAbove(lines, index), lines[index] ?? "");
    if (columns === undefined) continue;
    const rows: Row[] = [];
    for (index++; index < lines.length && !isBlank(lines[index]); index++) {
      const line = lines[index] ?? "";
      rows.push({ line, cells: cellsOf(line, columns) });
    }
    objects.push(...joined(rows, columns));
  }
  return objects;
}

/** The lines of a table's head: names that are wider than their column go on in the next line. */
function headAbove(lines: readonly string[], dashes: number): readonly string[] {
  let first = dashes;
  while (first > 0 && !isBlank(lines[first - 1])) first--;
  return lines.slice(first, dashes);
}

/** The columns of a table; `undefined` when what stands above the dashes is no head. */
function columnsOf(head: readonly string[], dashes: string): readonly ColumnPlace[] | undefined {
  const groups = [...dashes.matchAll(/-+/g)];
  const columns = groups.map((group, index): ColumnPlace => {
    const start = group.index;
    const end = groups[index + 1]?.index ?? Number.POSITIVE_INFINITY;
    const name = head.map((line) => line.slice(start, end).trim()).join("");
    return { name: name.toLowerCase(), start, end };
  });
  return columns.length > 0 && columns.every(({ name }) => /^\w[\w ]*$/.test(name)) ? columns : undefined;
}

function cellsOf(line: string, columns: readonly ColumnPlace[]): readonly string[] {
  const loose = cellsIn(line);
  // Who hid names in a row moved what stands behind them.
  const isMoved = columns.some(
    ({ start: at }) => at > 0 && /\S\S/.test(line.slice(at - 1, at + 1)) && line.slice(0, at).trim() !== "",
  );
  if (isMoved && loose.length === columns.length) return loose;
  let start = 0;
  return columns.map((column) => {
    // Numbers stand right and may begin before their head; what stands left may reach up to the next column.
    const end = column.end === Number.POSITIVE_INFINITY ? line.length : cellEnd(line, column, start);
    const cell = line.slice(start, end).trim();
    start = end;
    return cell;
  });
}

function cellEnd(line: string, { start, end }: ColumnPlace, from: number): number {
  if (line[end - 1] === " " || line[end - 1] === undefined) return end;
  const gap = line.lastIndexOf(" ", end - 1);
  return gap > Math.max(start, from) ? gap : end;
}

/** Rows as objects; a line whose first cell is empty goes on with the row above it. */
function joined(rows: readonly Row[], columns: readonly ColumnPlace[]): ShownObject[] {
  const longest = Math.max(0, ...rows.map(({ line }) => line.trimEnd().length));
  const objects: string[][] = [];
  rows.forEach(({ cells }, index) => {
    const above = objects.at(-1);
    if (above === undefined || cells[0] !== "" || columns.length === 1) {
      objects.push([...cells]);
      return;
    }
    cells.forEach((cell, column) => {
      if (cell === "") return;
      const { start = 0, end = 0 } = columns[column] ?? {};
      const before = rows[index - 1]?.line.trimEnd().length ?? 0;
      // A word that did not fit moved down; a text that fills its column broke anywhere.
      const isFull =
        end === Number.POSITIVE_INFINITY ? before === longest : (above[column]?.length ?? 0) >= end - start - 1;
      above[column] = `${above[column] ?? ""}${isFull ? "" : " "}${cell}`;
    });
  });
  return objects.map((cells) => ({
    properties: new Map(columns.map(({ name }, column) => [name, cells[column] ?? ""])),
  }));
}

function blocksOf(lines: readonly string[]): ShownObject[] {
  const objects: ShownObject[] = [];
  let block = new Map<string, string>();
  let last = "";
  let lastLength = 0;
  const edge = hardEdge(lines);
  const words = new Set(lines.flatMap((line) => line.match(/[^\s{},]+/g) ?? []));
  const end = (): void => {
    if (block.size > 0) objects.push({ properties: block });
    block = new Map();
    last = "";
  };
  for (const line of lines) {
    const [, name, value = ""] = listLine.exec(line) ?? [];
    if (line.trim() === "") end();
    else if (name !== undefined) {
      last = name.toLowerCase();
      block.set(last, value.trim());
    } else if (last !== "" && /^ {4,}\S/.test(line)) {
      // Lists break at blanks since PowerShell 3, and before that anywhere: then the line above is full.
      const text = block.get(last) ?? "";
      const [word = ""] = /[^\s{},]+$/.exec(text) ?? [];
      const isWhole = word !== "" && words.has(`${word}${/^[^\s{},]+/.exec(line.trim())?.[0] ?? ""}`);
      block.set(last, `${text}${lastLength === edge || isWhole || text === "" ? "" : " "}${line.trim()}`);
    }
    lastLength = lengthOf(line);
  }
  end();
  return objects;
}

/** Where values of lists are broken anywhere: all broken lines but those that end in a blank are as long. */
function hardEdge(lines: readonly string[]): number | undefined {
  const broken = lines.filter((line, index) => {
    const isPart = listLine.test(line) || /^ {4,}\S/.test(line);
    return isPart && /^ {4,}\S/.test(lines[index + 1] ?? "");
  });
  const longest = Math.max(0, ...broken.map(lengthOf));
  const isHard = broken.length > 1 && broken.every((line) => lengthOf(line) >= longest - 1);
  return isHard ? longest : undefined;
}

const lengthOf = (line: string): number => line.trimEnd().length;
