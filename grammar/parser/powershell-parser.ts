import type { Lexer } from "../lexer/lexer.js";
import type { NamedBlock, ScriptBlock, StatementBlock } from "../tree/script-blocks.js";
import { RequirementsParser } from "./requirements-parser.js";

/**
 * The whole language. Chevrotain's analysis (`performSelfAnalysis`) is not needed to parse, because rules choose by the
 * next token alone, and takes longer than most texts: only tests run it, to see that the grammar holds together.
 */
export class PowerShellParser extends RequirementsParser {
  /** Has the last tree something that is to be looked at once more? */
  get needsCheck(): boolean {
    return this.suspicious;
  }

  /** The tree of a whole text. */
  parse(lexer: Lexer): ScriptBlock {
    this.begin(lexer);
    return this.SUBRULE(this.script);
  }

  private readonly script = this.RULE("script", (): ScriptBlock => {
    const usingStatements = this.usingStatements();
    const body = this.SUBRULE(this.blockBody);
    let { endBlock } = body;
    this.loop(() => {
      const more = this.leftover();
      if (more !== undefined && endBlock !== undefined) endBlock = joined(endBlock, more);
      return more !== undefined;
    });
    const { length } = this.lexer.text;
    return {
      kind: "ScriptBlock",
      start: 0,
      end: length,
      attributes: [],
      usingStatements,
      paramBlock: body.paramBlock,
      dynamicParamBlock: body.dynamicParamBlock,
      beginBlock: body.beginBlock,
      processBlock: body.processBlock,
      endBlock,
      cleanBlock: body.cleanBlock,
      scriptRequirements: this.ACTION(() => this.requirements()),
      body: { start: 0, end: length },
    };
  });

  /** A closing bracket without its opening one, and the statements behind it. */
  private leftover(): StatementBlock | undefined {
    if (this.isAtEndOfInput() || this.RECORDING_PHASE) return undefined;
    const token = this.take();
    this.report("UnexpectedToken", token, this.textOf(token));
    return this.SUBRULE(this.statementList);
  }
}

const joined = (block: NamedBlock, more: StatementBlock): NamedBlock => ({
  ...block,
  end: Math.max(block.end, more.end),
  statements: [...block.statements, ...more.statements],
  traps: more.traps === undefined ? block.traps : [...(block.traps ?? []), ...more.traps],
});
