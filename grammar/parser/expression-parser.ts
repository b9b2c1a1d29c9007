import type { ParserMethod } from "chevrotain";
import type { Token } from "../lexer/token.js";
import { operandMode, operatorMode } from "../modes.js";
import {
  AtCurly,
  AtParen,
  BinaryOperator,
  Colon,
  Comma,
  DollarParen,
  HereStringExpandable,
  HereStringLiteral,
  IncrementOperator,
  LBracket,
  LCurly,
  LParen,
  NumberLiteral,
  Parameter,
  QuestionMark,
  SplattedVariable,
  StringExpandable,
  StringLiteral,
  UnaryOperator,
  UnaryOrBinaryOperator,
  Variable,
} from "../tokens.js";
import type { AttributeBase, Expression } from "../tree/expressions.js";
import type { Extent } from "../tree/extent.js";
import { after, tokenSet } from "./modal-parser.js";
import { endOf, errorExpression, isPlainTarget } from "./nodes.js";
import { ValueParser } from "./value-parser.js";

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

/** Expressions: operators, by precedence climbing, and casts before values. */
export abstract class ExpressionParser extends ValueParser {
  /** An expression, in operand mode; `undefined`, and nothing taken, when the next token begins none. */
  protected override readonly expression: ParserMethod<[], Expression | undefined> = this.RULE(
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
    return { kind: "ArrayLiteral", start: first.start, end: endOf(elements, first), elements };
  }

  /** Operators and casts before an operand, `++` and `--` behind it. */
  protected override readonly unary: ParserMethod<[], Expression | undefined> = this.RULE(
    "unary",
    (): Expression | undefined => {
      this.enter(operandMode);
      const token = this.peek();
      const expression = startsNestedOperand(token) ? this.nestedOperand(token) : this.primary(false);
      if (expression === undefined) return undefined;
      this.enter(operatorMode);
      return this.at(IncrementOperator) ? this.postfixed(expression) : expression;
    },
  );

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
    // `[ordered]` stands directly before a hashtable.
    const isMisplacedOrdered = ({ typeName: { fullName } }: AttributeBase, index: number): boolean =>
      fullName.length === "ordered".length &&
      fullName.toLowerCase() === "ordered" &&
      !(index === brackets.length - 1 && child.kind === "Hashtable");
    if (brackets.some((bracket, index) => bracket.kind === "Attribute" || isMisplacedOrdered(bracket, index))) {
      this.suspicious = true;
    }
    return brackets.reduceRight<Expression>((inner, bracket) => {
      const { start } = bracket;
      return bracket.kind === "TypeConstraint"
        ? { kind: "ConvertExpression", start, end: inner.end, type: bracket, child: inner }
        : { kind: "AttributedExpression", start, end: inner.end, attribute: bracket, child: inner };
    }, child);
  }
}
