import type { TextToken } from "../packets.js";
import { blanks } from "./display-cells.js";
import { breakLines, type LineFacts } from "./line-breaking.js";

/**
 * The lines of complex text: group labels, custom views, errors (SPEC A.14). Each newline token ends a paragraph, and
 * so does the end of the whole, which therefore gives an empty line when the last token is a newline.
 */
export function complexLines(tokens: readonly TextToken[], screen: number, facts: LineFacts): readonly string[] {
  const writer = new ComplexWriter(screen, facts);
  writer.write(tokens, { left: 0, right: 0, firstLine: 0 });
  writer.flush();
  return writer.lines;
}

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly firstLine: number;
}

class ComplexWriter {
  readonly lines: string[] = [];
  private buffer = "";
  private frame: Frame = { left: 0, right: 0, firstLine: 0 };

  constructor(
    private readonly screen: number,
    private readonly facts: LineFacts,
  ) {}

  write(tokens: readonly TextToken[], frame: Frame): void {
    this.frame = frame;
    for (const token of tokens) {
      switch (token.kind) {
        case "text":
          this.buffer += token.text;
          break;
        case "newLine":
          this.flush();
          break;
        case "frame":
          this.write(token.tokens, {
            left: frame.left + token.leftIndent,
            right: frame.right + token.rightIndent,
            firstLine: token.firstLine,
          });
          this.frame = frame;
          break;
      }
    }
  }

  flush(): void {
    const { left, right, firstLine } = this.frame;
    const first = left + Math.max(firstLine, 0);
    const following = left + Math.max(-firstLine, 0);
    const room = this.screen - right;
    breakLines(this.buffer, room - first, room - following, this.facts).forEach((line, n) => {
      this.lines.push(blanks(n === 0 ? first : following) + line);
    });
    this.buffer = "";
  }
}
