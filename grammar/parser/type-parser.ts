import type { ParserMethod } from "chevrotain";
import { EOF } from "chevrotain";
import { signOperators } from "../lexer/operators.js";
import type { Token } from "../lexer/token.js";
import { memberMode, operandMode, operatorMode, typeNameMode } from "../modes.js";
import { isAttributeArgument } from "../semantic-checks.js";
import { AssignmentOperator, Comma, Identifier, LBracket, LParen, RBracket, RParen } from "../tokens.js";
import type { Attribute, AttributeBase, Expression, NamedAttributeArgument } from "../tree/expressions.js";
import type { Extent } from "../tree/extent.js";
import type { SimpleTypeName, TypeName } from "../tree/type-names.js";
import { after, ModalParser, recordedToken } from "./modal-parser.js";
import { errorExpression, hasDuplicates, settled } from "./nodes.js";

/** Stands for a type while the rules are recorded. */
const recordedType = {
  kind: "TypeName",
  start: 0,
  end: 0,
  fullName: "",
  name: "",
  assemblyName: undefined,
} as TypeName;

/** Type names, and what stands in brackets: types and attributes. */
export abstract class TypeParser extends ModalParser {
  /** Without commas: in argument lists they separate. */
  protected abstract readonly expression: ParserMethod<[], Expression | undefined>;
  /** A comma separates arguments here, instead of making an array. */
  protected commaSeparates = false;

  /** `[type]` or `[attribute(…)]`; `undefined`, and nothing taken, when no name follows the bracket. */
  protected readonly bracketed = this.RULE("bracketed", (): AttributeBase | undefined => {
    const open = this.shift(LBracket);
    this.enter(typeNameMode);
    this.skipNewLines();
    const typeName = this.nested(() => this.SUBRULE(this.typeName, { ARGS: [true] }));
    if (typeName === undefined) {
      this.reportIncomplete("MissingTypename", after(open));
      this.moveTo(open.start);
      return undefined;
    }
    if (this.accept(LParen) !== undefined) {
      const attribute = this.SUBRULE(this.attributeArguments, { ARGS: [open, typeName] });
      if (!this.RECORDING_PHASE) return attribute;
    }
    const close = this.expect(RBracket);
    if (close === undefined) this.reportMissingBracket();
    return { kind: "TypeConstraint", start: open.start, end: (close ?? typeName).end, typeName };
  });

  /** A bracket that is never closed is shown one before what stands in its place. */
  private reportMissingBracket(): void {
    const next = this.peek();
    const place = this.at(EOF) ? next.start : next.start - 1;
    this.report("EndSquareBracketExpectedAtEndOfAttribute", { start: place, end: place });
  }

  /** A type's name in type name mode; only the outermost may be followed by an assembly's. */
  protected readonly typeName: ParserMethod<[boolean?], TypeName | undefined> = this.RULE(
    "typeName",
    (allowAssembly = false): TypeName | undefined => {
      this.enter(typeNameMode);
      const name = this.expect(Identifier);
      if (name === undefined) return undefined;
      let typeName: TypeName = this.simpleTypeName(name);
      this.loop(() => {
        const open = this.accept(LBracket);
        if (open === undefined) return false;
        const next = this.SUBRULE(this.typeSuffix, { ARGS: [typeName, open] });
        if (next === undefined) return false;
        typeName = next;
        return true;
      });
      return allowAssembly && this.at(Comma) ? this.assemblyQualified(typeName) : typeName;
    },
  );

  private simpleTypeName(token: Token): SimpleTypeName {
    return {
      kind: "TypeName",
      start: token.start,
      end: token.end,
      name: token.text,
      fullName: token.text,
      assemblyName: undefined,
    };
  }

  /** What follows the comma in `[Some.Type, Some.Assembly, Version=1.0.0.0]`. */
  private assemblyQualified(typeName: TypeName): TypeName {
    const comma = this.take();
    let end = comma.end;
    while (!/^[\])\r\n]?$/.test(this.lexer.text.charAt(end))) end++;
    const assemblyName = this.lexer.text.slice(comma.end, end).split(",").map(trim).join(", ");
    end = Math.min(end, this.lexer.limit);
    this.takeAssemblyName(comma.end, end);
    if (typeName.kind !== "TypeName") return typeName;
    const fullName = `${typeName.name},${assemblyName}`;
    return { ...typeName, end, fullName, assemblyName };
  }

  /** The words, commas and equals signs of an assembly's name. */
  private takeAssemblyName(start: number, end: number): void {
    for (const { 0: text, index } of this.lexer.text.slice(start, end).matchAll(/,|=|[^,=\s]+/g)) {
      const from = start + index;
      const type = text === "," ? Comma : text === "=" ? AssignmentOperator : Identifier;
      const token = this.lexer.token(type, from, from + text.length);
      if (type === AssignmentOperator) token.operator = signOperators.equals;
      this.takeMade(token);
    }
    this.moveTo(end);
  }

  /** Behind `name[`: an array's commas, or a generic type's arguments. */
  private readonly typeSuffix = this.RULE(
    "typeSuffix",
    (element = recordedType, open = recordedToken): TypeName | undefined => {
      if (this.RECORDING_PHASE) {
        this.SUBRULE(this.genericArguments, { ARGS: [element, open] });
        return undefined;
      }
      if (this.at(RBracket) || this.at(Comma)) return this.arraySuffix(element);
      if (!this.at(Identifier) && !this.at(LBracket) && !this.at(EOF)) {
        this.report("UnexpectedToken", this.peek(), this.textOf(this.peek()));
        return undefined;
      }
      return this.SUBRULE(this.genericArguments, { ARGS: [element, open] });
    },
  );

  private arraySuffix(element: TypeName): TypeName | undefined {
    let rank = 1;
    while (this.accept(Comma) !== undefined) rank++;
    const close = this.expect(RBracket);
    if (close === undefined) {
      this.report("EndSquareBracketExpectedAtEndOfAttribute", after(this.previous));
      return undefined;
    }
    const fullName = `${element.fullName}[${",".repeat(rank - 1)}]`;
    return { kind: "ArrayTypeName", start: element.start, end: close.end, fullName, elementType: element, rank };
  }

  private readonly genericArguments = this.RULE(
    "genericArguments",
    (generic = recordedType, open = recordedToken): TypeName | undefined => {
      const names = this.typeNameList(open);
      const close = this.expect(RBracket);
      if (close === undefined) {
        this.reportIncomplete("EndSquareBracketExpectedAtEndOfAttribute", after(this.previous));
        return undefined;
      }
      if (generic.kind !== "TypeName") return generic;
      const fullName = `${generic.fullName}[${names.map((name) => name.fullName).join(",")}]`;
      const { start } = generic;
      return { kind: "GenericTypeName", start, end: close.end, fullName, typeName: generic, genericArguments: names };
    },
  );

  /** `int, string, [name, assembly]`: the arguments of a generic type or method, behind their bracket. */
  protected typeNameList(open: Token): readonly TypeName[] {
    const names: TypeName[] = [];
    let separator = open;
    this.loop(() => {
      this.skipNewLines();
      const bracket = this.accept(LBracket);
      const name = this.nested(() => this.SUBRULE(this.typeName, { ARGS: [bracket !== undefined] }));
      if (bracket !== undefined && !this.RECORDING_PHASE) this.accept(RBracket);
      if (name === undefined) {
        this.reportIncomplete("MissingTypename", after(separator));
        return false;
      }
      names.push(name);
      this.skipNewLines();
      const comma = this.accept(Comma);
      separator = comma ?? separator;
      return comma !== undefined;
    });
    return settled(names);
  }

  /** Behind `[name(`: the arguments, the parenthesis and the bracket. */
  private readonly attributeArguments = this.RULE(
    "attributeArguments",
    (open = recordedToken, typeName = recordedType): Attribute => {
      const positionalArguments: Expression[] = [];
      const namedArguments: NamedAttributeArgument[] = [];
      const outerComma = this.commaSeparates;
      this.commaSeparates = true;
      let comma: Token | undefined;
      let place: Extent = this.previous;
      this.loop(() => {
        this.enter(memberMode);
        this.skipNewLines();
        const argument = this.SUBRULE(this.attributeArgument);
        if (argument === undefined) {
          if (comma !== undefined) {
            this.reportIncomplete("MissingExpressionAfterToken", after(comma), ",");
            positionalArguments.push(errorExpression(after(comma)));
            place = comma;
          }
        } else if (argument.kind === "NamedAttributeArgument") {
          namedArguments.push(argument);
          if (!argument.expressionOmitted) place = argument;
        } else {
          positionalArguments.push(argument);
          place = argument;
        }
        this.enter(operatorMode);
        this.skipNewLines();
        comma = this.accept(Comma);
        return comma !== undefined;
      });
      this.commaSeparates = outerComma;
      const closeParen = this.expect(RParen);
      if (closeParen === undefined) this.reportIncomplete("MissingEndParenthesisInExpression", after(place));
      this.skipNewLines();
      const close = this.expect(RBracket);
      if (close === undefined && closeParen !== undefined) {
        this.reportIncomplete("EndSquareBracketExpectedAtEndOfAttribute", after(closeParen));
      }
      const { end } = close ?? closeParen ?? place;
      this.suspicious ||=
        this.RECORDING_PHASE ||
        hasDuplicates(namedArguments.map((argument) => argument.argumentName)) ||
        !positionalArguments.every(isAttributeArgument) ||
        !namedArguments.every((argument) => isAttributeArgument(argument.argument));
      return {
        kind: "Attribute",
        start: open.start,
        end,
        typeName,
        positionalArguments: settled(positionalArguments),
        namedArguments: settled(namedArguments),
      };
    },
  );

  private readonly attributeArgument = this.RULE(
    "attributeArgument",
    (): NamedAttributeArgument | Expression | undefined => {
      const name = this.accept(Identifier);
      if (name === undefined || this.RECORDING_PHASE) {
        this.enter(operandMode);
        return this.SUBRULE(this.expression);
      }
      this.enter(operatorMode);
      const equals = this.atEquals() ? this.take() : undefined;
      if (equals === undefined) {
        if (!this.lexer.edition.omittedAttributeValues) this.report("MissingEqualsInNamedArgument", this.peek());
        return namedArgument(name, this.omittedValue(name), true);
      }
      this.enter(operandMode);
      this.skipNewLines();
      const value = this.SUBRULE(this.expression);
      if (value !== undefined) return namedArgument(name, value, false);
      this.reportIncomplete("MissingExpressionInNamedArgument", after(equals));
      this.skipBehindParenthesis();
      return namedArgument(name, errorExpression(after(equals)), false);
    },
  );

  /** Goes on behind the parenthesis that closes the one around. */
  protected skipBehindParenthesis(): void {
    let depth = 0;
    while (!this.at(EOF)) {
      if (this.at(LParen)) depth++;
      if (this.take().tokenType === RParen && depth-- === 0) return;
    }
  }

  protected atEquals(): boolean {
    return this.at(AssignmentOperator) && this.peek().operator?.assignment === "Equals";
  }

  private omittedValue(name: Extent): Expression {
    const { start, end } = name;
    return { kind: "ConstantExpression", start, end, text: this.textOf(name), numberKind: "Boolean", value: true };
  }
}

const trim = (text: string): string => text.trim();

const namedArgument = (name: Token, argument: Expression, expressionOmitted: boolean): NamedAttributeArgument => ({
  kind: "NamedAttributeArgument",
  start: name.start,
  end: argument.end,
  argumentName: name.text,
  argument,
  expressionOmitted,
});
