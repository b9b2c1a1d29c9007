import { EOF, type ParserMethod } from "chevrotain";
import { placeBehind } from "../lexer/lexer.js";
import type { NestedPiece, Token } from "../lexer/token.js";
import { hashKeyMode, operandMode, operatorMode, pipelineMode, statementMode } from "../modes.js";
import { keyText } from "../semantic-checks.js";
import {
  AssignmentOperator,
  AtCurly,
  AtParen,
  DollarParen,
  Generic,
  HereStringExpandable,
  HereStringLiteral,
  Identifier,
  LCurly,
  LParen,
  NewLine,
  NumberLiteral,
  RCurly,
  RParen,
  Semi,
  SplattedVariable,
  StringExpandable,
  StringLiteral,
  Variable,
} from "../tokens.js";
import type { ConstantExpression, Expression, Hashtable, StringConstantType } from "../tree/expressions.js";
import type { Extent } from "../tree/extent.js";
import type { ScriptBlock, StatementBlock } from "../tree/script-blocks.js";
import type { ChainableStatement, Statement } from "../tree/statements.js";
import { MemberParser } from "./member-parser.js";
import { after, Choice } from "./modal-parser.js";
import {
  errorExpression,
  errorStatement,
  hasDuplicates,
  settled,
  stringConstant,
  usedVariable,
  usingExpression,
  variableExpression,
  withOffsets,
} from "./nodes.js";

const keyTexts = (pairs: Hashtable["keyValuePairs"]): readonly string[] =>
  pairs.map(([key]) => keyText(key)).filter((text) => text !== undefined);

/** Values: variables, numbers, strings, and everything in brackets. */
export abstract class ValueParser extends MemberParser {
  protected abstract readonly statement: ParserMethod<[], Statement | undefined>;
  protected abstract readonly statementList: ParserMethod<[], StatementBlock>;
  protected abstract readonly pipelineChain: ParserMethod<[], ChainableStatement | undefined>;
  protected abstract readonly scriptBlock: ParserMethod<[Token], ScriptBlock>;

  /** A value and what is attached to it: members, calls, indexes. */
  protected primary(isArgument: boolean): Expression | undefined {
    if (!this.startsValue() && !this.RECORDING_PHASE) return undefined;
    this.descend();
    const value = this.choose(this.primaryAlternatives);
    this.ascend();
    if (value.kind !== "VariableExpression") return this.attached(value, isArgument);
    const used = usedVariable(value, this.lexer.edition);
    const result = this.attached(used ?? value, isArgument);
    if (value.splatted && !(isArgument && result === value)) this.suspicious = true;
    if (used === undefined) return result;
    if (result !== used) this.suspicious = true;
    return usingExpression(result);
  }

  /** A member's name that is computed; what is attached belongs to the member, not to its name. */
  protected override readonly memberValue = this.RULE("memberValue", (): Expression => {
    const value = this.choose(this.primaryAlternatives);
    const used = value.kind === "VariableExpression" ? usedVariable(value, this.lexer.edition) : undefined;
    return used === undefined ? value : usingExpression(used);
  });

  protected override startsValue(): boolean {
    return this.primaryAlternatives.has(this.peek());
  }

  private readonly primaryAlternatives = new Choice<Expression>([
    [Variable, () => variableExpression(this.shift(Variable), false)],
    [SplattedVariable, () => variableExpression(this.shift(SplattedVariable), true)],
    [NumberLiteral, () => this.numberLiteral(this.shift(NumberLiteral))],
    [StringLiteral, () => this.stringLiteral(this.shift(StringLiteral), "SingleQuoted")],
    [HereStringLiteral, () => this.stringLiteral(this.shift(HereStringLiteral), "SingleQuotedHereString")],
    [StringExpandable, () => this.stringLiteral(this.shift(StringExpandable), "DoubleQuoted")],
    [HereStringExpandable, () => this.stringLiteral(this.shift(HereStringExpandable), "DoubleQuotedHereString")],
    [LParen, () => this.SUBRULE(this.parenthesized)],
    [DollarParen, () => this.SUBRULE(this.subexpression)],
    [AtParen, () => this.SUBRULE(this.subexpression)],
    [AtCurly, () => this.SUBRULE(this.hashtable)],
    [LCurly, () => this.SUBRULE(this.scriptBlockExpression)],
  ]);

  private numberLiteral(token: Token): Expression {
    const { start, end } = token;
    const constant = token.number ?? { numberKind: "Int32", value: 0 };
    // Written out, because spreading takes as long as reading the rest of the token. The kind goes with its value.
    const { numberKind, value } = constant;
    return {
      kind: "ConstantExpression",
      start,
      end,
      text: this.textOf(token),
      numberKind,
      value,
    } as ConstantExpression;
  }

  /** A string, or a word of a command, with what is nested in it. */
  protected stringLiteral(token: Token, stringConstantType: StringConstantType): Expression {
    if (token.pieces === undefined) return stringConstant(token, token.text, stringConstantType);
    const parts = token.pieces.map((piece) => (typeof piece === "string" ? piece : this.nestedExpression(piece)));
    const nestedExpressions = settled(parts.filter((part) => typeof part !== "string"));
    const { start, end, text: value } = token;
    return { kind: "ExpandableStringExpression", start, end, value, stringConstantType, nestedExpressions, parts };
  }

  private nestedExpression(piece: NestedPiece): Expression {
    const { start, end, variable } = piece;
    if (variable !== undefined) {
      const expression = { kind: "VariableExpression", start, end, variablePath: variable, splatted: false } as const;
      const used = usedVariable(expression, this.lexer.edition);
      return used === undefined ? expression : usingExpression(used);
    }
    const { nestedLength } = this.lexer;
    this.lexer.nestedLength = end - start - piece.escapes.length;
    const expression = this.nestedCode(piece);
    this.lexer.nestedLength = nestedLength;
    return expression;
  }

  private nestedCode(piece: NestedPiece): Expression {
    const { start, end } = piece;
    const body = (): Expression => this.primary(false) ?? errorExpression(piece);
    if (piece.escapes.length === 0) return this.nested(() => this.within(piece, operandMode, body));
    const inner = this.lexer.without(piece.escapes, end);
    const expression = this.nested(() => this.withLexer(inner, start, operandMode, body));
    return withOffsets(expression, (offset) => placeBehind(piece.escapes, offset));
  }

  /** `( … )` around one pipeline. */
  protected readonly parenthesized = this.RULE("parenthesized", (): Expression => {
    const open = this.shift(LParen);
    const outerComma = this.commaSeparates;
    this.commaSeparates = false;
    this.enter(pipelineMode);
    this.skipNewLines();
    let pipeline = this.SUBRULE(this.pipelineChain);
    if (pipeline === undefined) {
      this.reportIncomplete("ExpectedExpression", after(open), "(");
      pipeline = errorStatement(open.end, open.end);
    }
    this.skipNewLines();
    const close = this.expect(RParen);
    if (close === undefined) this.reportIncomplete("MissingEndParenthesisInExpression", after(pipeline));
    this.commaSeparates = outerComma;
    return { kind: "ParenExpression", start: open.start, end: (close ?? pipeline).end, pipeline };
  });

  /** `$( … )`, `@( … )`. */
  private readonly subexpression = this.RULE("subexpression", (): Expression => {
    const open = this.shiftAny([DollarParen, AtParen]);
    const outerComma = this.commaSeparates;
    this.commaSeparates = false;
    this.enter(statementMode);
    const subExpression = this.SUBRULE(this.statementList);
    const close = this.expect(RParen);
    if (close === undefined) this.reportIncomplete("MissingEndParenthesisInSubexpression", this.behindEnd());
    this.commaSeparates = outerComma;
    const kind = open.tokenTypeIdx === AtParen.tokenTypeIdx ? "ArrayExpression" : "SubExpression";
    return { kind, start: open.start, end: this.previous.end, subExpression };
  });

  /** The next token; at the end of the input the place behind it, where the real parser shows what is missing. */
  protected behindEnd(): Extent {
    const next = this.peek();
    return this.at(EOF) ? { start: next.end + 1, end: next.end + 1 } : next;
  }

  /** `{ … }` as a value. */
  protected override readonly scriptBlockExpression = this.RULE("scriptBlockExpression", (): Expression => {
    const open = this.shift(LCurly);
    const scriptBlock = this.SUBRULE(this.scriptBlock, { ARGS: [open] });
    return { kind: "ScriptBlockExpression", start: open.start, end: scriptBlock.end, scriptBlock };
  });

  /** `@{ key = value; … }`. */
  private readonly hashtable = this.RULE("hashtable", (): Expression => {
    const open = this.shift(AtCurly);
    const outerComma = this.commaSeparates;
    this.commaSeparates = false;
    const keyValuePairs: Hashtable["keyValuePairs"][number][] = [];
    let last = after(open);
    this.loop(() => {
      this.enter(hashKeyMode);
      this.skipSeparators();
      const pair = this.SUBRULE(this.keyValuePair);
      if (pair === undefined) return false;
      keyValuePairs.push(pair);
      if (!this.RECORDING_PHASE) last = after(pair[1]);
      this.enter(hashKeyMode);
      return this.at(NewLine) || this.at(Semi);
    });
    this.enter(operatorMode);
    const close = this.expect(RCurly);
    if (close === undefined) this.reportUnclosedHash(after(open), last);
    this.commaSeparates = outerComma;
    if (!this.RECORDING_PHASE && hasDuplicates(keyTexts(keyValuePairs))) this.suspicious = true;
    return { kind: "Hashtable", start: open.start, end: this.previous.end, keyValuePairs: settled(keyValuePairs) };
  });

  /** `@{` without its brace: `open` is the place behind the sign, `last` the one behind the last pair. */
  private reportUnclosedHash(open: Extent, last: Extent): void {
    const { incompleteHash } = this.lexer.edition;
    this.reportIncompleteAt(this.peek(), incompleteHash, incompleteHash === "IncompleteHashLiteral" ? last : open);
  }

  /** Passes over everything up to the closing brace; a `@{` on the way does not count as one that opens. */
  private skipToBrace(): void {
    let depth = 0;
    for (; !this.at(EOF) && (depth > 0 || !this.at(RCurly)); this.take()) {
      if (this.at(LCurly)) depth++;
      else if (this.at(RCurly)) depth--;
    }
    if (this.lexer.edition.takesBraceAfterBadKey) this.accept(RCurly);
  }

  private readonly keyValuePair = this.RULE("keyValuePair", (): Hashtable["keyValuePairs"][number] | undefined => {
    const name = this.accept(Identifier);
    const key =
      name !== undefined && !this.RECORDING_PHASE
        ? stringConstant(name, name.text, "BareWord")
        : this.SUBRULE(this.labelExpression);
    if (key === undefined) return undefined;
    this.enter(operatorMode);
    if (!this.atEquals() && !this.RECORDING_PHASE) {
      this.report("MissingEqualsInHashLiteral", after(key));
      this.skipToBrace();
      return [key, errorStatement(key.start, key.end)];
    }
    const equals = this.shift(AssignmentOperator);
    this.enter(statementMode);
    this.skipNewLines();
    const value = this.SUBRULE(this.statement);
    if (value !== undefined) return [key, value];
    this.reportIncomplete("MissingStatementInHashLiteral", after(equals));
    return [key, errorStatement(equals.start, equals.end)];
  });

  private readonly labelExpression = this.RULE("labelExpression", (): Expression | undefined => {
    const outerComma = this.commaSeparates;
    this.commaSeparates = true;
    const value = this.SUBRULE(this.unary);
    this.commaSeparates = outerComma;
    return value;
  });

  /** A bare word as a value. */
  protected word(token: Token): Expression {
    if (token.tokenType === Generic) return this.stringLiteral(token, "BareWord");
    return stringConstant(token, this.textOf(token), "BareWord");
  }
}
