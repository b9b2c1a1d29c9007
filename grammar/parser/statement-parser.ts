import type { TokenType } from "chevrotain";
import type { Token } from "../lexer/token.js";
import { argumentMode, operandMode, operatorMode, pipelineMode, statementMode } from "../modes.js";
import {
  Catch,
  Comma,
  Do,
  Else,
  ElseIf,
  Finally,
  For,
  Foreach,
  If,
  In,
  LBracket,
  LCurly,
  LParen,
  Parameter,
  RCurly,
  RParen,
  Semi,
  SplattedVariable,
  Switch,
  Trap,
  Try,
  Until,
  Variable,
  While,
} from "../tokens.js";
import type { Expression, TypeConstraint } from "../tree/expressions.js";
import type { Extent } from "../tree/extent.js";
import type { StatementBlock } from "../tree/script-blocks.js";
import type {
  CatchClause,
  ErrorStatement,
  IfStatement,
  PipelineBase,
  Statement,
  SwitchFlags,
  SwitchStatement,
  TrapStatement,
} from "../tree/statements.js";
import { after, recordedToken } from "./modal-parser.js";
import { errorStatement, variableExpression } from "./nodes.js";
import { PipelineParser } from "./pipeline-parser.js";

/** What stands in parentheses behind a keyword: a pipeline, and where its parenthesis closes. */
interface Condition {
  readonly pipeline: PipelineBase;
  readonly close: Token;
}

type Broken = ErrorStatement & { readonly kind: "ErrorStatement" };

const isBroken = (value: Condition | Broken): value is Broken => "kind" in value;

/** Statements that begin with a keyword and hold blocks. */
export abstract class StatementParser extends PipelineParser {
  /** `{ … }` of a statement; `undefined`, and no token but line ends taken, when no brace follows. */
  protected readonly statementBlock = this.RULE("statementBlock", (): StatementBlock | undefined => {
    this.enter(argumentMode);
    this.skipNewLines();
    const open = this.expect(LCurly);
    if (open === undefined) return undefined;
    const outerComma = this.commaSeparates;
    this.commaSeparates = false;
    const block = this.nested(() => this.SUBRULE(this.statementList));
    this.commaSeparates = outerComma;
    const close = this.expect(RCurly);
    if (close === undefined) this.reportMissingBrace(open);
    // A block without its brace ends with its last statement.
    return { ...block, start: open.start, end: close?.end ?? Math.max(block.end, open.end) };
  });

  /** A brace that is never closed; more text heals it only where the text ends. */
  protected reportMissingBrace(open: Extent): void {
    this.reportIncompleteAt(this.peek(), "MissingEndCurlyBrace", open);
  }

  /** Goes back to where the last token ended, when nothing of what was looked for came. */
  private stepBack(last: Token): void {
    this.moveBehind(last);
    this.enter(statementMode);
  }

  // if

  protected readonly ifStatement = this.RULE("ifStatement", (): Statement => {
    const start = this.peek().start;
    let keyword = this.shift(If);
    const clauses: IfStatement["clauses"][number][] = [];
    let elseClause: StatementBlock | undefined;
    let broken: ErrorStatement | undefined;
    this.loop(() => {
      const clause = this.ifClause(keyword, start);
      if ("kind" in clause) {
        broken = clause;
        return false;
      }
      clauses.push([clause.condition, clause.body]);
      const last = this.previous;
      this.enter(statementMode);
      this.skipNewLines();
      const next = this.accept(ElseIf);
      if (next !== undefined) {
        keyword = next;
        return true;
      }
      if (!this.at(Else)) this.stepBack(last);
      return false;
    });
    if (broken !== undefined) return broken;
    const otherwise = this.accept(Else);
    if (otherwise !== undefined) {
      elseClause = this.SUBRULE(this.statementBlock);
      if (elseClause === undefined) {
        this.reportIncomplete("MissingStatementBlockAfterElse", after(otherwise));
        return errorStatement(start, otherwise.end, clauses.flat());
      }
    }
    return { kind: "IfStatement", start, end: this.previous.end, clauses, elseClause };
  });

  private ifClause(keyword: Token, start: number): { condition: PipelineBase; body: StatementBlock } | ErrorStatement {
    const text = this.textOf(keyword);
    this.enter(pipelineMode);
    this.skipNewLines();
    const open = this.expect(LParen);
    if (open === undefined) {
      this.reportIncomplete("MissingOpenParenthesisInIfStatement", after(keyword), text);
      return errorStatement(start, keyword.end);
    }
    this.skipNewLines();
    let condition = this.SUBRULE(this.pipelineChain);
    const missing = condition === undefined;
    if (condition === undefined) {
      this.reportIncomplete("IfStatementMissingCondition", after(open), text);
      condition = errorStatement(open.start, open.end);
    }
    this.skipNewLines();
    const close = this.expect(RParen);
    if (close === undefined) {
      if (!missing) this.reportIncomplete("MissingEndParenthesisAfterStatement", this.peek(), text);
      return errorStatement(start, condition.end, [condition]);
    }
    const body = this.SUBRULE(this.statementBlock);
    if (body !== undefined) return { condition, body };
    this.reportIncomplete("MissingStatementBlock", close, text);
    return errorStatement(start, close.end, [condition]);
  }

  // Loops

  /** `( … )` behind the keyword of a loop. */
  private loopCondition(keyword: Token, start: number): Condition | Broken {
    const text = this.textOf(keyword);
    this.enter(pipelineMode);
    this.skipNewLines();
    const open = this.expect(LParen);
    if (open === undefined) {
      this.reportIncomplete("MissingOpenParenthesisAfterKeyword", after(keyword), text);
      return errorStatement(start, keyword.end);
    }
    this.skipNewLines();
    let pipeline = this.SUBRULE(this.pipelineChain);
    const missing = pipeline === undefined;
    if (pipeline === undefined) {
      this.reportIncomplete("MissingExpressionAfterKeyword", after(open), text);
      pipeline = errorStatement(open.start, open.end);
    }
    this.skipNewLines();
    const close = this.expect(RParen);
    if (close !== undefined) return { pipeline, close };
    if (!missing) this.reportIncomplete("MissingEndParenthesisAfterStatement", after(pipeline), text);
    return errorStatement(start, pipeline.end, [pipeline]);
  }

  protected readonly whileStatement = this.RULE("whileStatement", (label?: Token): Statement => {
    const keyword = this.shift(While);
    const start = (label ?? keyword).start;
    const condition = this.loopCondition(keyword, start);
    if (isBroken(condition)) return condition;
    const body = this.SUBRULE(this.statementBlock);
    if (body === undefined) {
      this.reportIncomplete("MissingLoopStatement", after(condition.close), this.textOf(keyword).toLowerCase());
      return errorStatement(start, condition.close.end, [condition.pipeline]);
    }
    return { kind: "WhileStatement", start, end: body.end, label: label?.text, condition: condition.pipeline, body };
  });

  protected readonly doStatement = this.RULE("doStatement", (label?: Token): Statement => {
    const keyword = this.shift(Do);
    const start = (label ?? keyword).start;
    const body = this.SUBRULE(this.statementBlock);
    if (body === undefined) {
      this.reportIncomplete("MissingLoopStatement", after(keyword), this.textOf(keyword).toLowerCase());
      return errorStatement(start, keyword.end);
    }
    this.enter(statementMode);
    this.skipNewLines();
    const test = this.acceptEither(While, Until);
    if (test === undefined) {
      this.reportIncomplete("MissingWhileOrUntilInDoWhile", after(body));
      return errorStatement(start, body.end, [body]);
    }
    const condition = this.loopCondition(test, start);
    if (isBroken(condition)) return { ...condition, nestedAst: [body, ...condition.nestedAst] };
    const kind = test.tokenType === While ? "DoWhileStatement" : "DoUntilStatement";
    return { kind, start, end: condition.close.end, label: label?.text, condition: condition.pipeline, body };
  });

  private acceptEither(first: TokenType, second: TokenType): Token | undefined {
    if (this.RECORDING_PHASE) return this.shiftAny([first, second]);
    return this.accept(first) ?? this.accept(second);
  }

  protected readonly forStatement = this.RULE("forStatement", (label?: Token): Statement => {
    const keyword = this.shift(For);
    const text = this.textOf(keyword);
    const start = (label ?? keyword).start;
    this.enter(pipelineMode);
    this.skipNewLines();
    const open = this.expect(LParen);
    if (open === undefined) {
      this.reportIncomplete("MissingOpenParenthesisAfterKeyword", after(keyword), text);
      return errorStatement(start, keyword.end);
    }
    const initializer = this.forPart(undefined);
    const condition = this.forPart(Semi);
    const iterator = this.forPart(Semi);
    this.skipNewLines();
    const last = this.previous;
    const close = this.expect(RParen);
    if (close === undefined) {
      this.reportIncomplete("MissingEndParenthesisAfterStatement", after(iterator ?? condition ?? last), text);
      return errorStatement(start, last.end, [initializer, condition, iterator]);
    }
    const body = this.SUBRULE(this.statementBlock);
    if (body === undefined) {
      this.reportIncomplete("MissingLoopStatement", after(close), text.toLowerCase());
      return errorStatement(start, close.end, [initializer, condition, iterator]);
    }
    return { kind: "ForStatement", start, end: body.end, label: label?.text, initializer, condition, iterator, body };
  });

  /** One of the three parts of `for (…)`; line ends separate as semicolons do. */
  private forPart(separator: TokenType | undefined): PipelineBase | undefined {
    this.enter(pipelineMode);
    this.skipNewLines();
    if (separator !== undefined) this.accept(separator);
    this.skipNewLines();
    return this.SUBRULE(this.pipelineChain);
  }

  protected readonly foreachStatement = this.RULE("foreachStatement", (label?: Token): Statement => {
    const keyword = this.shift(Foreach);
    const start = (label ?? keyword).start;
    const options = this.foreachOptions();
    this.enter(operandMode);
    this.skipNewLines();
    const open = this.expect(LParen);
    if (open === undefined) {
      this.reportIncomplete("MissingOpenParenthesisAfterKeyword", after(keyword), this.textOf(keyword));
      return errorStatement(start, this.previous.end);
    }
    this.skipNewLines();
    const name = this.accept(Variable) ?? this.accept(SplattedVariable);
    if (name === undefined) {
      this.reportIncomplete("MissingVariableNameAfterForeach", after(open));
      return errorStatement(start, open.end);
    }
    const variable = variableExpression(name, name.tokenType === SplattedVariable);
    if (variable.splatted) this.suspicious = true;
    this.enter(statementMode);
    this.skipNewLines();
    const inKeyword = this.expect(In);
    if (inKeyword === undefined) {
      this.reportIncomplete("MissingInInForeach", after(variable));
      return errorStatement(start, variable.end, [variable]);
    }
    this.skipNewLines();
    this.enter(pipelineMode);
    const condition = this.SUBRULE(this.pipelineChain);
    if (condition === undefined) {
      this.reportIncomplete("MissingForeachExpression", after(inKeyword));
      return errorStatement(start, inKeyword.end, [variable]);
    }
    this.skipNewLines();
    const close = this.expect(RParen);
    if (close === undefined) {
      this.reportIncomplete("MissingEndParenthesisAfterForeach", after(condition));
      return errorStatement(start, condition.end, [variable, condition]);
    }
    const body = this.SUBRULE(this.statementBlock);
    if (body === undefined) {
      this.reportIncomplete("MissingForeachStatement", after(close));
      return errorStatement(start, close.end, [variable, condition]);
    }
    const { end } = body;
    this.checkForeachOptions(options, { start, end });
    return { kind: "ForEachStatement", start, end, label: label?.text, variable, condition, body, ...options };
  });

  private foreachOptions(): { parallel: boolean; throttleLimit: Expression | undefined } {
    let parallel = false;
    let throttleLimit: Expression | undefined;
    this.enter(argumentMode);
    while (this.at(Parameter)) {
      const token = this.take();
      if (isAbbreviationOf("parallel", token.text)) parallel = true;
      else if (isAbbreviationOf("throttlelimit", token.text)) {
        throttleLimit = this.primary(false);
        if (throttleLimit === undefined) this.reportIncomplete("MissingThrottleLimit", after(token));
      } else this.report("InvalidForeachFlag", token, token.text);
      this.enter(argumentMode);
    }
    return { parallel, throttleLimit };
  }

  private checkForeachOptions(
    options: { readonly parallel: boolean; readonly throttleLimit: Expression | undefined },
    extent: Extent,
  ): void {
    if (options.parallel) this.report("KeywordParameterReservedForFutureUse", extent, "foreach", "parallel");
    if (options.throttleLimit === undefined) return;
    this.report("KeywordParameterReservedForFutureUse", extent, "foreach", "throttlelimit");
    if (!options.parallel) this.report("ThrottleLimitRequiresParallelFlag", extent);
  }

  // switch

  protected readonly switchStatement = this.RULE("switchStatement", (label?: Token): Statement => {
    const keyword = this.shift(Switch);
    const start = (label ?? keyword).start;
    const { flags, file } = this.switchFlags();
    this.enter(pipelineMode);
    this.skipNewLines();
    const condition = this.switchCondition(keyword, file);
    const last = this.previous;
    this.enter(statementMode);
    this.skipNewLines();
    const open = this.expect(LCurly);
    if (open === undefined) {
      if (!condition.endsInput) this.reportIncomplete("MissingCurlyBraceInSwitchStatement", after(last));
      return errorStatement(start, last.end, [condition.pipeline]);
    }
    const outerComma = this.commaSeparates;
    this.commaSeparates = false;
    const body = this.nested(() => this.SUBRULE(this.switchClauses, { ARGS: [open] }));
    this.commaSeparates = outerComma;
    const { end } = this.previous;
    const pipeline = condition.pipeline ?? errorStatement(keyword.end, keyword.end);
    return { kind: "SwitchStatement", start, end, label: label?.text, condition: pipeline, flags, ...body };
  });

  private switchFlags(): { flags: SwitchFlags; file: Expression | undefined } {
    let comparison: SwitchFlags["comparison"] = "None";
    let caseSensitive = false;
    let parallel = false;
    let file: Expression | undefined;
    this.enter(argumentMode);
    while (this.at(Parameter)) {
      const token = this.take();
      const name = token.text;
      if (isAbbreviationOf("regex", name)) comparison = "Regex";
      else if (isAbbreviationOf("wildcard", name)) comparison = "Wildcard";
      else if (isAbbreviationOf("exact", name)) comparison = "Exact";
      else if (isAbbreviationOf("casesensitive", name)) caseSensitive = true;
      else if (isAbbreviationOf("parallel", name)) parallel = true;
      else if (isAbbreviationOf("file", name)) {
        this.enter(argumentMode);
        this.skipNewLines();
        file = this.singleWordArgument();
        if (file === undefined) this.reportIncomplete("MissingFilenameOption", after(token));
      } else this.report("InvalidSwitchFlag", token, name);
      this.enter(argumentMode);
    }
    return { flags: { comparison, caseSensitive, file: file !== undefined, parallel }, file };
  }

  private switchCondition(
    keyword: Token,
    file: Expression | undefined,
  ): { pipeline: PipelineBase | undefined; endsInput: boolean } {
    const last = this.previous;
    const open = this.expect(LParen);
    if (open === undefined) {
      if (file !== undefined) return { pipeline: filePipeline(file), endsInput: false };
      this.reportIncomplete("PipelineValueRequired", after(last ?? keyword));
      return { pipeline: undefined, endsInput: this.isAtEndOfInput() };
    }
    this.skipNewLines();
    const pipeline = this.SUBRULE(this.pipelineChain);
    if (pipeline === undefined) this.reportIncomplete("PipelineValueRequired", after(open));
    this.skipNewLines();
    const close = this.expect(RParen);
    if (close !== undefined) return { pipeline, endsInput: false };
    if (pipeline !== undefined) this.reportIncomplete("MissingEndParenthesisInSwitchStatement", this.peek());
    return { pipeline, endsInput: this.isAtEndOfInput() };
  }

  private readonly switchClauses = this.RULE(
    "switchClauses",
    (open = recordedToken): Pick<SwitchStatement, "clauses" | "default"> => {
      const clauses: SwitchStatement["clauses"][number][] = [];
      let defaultClause: StatementBlock | undefined;
      this.loop(() => {
        this.enter(argumentMode);
        this.skipNewLines();
        const condition = this.singleWordArgument();
        if (condition === undefined) {
          this.reportIncomplete("MissingSwitchConditionExpression", after(this.previous));
          this.accept(RCurly);
          return false;
        }
        const body = this.SUBRULE(this.statementBlock);
        if (body === undefined) {
          this.reportIncomplete("MissingSwitchStatementClause", after(condition));
        } else if (isDefault(condition)) {
          if (defaultClause !== undefined) this.report("MultipleSwitchDefaultClauses", condition);
          defaultClause = body;
        } else clauses.push([condition, body]);
        this.enter(argumentMode);
        this.skipSeparators();
        if (this.accept(RCurly) !== undefined) return false;
        if (!this.isAtEndOfInput()) return true;
        if (body !== undefined) this.reportMissingBrace(open);
        return false;
      });
      return { clauses, default: defaultClause };
    },
  );

  // try, catch, finally, trap

  protected readonly tryStatement = this.RULE("tryStatement", (): Statement => {
    const keyword = this.shift(Try);
    const { start } = keyword;
    const body = this.SUBRULE(this.statementBlock);
    if (body === undefined) {
      this.reportIncomplete("MissingTryStatementBlock", after(keyword));
      return errorStatement(start, keyword.end);
    }
    const catchClauses: CatchClause[] = [];
    let broken = false;
    this.loop(() => {
      if (!this.atFollower(Catch)) return false;
      const clause = this.SUBRULE(this.catchClause);
      if (clause !== undefined) catchClauses.push(clause);
      else broken = true;
      return clause !== undefined;
    });
    let finallyBlock: StatementBlock | undefined;
    if (this.atFollower(Finally)) {
      const finallyKeyword = this.shift(Finally);
      const { jumps } = this;
      finallyBlock = this.SUBRULE(this.statementBlock);
      if (finallyBlock === undefined) {
        this.reportIncomplete("MissingFinallyStatementBlock", after(finallyKeyword));
        broken = true;
      }
      // Nothing may leave the block.
      if (this.jumps > jumps) this.suspicious = true;
    }
    const { end } = this.previous;
    if (!broken && catchClauses.length === 0 && finallyBlock === undefined) {
      this.reportIncomplete("MissingCatchOrFinally", after(body));
      broken = true;
    }
    if (catchClauses.length > 1) this.suspicious = true;
    if (broken) return errorStatement(start, end, [body]);
    return { kind: "TryStatement", start, end, body, catchClauses, finally: finallyBlock };
  });

  /** Does this keyword follow the block, perhaps on a later line? If not, nothing is taken. */
  private atFollower(keyword: TokenType): boolean {
    if (this.RECORDING_PHASE) return true;
    const last = this.previous;
    this.enter(statementMode);
    this.skipNewLines();
    if (this.at(keyword)) return true;
    this.stepBack(last);
    return false;
  }

  private readonly catchClause = this.RULE("catchClause", (): CatchClause | undefined => {
    const keyword = this.shift(Catch);
    const catchTypes: TypeConstraint[] = [];
    let comma: Token | undefined;
    this.loop(() => {
      this.enter(operatorMode);
      this.skipNewLines();
      const bracketed = this.at(LBracket) || this.RECORDING_PHASE ? this.SUBRULE(this.bracketed) : undefined;
      if (bracketed?.kind !== "TypeConstraint") {
        if (comma !== undefined) this.reportIncomplete("MissingTypeLiteralToken", after(comma));
        return false;
      }
      catchTypes.push(bracketed);
      this.enter(operatorMode);
      this.skipNewLines();
      comma = this.accept(Comma);
      return comma !== undefined;
    });
    const last = this.previous;
    const body = this.SUBRULE(this.statementBlock);
    if (body === undefined) {
      this.reportIncomplete("MissingCatchHandlerBlock", after(last));
      return undefined;
    }
    return { kind: "CatchClause", start: keyword.start, end: body.end, catchTypes, body };
  });

  protected readonly trapStatement = this.RULE("trapStatement", (): Statement => {
    const keyword = this.shift(Trap);
    const { start } = keyword;
    this.enter(operatorMode);
    this.skipNewLines();
    const bracketed = this.at(LBracket) || this.RECORDING_PHASE ? this.SUBRULE(this.bracketed) : undefined;
    const last = this.previous;
    const body = this.SUBRULE(this.statementBlock);
    if (body === undefined) {
      this.reportIncomplete("MissingTrapStatement", after(last));
      return errorStatement(start, last.end);
    }
    const trapType = bracketed?.kind === "TypeConstraint" ? bracketed : undefined;
    const trap: TrapStatement = { kind: "TrapStatement", start, end: body.end, trapType, body };
    return trap;
  });
}

/** Parameters of keywords may be abbreviated. */
const isAbbreviationOf = (name: string, text: string): boolean => text !== "" && name.startsWith(text.toLowerCase());

const isDefault = (condition: Expression): boolean =>
  condition.kind === "StringConstantExpression" &&
  condition.stringConstantType === "BareWord" &&
  condition.value.toLowerCase() === "default";

const filePipeline = (file: Expression): PipelineBase => {
  const { start, end } = file;
  const element = { kind: "CommandExpression", start, end, expression: file, redirections: [] } as const;
  return { kind: "Pipeline", start, end, pipelineElements: [element], background: false };
};
