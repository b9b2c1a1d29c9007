import type { PowerShellError } from "../../errors.js";
import { netError } from "../../net-errors.js";

/** A System.Xml.XmlException whose text ends with the place, 1-based line and column: `… Line 1, position 4.` */
export function xmlErrorAt(source: string, offset: number, message: string): PowerShellError {
  const [line, position] = placeOf(source, offset);
  return netError("System.Xml.XmlException", `${message} Line ${line}, position ${position}.`);
}

/** A System.Xml.XmlException that names no place. */
export function xmlError(message: string): PowerShellError {
  return netError("System.Xml.XmlException", message);
}

/** 1-based line and column of an offset; `\r\n`, `\n` and `\r` each end a line. */
export function placeOf(source: string, offset: number): readonly [line: number, position: number] {
  let line = 1;
  let start = 0;
  for (let i = 0; i < offset; i++) {
    const c = source.charCodeAt(i);
    if (c !== 10 && c !== 13) continue;
    if (c === 13 && source.charCodeAt(i + 1) === 10) {
      if (i + 1 >= offset) break;
      i++;
    }
    line++;
    start = i + 1;
  }
  return [line, offset - start + 1];
}
