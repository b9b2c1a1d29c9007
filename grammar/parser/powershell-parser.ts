import { EOF } from "chevrotain";
import type { Lexer } from "../lexer/lexer.js";
import { Token } from "../lexer/token.js";
import type { ScriptBlock } from "../tree/script-blocks.js";
import { BlockParser } from "./block-parser.js";

/** The whole language. */
export class PowerShellParser extends BlockParser {
  constructor() {
    super();
    this.performSelfAnalysis();
  }

  /** The tree of a whole text. */
  parse(lexer: Lexer): ScriptBlock {
    this.begin(lexer);
    return this.script();
  }

  private readonly script = this.RULE("script", (): ScriptBlock => {
    const open = new Token(EOF, 0, 0);
    const body = this.SUBRULE(this.blockBody, { ARGS: [open] });
    this.loop(() => this.reportLeftover());
    const { length } = this.lexer.text;
    return {
      kind: "ScriptBlock",
      start: 0,
      end: length,
      attributes: [],
      usingStatements: [],
      ...body,
      scriptRequirements: undefined,
      body: { start: 0, end: length },
    };
  });

  private reportLeftover(): boolean {
    if (this.isAtEndOfInput() || this.RECORDING_PHASE) return false;
    const token = this.take();
    this.report("UnexpectedToken", token, this.textOf(token));
    this.SUBRULE(this.statementList, { ARGS: [token] });
    return true;
  }
}
