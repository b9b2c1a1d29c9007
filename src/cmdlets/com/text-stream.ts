import { heapClass } from "../../values/heap/heap-class.js";
import { method, property, type Value } from "../../values/index.js";
import { netError } from "../../values/net-errors.js";
import type { StreamReader } from "../../values/types/streams/text-reader.js";
import type { StreamWriter } from "../../values/types/streams/text-writer.js";
import type { ValueContext } from "../../values/value-context.js";
import { ComObject, defineComInterface } from "./com-object.js";

const text = (value: Value | undefined): string => (value === null || value === undefined ? "" : String(value));
const wrongMode = () => netError("System.Runtime.InteropServices.COMException", "Bad file mode");
const pastEnd = () => netError("System.Runtime.InteropServices.COMException", "Input past end of file");

function reading({ reader }: ComTextStream): StreamReader {
  if (reader === null) throw wrongMode();
  return reader;
}
function write(context: ValueContext, { writer }: ComTextStream, written: string): null {
  if (writer === null) throw wrongMode();
  writer.write(context, written);
  return null;
}

const textStream = defineComInterface("53bad8c1-e718-11cf-893d-00a0c9054228", () => [
  property("bool AtEndOfStream", (self: ComTextStream, c) => self.reader === null || self.reader.isAtEnd(c)),
  method<ComTextStream>([
    "string ReadLine()",
    (c, self) => {
      const line = reading(self).readLine(c);
      if (line === null) throw pastEnd();
      return line;
    },
  ]),
  method<ComTextStream>(["string ReadAll()", (c, self) => reading(self).readToEnd(c)]),
  method<ComTextStream>(["string Read(int Characters)", (c, self, [count]) => reading(self).read(c, Number(count))]),
  method<ComTextStream>(["void Write(string Text)", (c, self, [value]) => write(c, self, text(value))]),
  method<ComTextStream>(
    ["void WriteLine()", (c, self) => write(c, self, "\r\n")],
    ["void WriteLine(string Text)", (c, self, [value]) => write(c, self, `${text(value)}\r\n`)],
  ),
  method<ComTextStream>([
    "void WriteBlankLines(int Lines)",
    (c, self, [count]) => write(c, self, "\r\n".repeat(Number(count))),
  ]),
  method<ComTextStream>([
    "void Close()",
    (c, self) => {
      self.reader?.close(c);
      self.writer?.close(c);
      return null;
    },
  ]),
]);

/** A text file that is open for one of both. */
export class ComTextStream extends ComObject {
  constructor(
    readonly reader: StreamReader | null,
    readonly writer: StreamWriter | null,
  ) {
    super(textStream);
  }
}
heapClass("ComTextStream", ComTextStream);
