import { EOF, type ParserMethod } from "chevrotain";
import { endOfText, startsIdentifier } from "../lexer/characters.js";
import { placeBehind } from "../lexer/lexer.js";
import type { NestedPiece, Token } from "../lexer/token.js";
import { hashKeyMode, memberMode, operandMode, operatorMode, pipelineMode, statementMode, typeNameMode } from "../modes.js";
import { keyText } from "../semantic-checks.js";
import {
  AssignmentOperator,
  AtCurly,
  AtParen,
  BinaryOperator,
  Colon,
  ColonColon,
  Comma,
  DollarParen,
  Dot,
  Generic,
  HereStringExpandable,
  HereStringLiteral,
  Identifier,
  IncrementOperator,
  LBracket,
  LCurly,
  LParen,
  NewLine,
  NumberLiteral,
  Parameter,
  QuestionDot,
  QuestionLBracket,
  QuestionMark,
  RBracket,
  RCurly,
  RParen,
  Semi,
  SplattedVariable,
  StringExpandable,
  StringLiteral,
  UnaryOperator,
  UnaryOrBinaryOperator,
  Unknown,
  Variable,
} from "../tokens.js";
import type { AttributeBase, Expression, Hashtable, StringConstantType } from "../tree/expressions.js";
import type { Extent } from "../tree/extent.js";
import type { ScriptBlock, StatementBlock } from "../tree/script-blocks.js";
import type { ChainableStatement, Statement } from "../tree/statements.js";
import type { TypeName } from "../tree/type-names.js";
import { after, Choice, tokenSet } from "./modal-parser.js";
import {
  errorExpression,
  errorStatement,
  hasDuplicates,
  isPlainTarget,
  settled,
  stringConstant,
  usedVariable,
  usingExpression,
  variableExpression,
  withOffsets,
} from "./nodes.js";
import { TypeParser } from "./type-parser.js";

const openParen = 40;
const openBracket = 91;
const openBrace = 123;

/** What an expression can begin with. */
export const startsExpression = tokenSet([
  Variable,
  SplattedVariable,
  NumberLiteral,
  StringLiteral,
  StringExpandable,
  HereStringLiteral,
  HereStringExpandable,
  LParen,
  AtParen,
  DollarParen,
  AtCurly,
  LCurly,
  LBracket,
  Comma,
  UnaryOperator,
  UnaryOrBinaryOperator,
  IncrementOperator,
]);

const isBinaryOperator = tokenSet([BinaryOperator, UnaryOrBinaryOperator]);
const startsNestedOperand = tokenSet([UnaryOperator, UnaryOrBinaryOperator, IncrementOperator, Comma, LBracket]);

/** Can a member's name begin so? In a command, a point before anything else is a word of its own. */
const startsMember = (unit: number): boolean => unit !== endOfText && !/[\s;|&{},)\]]/.test(String.fromCharCode(unit));

const keyTexts = (pairs: Hashtable["keyValuePairs"]): readonly string[] =>
  pairs.map(([key]) => keyText(key)).filter((text) => text !== undefined);

/** Expressions: values, what is attached to them, and operators by precedence climbing. */
export abstract class ExpressionParser extends TypeParser {
  protected abstract readonly statement: ParserMethod<[], Statement | undefined>;
  protected abstract readonly statementList: ParserMethod<[], StatementBlock>;
  protected abstract readonly pipelineChain: ParserMethod<[], ChainableStatement | undefined>;
  protected abstract readonly scriptBlock: ParserMethod<[Token], ScriptBlock>;

  /** An expression, in operand mode; `undefined`, and nothing taken, when the next token begins none. */
  protected readonly expression: ParserMethod<[], Expression | undefined> = this.RULE(
    "expression",
    (): Expression | undefined => {
      const condition = this.binary(0);
      if (condition === undefined || !this.at(QuestionMark)) return condition;
      this.descend();
      const ternary = this.ternary(condition);
      this.ascend();
      return ternary;
    },
  );

  private ternary(condition: Expression): Expression {
    const question = this.take();
    this.enter(operandMode);
    this.lexer.ternaryDepth++;
    this.skipNewLines();
    const ifTrue = this.SUBRULE(this.expression);
    this.enter(operatorMode);
    if (ifTrue === undefined) {
      this.lexer.ternaryDepth--;
      this.reportIncomplete("ExpectedValueExpression", after(question), "?");
      return errorExpression({ start: condition.start, end: question.end }, [condition]);
    }
    this.skipNewLines();
    this.lexer.ternaryDepth--;
    const colon = this.accept(Colon);
    if (colon === undefined) {
      this.reportIncomplete("MissingColonInTernaryExpression", this.behindEnd());
      return errorExpression({ start: condition.start, end: ifTrue.end }, [condition, ifTrue]);
    }
    this.enter(operandMode);
    this.skipNewLines();
    const ifFalse = this.SUBRULE(this.expression) ?? this.missingOperand(colon, ":");
    return { kind: "TernaryExpression", start: condition.start, end: ifFalse.end, condition, ifTrue, ifFalse };
  }

  private missingOperand(operator: Extent, text: string): Expression {
    this.reportIncomplete("ExpectedValueExpression", after(operator), text);
    return errorExpression(operator);
  }

  /** Operators that bind tighter than `limit`, to the left; one rule for all of them. */
  private binary(limit: number): Expression | undefined {
    let left: Expression | undefined = this.arrayLiteral();
    if (left === undefined) return undefined;
    this.enter(operatorMode);
    for (let token = this.peek(); isBinaryOperator(token); token = this.peek()) {
      const operator = token.operator?.binary;
      const precedence = token.operator?.precedence ?? 0;
      if (operator === undefined || precedence <= limit) return left;
      this.take();
      this.enter(operandMode);
      this.skipNewLines();
      const right: Expression = this.binary(precedence) ?? this.missingOperand(token, this.textOf(token));
      const errorPosition = { start: token.start, end: token.end };
      left = { kind: "BinaryExpression", start: left.start, end: right.end, left, operator, right, errorPosition };
      this.enter(operatorMode);
    }
    return this.at(Parameter) ? this.unknownOperator(left) : left;
  }

  /** A dash and a word between operands that is no operator. */
  private unknownOperator(left: Expression): Expression {
    const token = this.take();
    this.report("UnexpectedToken", token, this.textOf(token));
    return errorExpression({ start: left.start, end: token.end }, [left]);
  }

  /** `a, b, c`; a comma binds tighter than every other binary operator. */
  private arrayLiteral(): Expression | undefined {
    const first = this.SUBRULE(this.unary);
    if (first === undefined) return undefined;
    this.enter(operatorMode);
    if (this.commaSeparates || !this.at(Comma)) return first;
    const elements = [first];
    while (this.at(Comma)) {
      const comma = this.take();
      this.enter(operandMode);
      this.skipNewLines();
      const element = this.SUBRULE(this.unary);
      if (element === undefined) {
        this.reportIncomplete("MissingExpressionAfterToken", after(comma), ",");
        elements.push(errorExpression(comma));
        break;
      }
      elements.push(element);
      this.enter(operatorMode);
    }
    return { kind: "ArrayLiteral", start: first.start, end: elements[elements.length - 1]?.end ?? 0, elements };
  }

  /** Operators and casts before an operand, `++` and `--` behind it. */
  private readonly unary: ParserMethod<[], Expression | undefined> = this.RULE("unary", (): Expression | undefined => {
    this.enter(operandMode);
    const token = this.peek();
    const expression = startsNestedOperand(token) ? this.nestedOperand(token) : this.primary(false);
    if (expression === undefined) return undefined;
    this.enter(operatorMode);
    return this.at(IncrementOperator) ? this.postfixed(expression) : expression;
  });

  /** What is nested one level deeper for each operator, comma or bracket before the operand. */
  private nestedOperand(token: Token): Expression | undefined {
    if (token.tokenType === Comma && this.commaSeparates) return undefined;
    this.descend();
    const operand =
      token.tokenType === Comma ? this.unaryComma() : token.tokenType === LBracket ? this.typed() : this.prefixed();
    this.ascend();
    return operand;
  }

  private prefixed(): Expression {
    const token = this.take();
    this.skipNewLines();
    const child = this.SUBRULE(this.unary);
    const tokenKind = token.operator?.unary;
    if (child === undefined || tokenKind === undefined) return this.missingChild(token);
    if (token.tokenType === IncrementOperator && !isPlainTarget(child)) this.suspicious = true;
    return { kind: "UnaryExpression", start: token.start, end: child.end, tokenKind, child };
  }

  private unaryComma(): Expression {
    const token = this.take();
    this.skipNewLines();
    const child = this.SUBRULE(this.unary);
    if (child === undefined) return this.missingChild(token);
    return { kind: "ArrayLiteral", start: token.start, end: child.end, elements: [child] };
  }

  private missingChild(operator: Token): Expression {
    this.reportIncomplete("MissingExpressionAfterOperator", after(operator), this.textOf(operator));
    return errorExpression(operator);
  }

  private postfixed(child: Expression): Expression {
    const token = this.take();
    if (!isPlainTarget(child)) this.suspicious = true;
    const tokenKind = token.operator?.unary === "PlusPlus" ? "PostfixPlusPlus" : "PostfixMinusMinus";
    return { kind: "UnaryExpression", start: child.start, end: token.end, tokenKind, child };
  }

  /** Types and attributes in brackets, and what they apply to. */
  private typed(): Expression | undefined {
    const brackets: AttributeBase[] = [];
    this.loop(() => {
      if (!this.at(LBracket) && !this.RECORDING_PHASE) return false;
      const bracketed = this.SUBRULE(this.bracketed);
      if (bracketed === undefined) return false;
      brackets.push(bracketed);
      this.enter(operatorMode);
      return true;
    });
    const last = brackets[brackets.length - 1];
    if (last === undefined) return undefined;
    if (last.kind === "TypeConstraint" && this.isMemberAttached()) {
      brackets.pop();
      const type: Expression = { kind: "TypeExpression", start: last.start, end: last.end, typeName: last.typeName };
      return this.applyBrackets(brackets, this.attached(type));
    }
    if (last.kind === "Attribute") this.skipNewLines();
    const child = last.kind === "TypeConstraint" && this.at(Comma) ? undefined : this.SUBRULE(this.unary);
    if (child !== undefined) return this.applyBrackets(brackets, child);
    brackets.pop();
    if (last.kind === "Attribute") {
      this.reportIncomplete("UnexpectedAttribute", last, last.typeName.fullName);
      return errorExpression(last);
    }
    return this.applyBrackets(brackets, {
      kind: "TypeExpression",
      start: last.start,
      end: last.end,
      typeName: last.typeName,
    });
  }

  private applyBrackets(brackets: readonly AttributeBase[], child: Expression): Expression {
    if (brackets.some(({ kind, typeName }) => kind === "Attribute" || typeName.fullName.length === "ordered".length)) {
      this.suspicious = true;
    }
    return brackets.reduceRight<Expression>((inner, bracket) => {
      const { start } = bracket;
      return bracket.kind === "TypeConstraint"
        ? { kind: "ConvertExpression", start, end: inner.end, type: bracket, child: inner }
        : { kind: "AttributedExpression", start, end: inner.end, attribute: bracket, child: inner };
    }, child);
  }

  /** A value and what is attached to it: members, calls, indexes. */
  protected primary(isArgument: boolean): Expression | undefined {
    if (!this.primaryAlternatives.has(this.peek()) && !this.RECORDING_PHASE) return undefined;
    this.descend();
    const value = this.choose(this.primaryAlternatives);
    this.ascend();
    if (value.kind !== "VariableExpression") return this.attached(value, isArgument);
    const used = usedVariable(value);
    const result = this.attached(used ?? value, isArgument);
    if (value.splatted && !(isArgument && result === value)) this.suspicious = true;
    if (used === undefined) return result;
    if (result !== used) this.suspicious = true;
    return usingExpression(result);
  }

  /** A member's name that is computed; what is attached belongs to the member, not to its name. */
  private readonly memberValue = this.RULE("memberValue", (): Expression => {
    const value = this.choose(this.primaryAlternatives);
    const used = value.kind === "VariableExpression" ? usedVariable(value) : undefined;
    return used === undefined ? value : usingExpression(used);
  });

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
    return { kind: "ConstantExpression", start, end, text: this.textOf(token), ...constant };
  }

  /** A string, or a word of a command, with what is nested in it. */
  protected stringLiteral(token: Token, stringConstantType: StringConstantType): Expression {
    if (token.pieces === undefined) return stringConstant(token, token.text, stringConstantType);
    const { stringLength } = this.lexer;
    this.lexer.stringLength = token.text.length;
    const parts = token.pieces.map((piece) => (typeof piece === "string" ? piece : this.nestedExpression(piece)));
    this.lexer.stringLength = stringLength;
    const nestedExpressions = settled(parts.filter((part) => typeof part !== "string"));
    const { start, end, text: value } = token;
    return { kind: "ExpandableStringExpression", start, end, value, stringConstantType, nestedExpressions, parts };
  }

  private nestedExpression(piece: NestedPiece): Expression {
    const { start, end, variable } = piece;
    if (variable !== undefined) {
      const expression = { kind: "VariableExpression", start, end, variablePath: variable, splatted: false } as const;
      const used = usedVariable(expression);
      return used === undefined ? expression : usingExpression(used);
    }
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
  private behindEnd(): Extent {
    const next = this.peek();
    return this.at(EOF) ? { start: next.end + 1, end: next.end + 1 } : next;
  }

  /** `{ … }` as a value. */
  private readonly scriptBlockExpression = this.RULE("scriptBlockExpression", (): Expression => {
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
      last = after(pair[1]);
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

  /** Is an operator that reads a member attached, without a blank? */
  private isMemberAttached(): boolean {
    const unit = this.attachedUnit();
    if (unit === 46) return this.lexer.unit(this.lexer.position + 1) !== 46;
    return unit === 58 && this.lexer.unit(this.lexer.position + 1) === 58;
  }

  /** What follows a value without a blank: `.member`, `::member`, `[index]`, `?.member`, `?[index]`. */
  protected attached(value: Expression, isArgument = false): Expression {
    let result = value;
    for (;;) {
      const operator = this.attachedOperator(isArgument);
      if (operator === undefined) return result;
      const inner = result;
      result =
        operator.tokenType === LBracket || operator.tokenType === QuestionLBracket
          ? this.nested(() => this.index(inner, operator))
          : this.member(inner, operator, isArgument);
    }
  }

  private attachedOperator(isArgument: boolean): Token | undefined {
    if (this.RECORDING_PHASE) return undefined;
    const { lexer } = this;
    const { position } = lexer;
    switch (lexer.unit(position)) {
      case 46:
        if (lexer.unit(position + 1) === 46) return undefined;
        return isArgument && !startsMember(lexer.unit(position + 1)) ? undefined : this.mark(Dot, 1);
      case 91:
        return this.mark(LBracket, 1);
      case 58:
        return lexer.unit(position + 1) === 58 ? this.mark(ColonColon, 2) : undefined;
      case 63:
        return lexer.edition.nullConditional ? this.nullConditional(position) : undefined;
      default:
        return undefined;
    }
  }

  private nullConditional(position: number): Token | undefined {
    const unit = this.lexer.unit(position + 1);
    if (unit === 46) return this.mark(QuestionDot, 2);
    return unit === 91 ? this.mark(QuestionLBracket, 2) : undefined;
  }

  /** Takes the attached characters as a token. */
  private mark(type: Token["tokenType"], length: number): Token {
    const start = this.lexer.position;
    const token = this.lexer.token(type, start, start + length);
    this.moveTo(start + length);
    this.previous = token;
    return token;
  }

  private index(target: Expression, open: Token): Expression {
    const outerComma = this.commaSeparates;
    this.commaSeparates = false;
    this.enter(operandMode);
    this.skipNewLines();
    let index = this.SUBRULE(this.expression);
    const missing = index === undefined;
    if (index === undefined) {
      this.reportIncomplete("MissingArrayIndexExpression", after(open));
      index = errorExpression(after(open));
    }
    this.commaSeparates = outerComma;
    this.enter(operatorMode);
    this.skipNewLines();
    const close = this.expect(RBracket);
    if (close === undefined && !missing) this.reportIncomplete("MissingEndSquareBracket", after(index));
    const nullConditional = open.tokenType === QuestionLBracket;
    const end = (close ?? index).end;
    return { kind: "IndexExpression", start: target.start, end, target, index, nullConditional };
  }

  private member(expression: Expression, operator: Token, isArgument: boolean): Expression {
    this.enter(memberMode);
    this.skipNewLines();
    const member = this.memberName();
    const isStatic = operator.tokenType === ColonColon;
    const nullConditional = operator.tokenType === QuestionDot;
    const { start } = expression;
    if (member === undefined) {
      this.reportIncomplete("MissingPropertyName", after(operator));
      this.accept(Unknown);
      const broken = errorExpression({ start, end: operator.end });
      const { end } = operator;
      return { kind: "MemberExpression", start, end, expression, member: broken, static: isStatic, nullConditional };
    }
    const nameEnd = this.previous.end;
    const genericTypeArguments = isArgument ? undefined : this.genericMethodArguments();
    const unit = this.attachedUnit();
    if (unit !== openParen && unit !== openBrace) {
      const end = nameEnd;
      return { kind: "MemberExpression", start, end, expression, member, static: isStatic, nullConditional };
    }
    const args = this.nested(() => (unit === openParen ? this.SUBRULE(this.argumentList) : this.blockArgument()));
    const { end } = this.previous;
    return {
      kind: "InvokeMemberExpression",
      start,
      end,
      expression,
      member,
      arguments: args.length === 0 ? undefined : args,
      genericTypeArguments,
      static: isStatic,
      nullConditional,
    };
  }

  private memberName(): Expression | undefined {
    if (this.at(Identifier)) {
      const name = this.take();
      return stringConstant(name, name.text, "BareWord");
    }
    if (this.primaryAlternatives.has(this.peek())) return this.SUBRULE(this.memberValue);
    return this.SUBRULE(this.unary);
  }

  /** `[int]` between a method's name and its parenthesis; without the parenthesis it is an index, and not taken. */
  private genericMethodArguments(): readonly TypeName[] | undefined {
    const { lexer, previous } = this;
    if (!lexer.edition.genericMethodArguments) return undefined;
    const bracket = lexer.skipBlanks(lexer.position);
    if (lexer.unit(bracket) !== openBracket) return undefined;
    if (!startsIdentifier(lexer.unit(lexer.skipBlanks(bracket + 1)))) return undefined;
    const open = lexer.token(LBracket, bracket, bracket + 1);
    this.moveBehind(open);
    this.enter(typeNameMode);
    const names = this.typeNameList(open);
    if (this.expect(RBracket) === undefined) {
      this.reportIncomplete("EndSquareBracketExpectedAtEndOfType", after(this.previous));
      return undefined;
    }
    const unit = this.attachedUnit();
    if (unit === openParen || unit === openBrace) return names;
    this.moveBehind(previous);
    return undefined;
  }

  /** `$a.Where{ … }`: a block right behind the name is the only argument. */
  private blockArgument(): Expression[] {
    return [this.SUBRULE(this.scriptBlockExpression)];
  }

  /** `(a, b)` of a call. */
  protected readonly argumentList = this.RULE("argumentList", (): readonly Expression[] => {
    const args: Expression[] = [];
    const open = this.shift(LParen);
    const outerComma = this.commaSeparates;
    this.commaSeparates = true;
    let comma: Token | undefined;
    let reported = false;
    let last: Extent = open;
    this.loop(() => {
      this.enter(operandMode);
      this.skipNewLines();
      const argument = this.SUBRULE(this.expression);
      if (argument === undefined) {
        if (comma === undefined) return false;
        this.reportIncomplete("MissingExpressionAfterToken", after(comma), ",");
        reported = true;
        return false;
      }
      args.push(argument);
      last = argument;
      this.enter(operatorMode);
      this.skipNewLines();
      comma = this.accept(Comma);
      last = comma ?? last;
      return comma !== undefined;
    });
    this.commaSeparates = outerComma;
    this.enter(operatorMode);
    this.skipNewLines();
    const close = this.expect(RParen);
    if (close === undefined && !reported) this.reportIncomplete("MissingEndParenthesisInMethodCall", after(last));
    return settled(args);
  });

  /** A bare word as a value. */
  protected word(token: Token): Expression {
    if (token.tokenType === Generic) return this.stringLiteral(token, "BareWord");
    return stringConstant(token, this.textOf(token), "BareWord");
  }
}
