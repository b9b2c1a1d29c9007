import type { ParserMethod } from "chevrotain";
import { endsWord, startsIdentifier } from "../lexer/characters.js";
import type { Token } from "../lexer/token.js";
import { argumentMode, memberMode, operandMode, operatorMode, typeNameMode } from "../modes.js";
import {
  ColonColon,
  Comma,
  Dot,
  Generic,
  Identifier,
  LBracket,
  LParen,
  Parameter,
  QuestionDot,
  QuestionLBracket,
  RBracket,
  RParen,
} from "../tokens.js";
import type { Expression } from "../tree/expressions.js";
import type { Extent } from "../tree/extent.js";
import type { TypeName } from "../tree/type-names.js";
import { after } from "./modal-parser.js";
import { errorExpression, settled, stringConstant } from "./nodes.js";
import { TypeParser } from "./type-parser.js";

const openParen = 40;
const openBracket = 91;
const openBrace = 123;

/** Can a member's name begin so? In a command, a point before anything else is a word of its own. */
const startsMember = (unit: number): boolean => !endsWord(unit) || unit === openParen;

/** What is attached to a value: members, calls, indexes. */
export abstract class MemberParser extends TypeParser {
  protected abstract readonly unary: ParserMethod<[], Expression | undefined>;
  protected abstract readonly scriptBlockExpression: ParserMethod<[], Expression>;
  /** A member's name that is computed. */
  protected abstract readonly memberValue: ParserMethod<[], Expression>;
  /** Does the next token begin a value? */
  protected abstract startsValue(): boolean;

  /** Is an operator that reads a member attached, without a blank? */
  protected isMemberAttached(): boolean {
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
    this.takeMade(token);
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
      const end = this.skipNoName() ?? operator.end;
      const broken = errorExpression({ start, end });
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

  /** Passes over a word that stands where a name is missing, and says where it ends. */
  private skipNoName(): number | undefined {
    this.enter(argumentMode);
    return this.at(Generic) || this.at(Parameter) || this.at(RBracket) ? this.take().end : undefined;
  }

  private memberName(): Expression | undefined {
    if (this.at(Identifier)) {
      const name = this.take();
      return stringConstant(name, name.text, "BareWord");
    }
    if (this.startsValue()) return this.SUBRULE(this.memberValue);
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
    this.takeMade(open);
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
}
