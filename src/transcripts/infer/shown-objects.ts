/** An object as a table or a list shows it: texts by property name in small letters. */
export interface ShownObject {
  readonly properties: ReadonlyMap<string, string>;
}

const rule = /^ *-+(?: +-+)* *$/;
const listLine = /^(\w+) +: ?(.*)$/;

/** The objects in the text of one entry: the rows of its tables and the blocks of its lists. */
export function shownObjects(shown: string): ShownObject[] {
  const lines = shown.split("\n");
  return [...rowsOf(lines), ...blocksOf(lines)];
}

interface ColumnPlace {
  readonly name: string;
  readonly start: number;
  /** Where the next column may begin. */
  readonly end: number;
}

function rowsOf(lines: readonly string[]): ShownObject[] {
  const objects: ShownObject[] = [];
  for (let index = 1; index < lines.length; index++) {
    if (!rule.test(lines[index] ?? "")) continue;
    const columns = columnsOf(headAbove(lines, index), lines[index] ?? "");
    if (columns === undefined) continue;
    for (index++; index < lines.length && (lines[index] ?? "").trim() !== ""; index++) {
      objects.push(rowOf(lines[index] ?? "", columns));
    }
  }
  return objects;
}

/** The lines of a table's head: names that are wider than their column go on in the next line. */
function headAbove(lines: readonly string[], dashes: number): readonly string[] {
  let first = dashes;
  while (first > 0 && (lines[first - 1] ?? "").trim() !== "") first--;
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
  return columns.length > 0 && columns.every(({ name }) => /^\w+$/.test(name)) ? columns : undefined;
}

function rowOf(line: string, columns: readonly ColumnPlace[]): ShownObject {
  const properties = new Map<string, string>();
  let start = 0;
  for (const column of columns) {
    // Numbers stand right and may begin before their head; what stands left may reach up to the next column.
    const end = column.end === Number.POSITIVE_INFINITY ? line.length : cellEnd(line, column, start);
    properties.set(column.name, line.slice(start, end).trim());
    start = end;
  }
  return { properties };
}

function cellEnd(line: string, { start, end }: ColumnPlace, from: number): number {
  if (line[end - 1] === " " || line[end - 1] === undefined) return end;
  const gap = line.lastIndexOf(" ", end - 1);
  return gap > Math.max(start, from) ? gap : end;
}

function blocksOf(lines: readonly string[]): ShownObject[] {
  const objects: ShownObject[] = [];
  let block = new Map<string, string>();
  let last = "";
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
    } else if (last !== "" && /^ {4,}\S/.test(line)) block.set(last, `${block.get(last) ?? ""}${line.trimStart()}`);
  }
  end();
  return objects;
}
