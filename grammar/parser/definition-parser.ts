import { EOF } from "chevrotain";
import type { Token } from "../lexer/token.js";
import { argumentMode, memberMode, operandMode, operatorMode, simpleNameMode, statementMode } from "../modes.js";
import {
  AssignmentOperator,
  Class,
  Colon,
  Comma,
  Data,
  Enum,
  Generic,
  Identifier,
  LBracket,
  LCurly,
  LParen,
  NewLine,
  Parallel,
  Parameter as ParameterToken,
  RCurly,
  RParen,
  Semi,
  Sequence,
  Using,
  Variable,
} from "../tokens.js";
import type {
  Attribute,
  BaseCtorInvokeMemberExpression,
  Expression,
  StringConstantExpression,
  TypeConstraint,
} from "../tree/expressions.js";
import type { Extent } from "../tree/extent.js";
import type { ScriptBlock, StatementBlock } from "../tree/script-blocks.js";
import type {
  ErrorStatement,
  FunctionMember,
  MemberModifiers,
  MemberNode,
  PropertyMember,
  Statement,
  UsingStatement,
} from "../tree/statements.js";
import { BlockParser } from "./block-parser.js";
import { after, recordedToken } from "./modal-parser.js";
import { errorExpression, errorStatement, settled, stringConstant } from "./nodes.js";

const usingKinds: ReadonlyMap<string, UsingStatement["usingStatementKind"]> = new Map([
  ["namespace", "Namespace"],
  ["module", "Module"],
  ["assembly", "Assembly"],
  ["type", "Type"],
  ["command", "Command"],
]);

/** What stands before a member's name. */
interface MemberHead {
  readonly attributes: readonly Attribute[];
  readonly type: TypeConstraint | undefined;
  readonly modifiers: MemberModifiers;
  readonly start: number;
}

/** What defines types and modules: class, enum, using, data. */
export abstract class DefinitionParser extends BlockParser {
  // class, enum

  protected override readonly typeDefinition = this.RULE(
    "typeDefinition",
    (attributes: Attribute[] = []): Statement => {
      const keyword = this.shiftAny([Class, Enum]);
      const isEnum = keyword.tokenType === Enum;
      const text = this.textOf(keyword);
      const start = attributes[0]?.start ?? keyword.start;
      this.enter(simpleNameMode);
      this.skipNewLines();
      const name = this.expect(Identifier);
      if (name === undefined) {
        this.reportIncomplete("MissingNameAfterKeyword", after(keyword), text);
        return errorStatement(start, keyword.end);
      }
      const baseTypes = this.baseTypes();
      const last = baseTypes[baseTypes.length - 1] ?? name;
      this.enter(statementMode);
      this.skipNewLines();
      const open = this.expect(LCurly);
      if (open === undefined) {
        this.reportIncomplete("MissingTypeBody", after(last), text);
        return errorStatement(start, last.end);
      }
      const members: MemberNode[] = [];
      this.loop(() => {
        const member = isEnum ? this.SUBRULE(this.enumMember) : this.SUBRULE(this.classMember, { ARGS: [name.text] });
        if (member === undefined) return false;
        if (member !== "broken") members.push(member);
        return true;
      });
      this.enter(statementMode);
      this.skipNewLines();
      const close = this.accept(RCurly);
      if (close === undefined) this.reportIncompleteAt(this.peek(), "MissingEndCurlyBrace", after(open));
      return {
        kind: "TypeDefinition",
        start,
        end: this.previous.end,
        name: name.text,
        nameExtent: { start: name.start, end: name.end },
        typeAttributes: isEnum ? "Enum" : "Class",
        attributes,
        baseTypes,
        members,
      };
    },
  );

  private baseTypes(): TypeConstraint[] {
    const types: TypeConstraint[] = [];
    this.enter(operatorMode);
    this.skipNewLines();
    let separator = this.accept(Colon);
    this.loop(() => {
      if (separator === undefined) return false;
      this.skipNewLines();
      const typeName = this.SUBRULE(this.typeName);
      if (typeName === undefined) {
        this.reportIncomplete("TypeNameExpected", after(separator));
        return false;
      }
      types.push({ kind: "TypeConstraint", start: typeName.start, end: typeName.end, typeName });
      this.enter(operatorMode);
      this.skipNewLines();
      separator = this.accept(Comma);
      return true;
    });
    return types;
  }

  private readonly classMember = this.RULE("classMember", (className = ""): MemberNode | "broken" | undefined => {
    this.enter(simpleNameMode);
    this.skipNewLines();
    const head = this.memberHead();
    const property = this.accept(Variable);
    if (property !== undefined && !this.RECORDING_PHASE) return this.propertyMember(head, property);
    const name = this.accept(Identifier);
    if (name !== undefined) return this.SUBRULE(this.functionMember, { ARGS: [head, name, className] });
    if (this.previous.end <= head.start) return undefined;
    this.reportIncomplete("IncompleteMemberDefinition", after(this.previous));
    return "broken";
  });

  private memberHead(): MemberHead {
    const attributes: Attribute[] = [];
    let type: TypeConstraint | undefined;
    const modifiers = { static: false, hidden: false };
    const start = this.peek().start;
    this.loop(() => {
      if (this.at(LBracket) || this.RECORDING_PHASE) {
        const bracketed = this.SUBRULE(this.bracketed);
        if (bracketed === undefined) return false;
        if (bracketed.kind === "Attribute") attributes.push(bracketed);
        else type = bracketed;
      } else {
        const word = this.at(Identifier) ? this.peek().text.toLowerCase() : "";
        if (word !== "static" && word !== "hidden") return false;
        const token = this.take();
        if (modifiers[word]) this.report("DuplicateQualifier", token, token.text);
        modifiers[word] = true;
      }
      this.enter(simpleNameMode);
      this.skipNewLines();
      return true;
    });
    return { attributes, type, modifiers, start };
  }

  private propertyMember(head: MemberHead, variable: Token): PropertyMember {
    this.enter(operatorMode);
    let initialValue: Expression | undefined;
    if (this.atEquals()) {
      this.take();
      this.enter(operandMode);
      this.skipNewLines();
      initialValue = this.SUBRULE(this.expression);
    }
    const { end } = this.previous;
    this.memberTerminator();
    return {
      kind: "PropertyMember",
      start: head.start,
      end: Math.max(end, this.terminatorEnd),
      name: variable.variable?.userPath ?? "",
      nameExtent: { start: variable.start, end: variable.end },
      propertyType: head.type,
      attributes: head.attributes,
      modifiers: head.modifiers,
      isLiteral: false,
      initialValue,
    };
  }

  /** Where the semicolon ended that the last member has; it belongs to the member. */
  private terminatorEnd = 0;

  /** A property or a value ends with its line, a semicolon, or the type's brace. */
  private memberTerminator(): void {
    this.terminatorEnd = 0;
    this.enter(statementMode);
    const semicolon = this.accept(Semi);
    if (semicolon !== undefined) this.terminatorEnd = semicolon.end;
    else if (!this.at(NewLine) && !this.at(RCurly)) {
      this.reportIncomplete("MissingPropertyTerminator", after(this.previous));
    }
    while (this.accept(Semi) !== undefined);
  }

  private readonly functionMember = this.RULE(
    "functionMember",
    (
      head: MemberHead = { attributes: [], type: undefined, modifiers: { static: false, hidden: false }, start: 0 },
      name: Token = recordedToken,
      className = "",
    ): FunctionMember | "broken" => {
      const isConstructor = name.text.toLowerCase() === className.toLowerCase();
      this.enter(operatorMode);
      this.skipNewLines();
      const open = this.accept(LParen);
      let broken = false;
      let last: Extent = name;
      if (open === undefined) this.reportIncomplete("MissingMethodParameterList", after(name));
      const parameters = open === undefined ? [] : this.SUBRULE(this.parameterList);
      if (open !== undefined) {
        this.skipNewLines();
        const close = this.accept(RParen);
        last = close ?? parameters[parameters.length - 1] ?? open;
        if (close === undefined) {
          broken = true;
          this.reportIncomplete("MissingEndParenthesisInFunctionParameterList", after(last));
        }
      }
      const baseConstructorCall = isConstructor && !broken ? this.baseConstructorCall() : undefined;
      if (baseConstructorCall === "broken") return "broken";
      this.enter(statementMode);
      this.skipNewLines();
      const brace = this.accept(LCurly);
      if (brace === undefined) {
        if (!broken) this.reportIncomplete("MissingFunctionBody", after(last));
        return "broken";
      }
      const body = this.nested(() => this.SUBRULE(this.scriptBlock, { ARGS: [brace] }));
      return {
        kind: "FunctionMember",
        start: head.start,
        end: body.end,
        name: name.text,
        nameExtent: { start: name.start, end: name.end },
        isConstructor,
        returnType: head.type,
        attributes: head.attributes,
        modifiers: head.modifiers,
        parameters,
        body: baseConstructorCall === undefined ? body : withBaseCall(body, baseConstructorCall),
        baseConstructorCall,
      };
    },
  );

  /** `: base(1)` behind a constructor's parameters. */
  private baseConstructorCall(): BaseCtorInvokeMemberExpression | "broken" | undefined {
    this.enter(operatorMode);
    this.skipNewLines();
    const colon = this.RECORDING_PHASE ? undefined : this.accept(Colon);
    if (colon === undefined) return undefined;
    this.enter(simpleNameMode);
    this.skipNewLines();
    if (!this.at(Identifier) || this.peek().text.toLowerCase() !== "base") {
      this.reportIncomplete("MissingBaseCtorCall", after(colon));
      return "broken";
    }
    const base = this.take();
    this.enter(operatorMode);
    this.skipNewLines();
    if (!this.at(LParen)) {
      this.reportIncomplete("MissingMethodParameterList", after(base));
      return "broken";
    }
    const args = this.SUBRULE(this.argumentList);
    const variablePath = {
      userPath: "this",
      scope: "Unqualified",
      driveName: undefined,
      unqualifiedPath: "this",
    } as const;
    const { start, end } = base;
    return {
      kind: "BaseCtorInvokeMemberExpression",
      start,
      end: this.previous.end,
      expression: { kind: "VariableExpression", start, end, variablePath, splatted: false },
      member: stringConstant(base, ".ctor", "BareWord"),
      arguments: args.length === 0 ? undefined : args,
      static: false,
    };
  }

  private readonly enumMember = this.RULE("enumMember", (): PropertyMember | undefined => {
    this.enter(simpleNameMode);
    this.skipNewLines();
    const name = this.expect(Identifier);
    if (name === undefined) return undefined;
    this.enter(operatorMode);
    let initialValue: Expression | undefined;
    let missing = false;
    if (this.atEquals()) {
      const equals = this.shift(AssignmentOperator);
      this.enter(operandMode);
      this.skipNewLines();
      initialValue = this.SUBRULE(this.expression);
      if (initialValue === undefined) {
        missing = true;
        this.reportIncomplete("ExpectedValueExpression", after(equals), "=");
        initialValue = errorExpression(equals);
      }
    }
    const { end } = this.previous;
    if (!missing && !this.RECORDING_PHASE) this.memberTerminator();
    return {
      kind: "PropertyMember",
      start: name.start,
      end: Math.max(end, this.terminatorEnd),
      name: name.text,
      nameExtent: { start: name.start, end: name.end },
      propertyType: undefined,
      attributes: [],
      modifiers: { static: false, hidden: false },
      isLiteral: true,
      initialValue,
    };
  });

  // data

  protected override readonly dataStatement = this.RULE("dataStatement", (): Statement => {
    const keyword = this.shift(Data);
    const { start } = keyword;
    this.enter(simpleNameMode);
    this.skipNewLines();
    const name = this.accept(Identifier);
    const commandsAllowed: Expression[] = [];
    let broken = false;
    this.enter(argumentMode);
    this.skipNewLines();
    while (!broken && this.at(ParameterToken)) {
      const parameter = this.take();
      broken = !this.supportedCommands(parameter, commandsAllowed);
      this.enter(argumentMode);
      this.skipNewLines();
    }
    if (broken) return errorStatement(start, this.previous.end);
    const last = this.previous;
    const body: StatementBlock | undefined = this.SUBRULE(this.statementBlock);
    if (body === undefined) {
      this.reportIncomplete("MissingStatementBlockForDataSection", after(last));
      return errorStatement(start, last.end);
    }
    return { kind: "DataStatement", start, end: body.end, variable: name?.text, commandsAllowed, body };
  });

  private supportedCommands(parameter: Token, into: Expression[]): boolean {
    if (parameter.text === "" || !"supportedcommand".startsWith(parameter.text.toLowerCase())) {
      this.report("InvalidParameterForDataSectionStatement", parameter, parameter.text);
      return false;
    }
    this.enter(argumentMode);
    this.skipNewLines();
    for (;;) {
      const command = this.at(LCurly) ? undefined : this.singleWordArgument();
      if (command === undefined) {
        const place = after(this.previous);
        this.reportIncomplete("MissingValueForSupportedCommandInDataSectionStatement", place);
        return false;
      }
      into.push(command);
      this.enter(argumentMode);
      if (this.accept(Comma) === undefined) return true;
      this.skipNewLines();
    }
  }

  // using

  /** The `using` statements that a script begins with. */
  protected usingStatements(): readonly UsingStatement[] {
    const statements: UsingStatement[] = [];
    this.loop(() => {
      this.enter(statementMode);
      this.skipSeparators();
      if (!this.at(Using) && !this.RECORDING_PHASE) return false;
      const statement = this.SUBRULE(this.usingStatement);
      if (statement.kind === "UsingStatement") statements.push(statement);
      return true;
    });
    return settled(statements);
  }

  protected override readonly usingStatement = this.RULE("usingStatement", (): UsingStatement | ErrorStatement => {
    const keyword = this.shift(Using);
    const { start } = keyword;
    this.enter(memberMode);
    const kindToken = this.expect(Identifier);
    const usingStatementKind = usingKinds.get(kindToken?.text.toLowerCase() ?? "");
    if (kindToken === undefined || usingStatementKind === undefined) {
      if (kindToken !== undefined) this.moveBehind(keyword);
      this.reportIncomplete("MissingUsingStatementDirective", after(keyword));
      return errorStatement(start, keyword.end);
    }
    this.enter(argumentMode);
    const item = this.RECORDING_PHASE ? this.primary(false) : this.singleWordArgument();
    if (item === undefined) {
      this.reportIncomplete("MissingUsingItemName", after(kindToken));
      return errorStatement(start, kindToken.end);
    }
    const name = item.kind === "StringConstantExpression" ? item : undefined;
    const moduleSpecification = item.kind === "Hashtable" ? item : undefined;
    if (name === undefined && moduleSpecification === undefined) return this.invalidUsingItem(start, item);
    const alias = name === undefined || usingStatementKind === "Assembly" ? undefined : this.usingAlias();
    if (alias?.kind === "ErrorStatement") return alias;
    if (alias === undefined && (usingStatementKind === "Type" || usingStatementKind === "Command")) {
      this.reportIncomplete("MissingEqualsInUsingAlias", after(item));
      return errorStatement(start, item.end);
    }
    const statement: UsingStatement = {
      kind: "UsingStatement",
      start,
      end: (alias ?? item).end,
      usingStatementKind,
      name,
      alias,
      moduleSpecification,
    };
    this.checkUsing(statement, item);
    this.enter(statementMode);
    const next = this.peek();
    if (!this.at(NewLine) && !this.at(Semi) && !this.at(EOF)) this.reportIncomplete("MissingStatementTerminator", next);
    return statement;
  });

  /** `= other.name` behind the name of what is used; `undefined` when it is not there. */
  private usingAlias(): StringConstantExpression | ErrorStatement | undefined {
    this.enter(argumentMode);
    const equals = this.peek();
    if (equals.tokenType !== Generic || equals.text !== "=") return undefined;
    this.take();
    const alias = this.singleWordArgument();
    if (alias?.kind === "StringConstantExpression") return alias;
    if (alias !== undefined) return this.invalidUsingItem(equals.start, alias);
    this.reportIncomplete("MissingNamespaceAlias", after(equals));
    return errorStatement(equals.start, equals.end);
  }

  private invalidUsingItem(start: number, item: Expression): ErrorStatement {
    this.report("InvalidValueForUsingItemName", item, this.textOf(item));
    return errorStatement(start, item.end);
  }

  /** What can be said at once; whether it may stand here, and its syntax, are looked at with the tree. */
  private checkUsing(statement: UsingStatement, item: Expression): void {
    this.suspicious = true;
    const text = this.textOf(item);
    if (statement.usingStatementKind === "Module") this.report("ModuleNotFoundDuringParse", statement, text);
    if (statement.usingStatementKind !== "Assembly") return;
    this.report("ErrorLoadingAssembly", item, statement.name?.value ?? text);
  }

  // parallel, sequence

  protected override readonly blockStatement = this.RULE("blockStatement", (): Statement => {
    const keyword = this.shiftAny([Parallel, Sequence]);
    const { start } = keyword;
    const body = this.SUBRULE(this.statementBlock);
    if (body === undefined) {
      this.reportIncomplete("MissingStatementAfterKeyword", after(keyword), this.textOf(keyword));
      return errorStatement(start, keyword.end);
    }
    if (!this.insideWorkflow) this.report("UnexpectedKeyword", keyword, this.textOf(keyword));
    const blockKind = keyword.tokenType === Parallel ? "Parallel" : "Sequence";
    return { kind: "BlockStatement", start, end: body.end, blockKind, body };
  });
}

/** A call of the base constructor is the first statement of the constructor's body. */
const withBaseCall = (body: ScriptBlock, call: BaseCtorInvokeMemberExpression): ScriptBlock => {
  if (body.endBlock === undefined) return body;
  const { start, end } = call;
  const statement: Statement = { kind: "CommandExpression", start, end, expression: call, redirections: [] };
  return { ...body, endBlock: { ...body.endBlock, statements: [statement, ...body.endBlock.statements] } };
};
