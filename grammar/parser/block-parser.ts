import { EOF, type ParserMethod, type TokenType } from "chevrotain";
import type { Token } from "../lexer/token.js";
import { argumentMode, memberMode, operandMode, operatorMode, pipelineMode, statementMode } from "../modes.js";
import {
  AssignmentOperator,
  Begin,
  Break,
  Class,
  Clean,
  Comma,
  Continue,
  Data,
  Define,
  Do,
  Dynamicparam,
  End,
  EndOfParameters,
  Enum,
  Exit,
  Filter,
  For,
  Foreach,
  From,
  FunctionKeyword,
  Generic,
  Identifier,
  If,
  Label,
  LBracket,
  LCurly,
  LParen,
  NumberLiteral,
  Parallel,
  Param,
  Parameter as ParameterToken,
  Process,
  RCurly,
  Return,
  RParen,
  Sequence,
  SplattedVariable,
  Switch,
  Throw,
  Trap,
  Try,
  Using,
  Var,
  Variable,
  While,
  Workflow,
} from "../tokens.js";
import type { Attribute, AttributeBase, Expression } from "../tree/expressions.js";
import type { Extent } from "../tree/extent.js";
import type { NamedBlock, ParamBlock, Parameter, ScriptBlock, StatementBlock } from "../tree/script-blocks.js";
import type { PipelineBase, Statement, TrapStatement } from "../tree/statements.js";
import { after, Choice, recordedToken, tokenSet } from "./modal-parser.js";
import {
  errorExpression,
  errorStatement,
  hasDuplicates,
  settled,
  stringConstant,
  variableExpression,
} from "./nodes.js";
import { StatementParser } from "./statement-parser.js";

const startsNamedBlock = tokenSet([Begin, Process, End, Clean, Dynamicparam]);
const isFunctionName = tokenSet([Identifier, Generic, NumberLiteral, ParameterToken, EndOfParameters]);
const endsStatementList = tokenSet([RParen, RCurly]);
const isLoop = tokenSet([While, Do, For, Foreach, Switch]);

/** Which named block a keyword begins. */
const blockKinds = new Map<TokenType, NamedBlock["blockKind"]>([
  [Begin, "Begin"],
  [Process, "Process"],
  [End, "End"],
  [Clean, "Clean"],
  [Dynamicparam, "Dynamicparam"],
]);

/** What is between the braces of a script block. */
type BlockBody = Pick<
  ScriptBlock,
  "paramBlock" | "dynamicParamBlock" | "beginBlock" | "processBlock" | "endBlock" | "cleanBlock"
>;

/** Statements one after another, script blocks, functions. */
export abstract class BlockParser extends StatementParser {
  protected abstract readonly typeDefinition: ParserMethod<[Attribute[]?], Statement>;
  protected abstract readonly dataStatement: ParserMethod<[], Statement>;
  protected abstract readonly usingStatement: ParserMethod<[], Statement>;
  protected abstract readonly blockStatement: ParserMethod<[], Statement>;
  /** Are the statements those of a workflow? */
  protected insideWorkflow = false;

  /** One statement, in statement mode; `undefined`, and nothing taken, when none follows. */
  protected override readonly statement = this.RULE("statement", (): Statement | undefined => {
    if (this.RECORDING_PHASE) {
      this.choose(this.keywordStatements);
      return this.SUBRULE(this.pipelineChain);
    }
    if (this.keywordStatements.has(this.peek())) return this.choose(this.keywordStatements);
    if (this.at(LBracket) && this.lexer.definesTypes()) {
      const attributes = this.attributesBefore(Class) ?? this.attributesBefore(Enum);
      if (attributes !== undefined) return this.SUBRULE(this.typeDefinition, { ARGS: [attributes] });
    }
    return this.SUBRULE(this.pipelineChain);
  });

  private readonly keywordStatements = new Choice<Statement>([
    [If, () => this.SUBRULE(this.ifStatement)],
    [While, () => this.SUBRULE(this.whileStatement)],
    [Do, () => this.SUBRULE(this.doStatement)],
    [For, () => this.SUBRULE(this.forStatement)],
    [Foreach, () => this.SUBRULE(this.foreachStatement)],
    [Switch, () => this.SUBRULE(this.switchStatement)],
    [Label, () => this.SUBRULE(this.labeledStatement)],
    [Try, () => this.SUBRULE(this.tryStatement)],
    [Trap, () => this.SUBRULE(this.trapStatement)],
    [FunctionKeyword, () => this.SUBRULE(this.functionDefinition)],
    [Filter, () => this.SUBRULE(this.functionDefinition)],
    [Workflow, () => this.SUBRULE(this.functionDefinition)],
    [Return, () => this.SUBRULE(this.flowStatement)],
    [Exit, () => this.SUBRULE(this.flowStatement)],
    [Throw, () => this.SUBRULE(this.flowStatement)],
    [Break, () => this.SUBRULE(this.jumpStatement)],
    [Continue, () => this.SUBRULE(this.jumpStatement)],
    [Define, () => this.SUBRULE(this.reservedStatement)],
    [From, () => this.SUBRULE(this.reservedStatement)],
    [Var, () => this.SUBRULE(this.reservedStatement)],
    [Class, () => this.SUBRULE(this.typeDefinition)],
    [Enum, () => this.SUBRULE(this.typeDefinition)],
    [Data, () => this.SUBRULE(this.dataStatement)],
    [Using, () => this.misplacedUsing()],
    [Parallel, () => this.SUBRULE(this.blockStatement)],
    [Sequence, () => this.SUBRULE(this.blockStatement)],
  ]);

  /** A `using` behind other statements; a complete one is refused when the tree is checked. */
  private misplacedUsing(): Statement {
    const statement = this.SUBRULE(this.usingStatement);
    if (statement.kind === "ErrorStatement") this.report("UsingMustBeAtStartOfScript", statement);
    return statement;
  }

  /** Statements up to a closing bracket or the end; the extent is that of the statements, `[0, 0]` without any. */
  protected override readonly statementList = this.RULE("statementList", (): StatementBlock => {
    const statements: Statement[] = [];
    let traps: TrapStatement[] | undefined;
    let start = -1;
    let end = 0;
    this.loop(() => {
      this.enter(statementMode);
      this.skipSeparators();
      const statement = this.SUBRULE(this.statement);
      if (statement === undefined) return false;
      if (statement.kind !== "TrapStatement") statements.push(statement);
      else if (traps === undefined) traps = [statement];
      else traps.push(statement);
      if (start < 0) start = statement.start;
      end = statement.end;
      this.enter(statementMode);
      return !endsStatementList(this.peek());
    });
    return {
      kind: "StatementBlock",
      start: Math.max(start, 0),
      end,
      statements: settled(statements),
      traps,
    };
  });

  // Script blocks

  /** What follows a script block's `{`, up to its `}`. */
  protected override readonly scriptBlock = this.RULE("scriptBlock", (open = recordedToken): ScriptBlock => {
    const outerComma = this.commaSeparates;
    this.commaSeparates = false;
    let body = this.SUBRULE(this.blockBody);
    this.commaSeparates = outerComma;
    const bodyEnd = this.peek().start;
    if (!this.RECORDING_PHASE) body = withEmptyBlockAt(body, open.end, bodyEnd - 1);
    const close = this.expect(RCurly);
    if (close === undefined) this.reportMissingBrace(open);
    return {
      kind: "ScriptBlock",
      start: open.start,
      end: (close ?? this.previous).end,
      attributes: [],
      usingStatements: [],
      paramBlock: body.paramBlock,
      dynamicParamBlock: body.dynamicParamBlock,
      beginBlock: body.beginBlock,
      processBlock: body.processBlock,
      endBlock: body.endBlock,
      cleanBlock: body.cleanBlock,
      scriptRequirements: undefined,
      body: { start: open.end, end: close === undefined ? this.previous.end : bodyEnd },
    };
  });

  /** A parameter block and then either named blocks or statements. */
  protected readonly blockBody = this.RULE("blockBody", (): BlockBody => {
    this.enter(statementMode);
    this.skipNewLines();
    const paramBlock = this.SUBRULE(this.paramBlock);
    this.enter(statementMode);
    this.skipNewLines();
    if (startsNamedBlock(this.peek()) || this.RECORDING_PHASE) {
      const named = this.SUBRULE(this.namedBlocks);
      if (!this.RECORDING_PHASE) return { ...noBlocks, ...named, paramBlock };
    }
    const list = this.SUBRULE(this.statementList);
    const endBlock = this.RECORDING_PHASE ? undefined : unnamedBlock(list, paramBlock);
    return {
      paramBlock,
      dynamicParamBlock: undefined,
      beginBlock: undefined,
      processBlock: undefined,
      endBlock,
      cleanBlock: undefined,
    };
  });

  private readonly namedBlocks = this.RULE("namedBlocks", (): Partial<BlockBody> => {
    const blocks: { -readonly [key in keyof BlockBody]?: BlockBody[key] } = {};
    this.loop(() => {
      this.enter(statementMode);
      this.skipSeparators();
      const keyword = this.peek();
      const kind = blockKinds.get(keyword.tokenType);
      if (kind === undefined) return false;
      const block = this.SUBRULE(this.namedBlock, { ARGS: [kind] });
      if (block === undefined) return true;
      const property = blockProperties[kind];
      if (blocks[property] !== undefined) {
        this.report("DuplicateScriptCommandClause", keyword, this.textOf(keyword));
      } else blocks[property] = block;
      return true;
    });
    if (!this.RECORDING_PHASE && !this.at(RCurly) && !this.at(EOF)) {
      const token = this.peek();
      this.report("MissingNamedBlocks", token, this.textOf(token));
      this.skipToEndOfBlock();
    }
    return blocks;
  });

  /** Goes on behind statements that stand between named blocks, at the closing brace. */
  private skipToEndOfBlock(): void {
    let depth = 0;
    while (!this.at(EOF)) {
      if (this.at(RCurly) && depth-- === 0) return;
      if (this.at(LCurly)) depth++;
      this.take();
    }
  }

  private readonly namedBlock = this.RULE(
    "namedBlock",
    (blockKind: NamedBlock["blockKind"] = "End"): NamedBlock | undefined => {
      const keyword = this.take();
      const block = this.SUBRULE(this.statementBlock);
      if (block === undefined) {
        this.reportIncomplete("MissingNamedStatementBlock", after(keyword), this.textOf(keyword));
        return undefined;
      }
      const { statements, traps, end } = block;
      return { kind: "NamedBlock", start: keyword.start, end, blockKind, unnamed: false, statements, traps };
    },
  );

  /** `param( … )` with the attributes before it; nothing is taken when it is not there. */
  private readonly paramBlock = this.RULE("paramBlock", (): ParamBlock | undefined => {
    const last = this.previous;
    if (!this.at(Param) && !this.at(LBracket) && !this.RECORDING_PHASE) return undefined;
    const attributes = this.attributesBefore(Param);
    if (attributes === undefined) return undefined;
    const keyword = this.shift(Param);
    this.enter(pipelineMode);
    this.skipNewLines();
    const open = this.expect(LParen);
    if (open === undefined) {
      this.moveBehind(last);
      return undefined;
    }
    const parameters = this.SUBRULE(this.parameterList);
    const place = this.lastParameterEnd ?? parameters[parameters.length - 1] ?? open;
    this.lastParameterEnd = undefined;
    this.skipNewLines();
    const close = this.expect(RParen);
    if (close === undefined) this.reportIncomplete("MissingEndParenthesisInFunctionParameterList", after(place));
    const start = keyword.start;
    return { kind: "ParamBlock", start, end: (close ?? place).end, attributes, parameters };
  });

  /** Attributes, when the keyword follows them; otherwise nothing is taken. */
  protected attributesBefore(keyword: TokenType): Attribute[] | undefined {
    const last = this.previous;
    const attributes: Attribute[] = [];
    while (this.at(LBracket)) {
      const bracketed = this.SUBRULE(this.bracketed);
      if (bracketed?.kind === "Attribute") attributes.push(bracketed);
      if (bracketed === undefined) break;
      this.enter(operatorMode);
      this.skipNewLines();
    }
    this.enter(statementMode);
    if (this.RECORDING_PHASE || this.at(keyword)) return attributes;
    this.moveBehind(last);
    return undefined;
  }

  // Parameters

  /** `$a, [int]$b = 5`, without the parentheses. */
  protected readonly parameterList = this.RULE("parameterList", (): Parameter[] => {
    const parameters: Parameter[] = [];
    const outerComma = this.commaSeparates;
    this.commaSeparates = true;
    let comma: Token | undefined;
    this.loop(() => {
      const parameter = this.SUBRULE(this.parameterDeclaration);
      if (parameter === undefined) {
        if (comma !== undefined) this.reportIncomplete("MissingExpressionAfterToken", after(comma), ",");
        return false;
      }
      if (parameter === "skipped") return false;
      parameters.push(parameter);
      this.enter(operatorMode);
      this.skipNewLines();
      comma = this.accept(Comma);
      return comma !== undefined;
    });
    this.commaSeparates = outerComma;
    if (!this.RECORDING_PHASE && hasDuplicates(parameters.map(({ name }) => name.variablePath.userPath))) {
      this.suspicious = true;
    }
    return parameters;
  });

  private readonly parameterDeclaration = this.RULE("parameterDeclaration", (): Parameter | "skipped" | undefined => {
    this.enter(operandMode);
    this.skipNewLines();
    const attributes: AttributeBase[] = [];
    this.loop(() => {
      if (!this.at(LBracket) && !this.RECORDING_PHASE) return false;
      const bracketed = this.SUBRULE(this.bracketed);
      if (bracketed === undefined) return false;
      attributes.push(bracketed);
      this.enter(operandMode);
      this.skipNewLines();
      return true;
    });
    const token = this.accept(Variable) ?? this.accept(SplattedVariable);
    const last = attributes[attributes.length - 1];
    if (token === undefined) {
      if (last === undefined) return undefined;
      this.reportIncomplete("InvalidFunctionParameter", after(last));
      this.skipBehindParenthesis();
      this.lastParameterEnd = last;
      return "skipped";
    }
    const name = variableExpression(token, token.tokenType === SplattedVariable);
    this.enter(operatorMode);
    this.skipNewLines();
    const defaultValue = this.defaultValue();
    const start = attributes[0]?.start ?? name.start;
    const { end } = defaultValue ?? name;
    return { kind: "Parameter", start, end, attributes: settled(attributes), name, defaultValue };
  });

  /** The attributes of a parameter without a name, behind which its list ends. */
  private lastParameterEnd: Extent | undefined;

  private defaultValue(): Expression | undefined {
    if (!this.atEquals() && !this.RECORDING_PHASE) return undefined;
    const equals = this.shift(AssignmentOperator);
    this.enter(operandMode);
    this.skipNewLines();
    const value = this.SUBRULE(this.expression);
    if (value !== undefined) return value;
    this.reportIncomplete("MissingExpressionAfterToken", after(equals), "=");
    return errorExpression(equals);
  }

  // Functions

  protected readonly functionDefinition = this.RULE("functionDefinition", (): Statement => {
    const keyword = this.shiftAny([FunctionKeyword, Filter, Workflow]);
    const { start } = keyword;
    this.enter(argumentMode);
    this.skipNewLines();
    if (!isFunctionName(this.peek()) && !this.RECORDING_PHASE) {
      this.reportIncomplete("MissingNameAfterKeyword", after(keyword), this.textOf(keyword));
      return errorStatement(start, keyword.end);
    }
    const nameToken = this.take();
    const name = nameToken.tokenType === Generic ? nameToken.text : this.textOf(nameToken);
    let last: Token = nameToken;
    let parameters: Parameter[] | undefined;
    let broken = false;
    this.enter(statementMode);
    this.skipNewLines();
    const openParen = this.accept(LParen);
    if (openParen !== undefined) {
      parameters = this.SUBRULE(this.parameterList);
      this.skipNewLines();
      const closeParen = this.expect(RParen);
      if (closeParen === undefined) {
        broken = true;
        const place = this.lastParameterEnd ?? parameters[parameters.length - 1] ?? openParen;
        this.reportIncomplete("MissingEndParenthesisInFunctionParameterList", after(place));
      } else last = closeParen;
      this.lastParameterEnd = undefined;
      this.enter(statementMode);
      this.skipNewLines();
    }
    const open = this.expect(LCurly);
    if (open === undefined && !broken) this.reportIncomplete("MissingFunctionBody", after(last));
    if (open === undefined || broken) return errorStatement(start, this.previous.end);
    const outerWorkflow = this.insideWorkflow;
    this.insideWorkflow = keyword.tokenType === Workflow;
    const body = this.nested(() => this.SUBRULE(this.scriptBlock, { ARGS: [open] }));
    this.insideWorkflow = outerWorkflow;
    if (parameters !== undefined && body.paramBlock !== undefined) this.suspicious = true;
    if (keyword.tokenType === Workflow && !this.lexer.edition.workflows) {
      this.report("WorkflowNotSupportedInPowerShellCore", { start, end: body.end });
    }
    return {
      kind: "FunctionDefinition",
      start,
      end: body.end,
      name,
      nameExtent: { start: nameToken.start, end: nameToken.end },
      isFilter: keyword.tokenType === Filter,
      isWorkflow: keyword.tokenType === Workflow,
      parameters,
      body: keyword.tokenType === Filter ? asProcessBlock(body) : body,
    };
  });

  // Jumps

  /** `return`, `exit`, `throw`, with what they hand over. */
  protected readonly flowStatement = this.RULE("flowStatement", (): Statement => {
    const keyword = this.shiftAny([Return, Exit, Throw]);
    this.enter(pipelineMode);
    const pipeline: PipelineBase | undefined = this.SUBRULE(this.pipelineChain);
    this.jumps++;
    const kind =
      keyword.tokenType === Return
        ? "ReturnStatement"
        : keyword.tokenType === Exit
          ? "ExitStatement"
          : "ThrowStatement";
    return { kind, start: keyword.start, end: (pipeline ?? keyword).end, pipeline };
  });

  /** `break`, `continue`, with a label on the same line. */
  protected readonly jumpStatement = this.RULE("jumpStatement", (): Statement => {
    const keyword = this.shiftAny([Break, Continue]);
    this.enter(argumentMode);
    const label = this.RECORDING_PHASE ? this.primary(false) : this.jumpLabel();
    this.jumps++;
    const kind = keyword.tokenType === Break ? "BreakStatement" : "ContinueStatement";
    return { kind, start: keyword.start, end: (label ?? keyword).end, label };
  });

  private jumpLabel(): Expression | undefined {
    this.enter(memberMode);
    const name = this.accept(Identifier);
    return name === undefined ? this.primary(false) : stringConstant(name, name.text, "BareWord");
  }

  /** `:name` before a loop. */
  protected readonly labeledStatement = this.RULE("labeledStatement", (): Statement => {
    const label = this.shift(Label);
    this.enter(statementMode);
    this.skipNewLines();
    const ARGS: [Token] = [label];
    if (!isLoop(this.peek()) && !this.RECORDING_PHASE) {
      return this.labelAsCommand(label);
    }
    const loops = new Choice<Statement>([
      [While, () => this.SUBRULE(this.whileStatement, { ARGS })],
      [Do, () => this.SUBRULE(this.doStatement, { ARGS })],
      [For, () => this.SUBRULE(this.forStatement, { ARGS })],
      [Foreach, () => this.SUBRULE(this.foreachStatement, { ARGS })],
      [Switch, () => this.SUBRULE(this.switchStatement, { ARGS })],
    ]);
    return this.choose(loops);
  });

  /** A label before anything else is the name of a command. */
  private labelAsCommand(label: Token): Statement {
    this.moveTo(label.start);
    this.enter(pipelineMode);
    return this.SUBRULE(this.pipelineChain) ?? errorStatement(label.start, label.end);
  }

  /** Keywords that no version knows. */
  protected readonly reservedStatement = this.RULE("reservedStatement", (): Statement => {
    const keyword = this.shiftAny([Define, From, Var]);
    this.report("ReservedKeywordNotAllowed", keyword, this.textOf(keyword));
    return errorStatement(keyword.start, keyword.end);
  });
}

const blockProperties = {
  Begin: "beginBlock",
  Process: "processBlock",
  End: "endBlock",
  Clean: "cleanBlock",
  Dynamicparam: "dynamicParamBlock",
} as const satisfies Record<NamedBlock["blockKind"], keyof BlockBody>;

const noBlocks: BlockBody = {
  paramBlock: undefined,
  dynamicParamBlock: undefined,
  beginBlock: undefined,
  processBlock: undefined,
  endBlock: undefined,
  cleanBlock: undefined,
};

/** An end block without anything in it stands between the braces, one short of the closing one. */
const withEmptyBlockAt = (body: BlockBody, start: number, end: number): BlockBody => {
  const block = body.endBlock;
  const isEmpty = block?.unnamed === true && block.statements.length === 0 && block.end === 0;
  return isEmpty && end >= start ? { ...body, endBlock: { ...block, start, end } } : body;
};

/** Statements without named blocks are an end block that begins with the parameters, if there are some. */
const unnamedBlock = (list: StatementBlock, paramBlock: ParamBlock | undefined): NamedBlock => {
  const { statements, traps, end } = list;
  const isEmpty = statements.length === 0 && traps === undefined;
  const start = paramBlock?.start ?? list.start;
  return {
    kind: "NamedBlock",
    start,
    end: isEmpty && paramBlock !== undefined ? paramBlock.end : end,
    blockKind: "End",
    unnamed: true,
    statements,
    traps,
  };
};

/** The statements of a filter are its process block. */
const asProcessBlock = (body: ScriptBlock): ScriptBlock => {
  if (body.endBlock?.unnamed !== true) return body;
  return { ...body, endBlock: undefined, processBlock: { ...body.endBlock, blockKind: "Process" } };
};
