import { EOF } from "chevrotain";
import type { Token } from "../lexer/token.js";
import { argumentMode, pipelineMode, statementMode, verbatimMode } from "../modes.js";
import {
  Ampersand,
  AndAnd,
  AssignmentOperator,
  Comma,
  Dot,
  EndOfParameters,
  Generic,
  Identifier,
  NewLine,
  NumberLiteral,
  OrOr,
  Parameter,
  Pipe,
  RCurly,
  RedirectInStd,
  Redirection,
  RParen,
  Semi,
  SplattedVariable,
  VerbatimArgument,
  VerbatimMark,
} from "../tokens.js";
import type { Expression } from "../tree/expressions.js";
import type {
  AssignmentStatement,
  ChainableStatement,
  Command,
  CommandExpression,
  CommandParameter,
  Pipeline,
  PipelineChain,
  PipelineElement,
  Redirection as RedirectionNode,
  RedirectionStream,
  Statement,
} from "../tree/statements.js";
import { ExpressionParser, startsExpression } from "./expression-parser.js";
import { after, tokenSet } from "./modal-parser.js";
import { endOf, errorExpression, isPlainTarget, settled, stringConstant } from "./nodes.js";

/** What ends a command, and is not part of it. */
const endsCommand = tokenSet([EOF, NewLine, Semi, Pipe, AndAnd, OrOr, Ampersand, RParen, RCurly]);

/** What ends a pipeline without a word. */
const endsPipeline = tokenSet([EOF, NewLine, Semi, RParen, RCurly]);

/** What no argument begins with. */
const endsArguments = tokenSet([
  EOF,
  NewLine,
  Semi,
  Pipe,
  AndAnd,
  OrOr,
  Ampersand,
  RParen,
  RCurly,
  Comma,
  Redirection,
  RedirectInStd,
]);

const isChainOperator = tokenSet([AndAnd, OrOr]);

/** Tokens that make an argument an expression instead of a word. */
const isWord = tokenSet([Identifier, Generic, Parameter, EndOfParameters, Redirection, RedirectInStd, VerbatimMark]);

const streams: ReadonlyMap<string, RedirectionStream> = new Map([
  ["1", "Output"],
  ["2", "Error"],
  ["3", "Warning"],
  ["4", "Verbose"],
  ["5", "Debug"],
  ["6", "Information"],
  ["*", "All"],
]);

/** A command keeps its redirections in the order of the streams. */
const streamOrder: readonly RedirectionStream[] = [
  "All",
  "Output",
  "Error",
  "Warning",
  "Verbose",
  "Debug",
  "Information",
];

const noRedirections: readonly RedirectionNode[] = [];

/** Where an argument stands, which says what a word with a dash and a comma mean. */
type ArgumentPlace = "name" | "argument";

/** Pipelines, chains of them, assignments, and commands with their arguments. */
export abstract class PipelineParser extends ExpressionParser {
  /** `a | b && c | d`, or an assignment; in statement or pipeline mode. `undefined`: nothing is there. */
  protected override readonly pipelineChain = this.RULE("pipelineChain", (): ChainableStatement | undefined => {
    const first = this.SUBRULE(this.pipeline);
    if (first === undefined || !isChainOperator(this.peek())) return first;
    return this.chain(first);
  });

  private chain(first: Pipeline | AssignmentStatement): ChainableStatement {
    if (first.kind !== "Pipeline") return first;
    let chain: Pipeline | PipelineChain = first;
    while (isChainOperator(this.peek())) {
      const token = this.take();
      this.enter(pipelineMode);
      this.skipNewLines();
      const right = this.SUBRULE(this.pipeline);
      if (right === undefined || right.kind !== "Pipeline") {
        this.reportMissingPipeline(token);
        return chain;
      }
      const background = right.background;
      chain = {
        kind: "PipelineChain",
        start: chain.start,
        end: right.end,
        lhsPipelineChain: chain,
        rhsPipeline: background ? { ...right, background: false } : right,
        operator: token.tokenType === AndAnd ? "AndAnd" : "OrOr",
        background,
      };
      if (background) return chain;
    }
    return chain;
  }

  private reportMissingPipeline(operator: Token): void {
    const next = this.peek();
    if (this.at(EOF)) this.reportIncomplete("EmptyPipelineChainElement", after(operator));
    else this.report("EmptyPipelineChainElement", { start: operator.start, end: next.end });
  }

  /** `a | b | c`, `$x = …`. */
  protected readonly pipeline = this.RULE("pipeline", (): Pipeline | AssignmentStatement | undefined => {
    const elements: PipelineElement[] = [];
    let pipe: Token | undefined;
    let background = false;
    for (;;) {
      const element = this.pipelineElement(elements.length === 0);
      if (element?.kind === "AssignmentStatement") return element;
      if (element !== undefined) elements.push(element);
      else if (pipe !== undefined || this.at(Pipe)) {
        this.reportIncomplete("EmptyPipeElement", pipe === undefined ? this.peek() : after(pipe));
      }
      if (this.RECORDING_PHASE) break;
      if (this.at(NewLine) && elements.length > 0) this.joinNextLine();
      if (this.at(Pipe)) {
        pipe = this.take();
        this.enter(pipelineMode);
        this.skipNewLines();
        if (!this.at(EOF)) continue;
        this.reportIncomplete("EmptyPipeElement", after(pipe));
        break;
      }
      if (elements.length > 0 && isChainOperator(this.peek()) && !this.lexer.edition.pipelineChains) {
        // Windows PowerShell names it, and reads on as behind a pipe sign.
        const operator = this.take();
        this.report("InvalidEndOfLine", operator, this.textOf(operator));
        pipe = undefined;
        this.enter(pipelineMode);
        this.skipNewLines();
        if (!this.at(EOF)) continue;
        break;
      }
      background = elements.length > 0 && this.endPipeline();
      break;
    }
    const first = elements[0];
    if (first === undefined) return undefined;
    const end = endOf(elements, first);
    return { kind: "Pipeline", start: first.start, end, pipelineElements: settled(elements), background };
  });

  /** Looks what follows the last element; true when the pipeline is to run in the background. */
  private endPipeline(): boolean {
    if (endsPipeline(this.peek()) || isChainOperator(this.peek())) return false;
    if (this.at(Ampersand)) {
      if (this.lexer.edition.backgroundOperator) {
        this.take();
        return true;
      }
    }
    const token = this.peek();
    this.report("UnexpectedToken", token, this.textOf(token));
    return false;
  }

  /** A line that begins with `|` goes on with the pipeline before it; comments may stand between. */
  private joinNextLine(): void {
    if (!this.lexer.edition.leadingPipeContinuation) return;
    const next = this.lexer.pipeOnNextLine(this.peek().start);
    if (next !== undefined) this.moveTo(next);
  }

  private pipelineElement(isFirst: boolean): PipelineElement | AssignmentStatement | undefined {
    if (this.RECORDING_PHASE) {
      this.OR([
        { ALT: () => this.SUBRULE(this.expressionElement, { ARGS: [isFirst] }) },
        { ALT: () => this.SUBRULE(this.command) },
      ]);
      return undefined;
    }
    const token = this.peek();
    if (startsExpression(token)) {
      const element = this.SUBRULE(this.expressionElement, { ARGS: [isFirst] });
      if (element !== undefined) return element;
      this.enter(argumentMode);
      return this.SUBRULE(this.command);
    }
    if (endsCommand(token) && !this.at(Ampersand)) return undefined;
    return this.SUBRULE(this.command);
  }

  /** An expression as the first element of a pipeline, or the target of an assignment. */
  private readonly expressionElement = this.RULE(
    "expressionElement",
    (isFirst = true): CommandExpression | AssignmentStatement | undefined => {
      const expression = this.SUBRULE(this.expression);
      if (expression === undefined) return undefined;
      if (!isFirst) this.report("ExpressionsMustBeFirstInPipeline", expression);
      else if (this.at(AssignmentOperator)) return this.assignment(expression);
      this.enter(argumentMode);
      const redirections = this.redirections();
      const end = redirections.length === 0 ? expression.end : endOf(redirections, expression);
      return { kind: "CommandExpression", start: expression.start, end, expression, redirections };
    },
  );

  /** `$x = …`: the right side is a whole statement. */
  private assignment(left: Expression): AssignmentStatement | CommandExpression {
    const token = this.take();
    const operator = token.operator?.assignment ?? "Equals";
    if (!isPlainTarget(left)) this.suspicious = true;
    this.enter(statementMode);
    this.skipNewLines();
    const statement = this.nested(() => this.SUBRULE(this.statement));
    const right = statement === undefined ? this.missingRight(token) : withoutPipeline(statement);
    const errorPosition = { start: token.start, end: token.end };
    return { kind: "AssignmentStatement", start: left.start, end: right.end, left, operator, right, errorPosition };
  }

  private missingRight(operator: Token): Statement {
    this.reportIncomplete("ExpectedValueExpression", after(operator), this.textOf(operator));
    const { start, end } = operator;
    return { kind: "ErrorStatement", start, end, nestedAst: [] };
  }

  private redirections(): readonly RedirectionNode[] {
    if (!this.at(Redirection) && !this.at(RedirectInStd)) return noRedirections;
    const redirections: RedirectionNode[] = [];
    while (this.at(Redirection) || this.at(RedirectInStd)) this.addRedirection(this.take(), redirections);
    return redirections;
  }

  // Commands.

  /** A command's name and arguments, with `&` or `.` before it. */
  protected readonly command = this.RULE("command", (): Command | undefined => {
    if (this.RECORDING_PHASE) return this.recordCommand();
    const start = this.peek().start;
    const elements: (Expression | CommandParameter)[] = [];
    const redirections: RedirectionNode[] = [];
    const invocationOperator = this.invocationOperator();
    const outerComma = this.commaSeparates;
    this.commaSeparates = false;
    const name = this.commandName(invocationOperator);
    if (name === undefined) {
      this.commaSeparates = outerComma;
      return undefined;
    }
    elements.push(name);
    this.enter(argumentMode);
    while (!this.endsCommand(this.peek())) {
      this.commandElement(elements, redirections);
      this.enter(argumentMode);
    }
    this.commaSeparates = outerComma;
    return {
      kind: "Command",
      start,
      end: this.previous.end,
      commandElements: settled(elements),
      invocationOperator,
      redirections: settled(redirections),
    };
  });

  private recordCommand(): undefined {
    this.shiftAny([Identifier, Generic, Dot]);
    this.loop(() => {
      this.primary(false);
      return false;
    });
    return undefined;
  }

  private invocationOperator(): Command["invocationOperator"] {
    if (this.at(Ampersand)) {
      this.take();
      this.enter(argumentMode);
      return "Ampersand";
    }
    if (!this.at(Dot)) return "Unknown";
    this.take();
    this.enter(argumentMode);
    return "Dot";
  }

  /** Without a background operator `&` is a word of the command, though one that is not allowed. */
  private endsCommand(token: Token): boolean {
    return endsCommand(token) && (token.tokenType !== Ampersand || this.lexer.edition.backgroundOperator);
  }

  private commandName(invocationOperator: Command["invocationOperator"]): Expression | undefined {
    const operator = this.previous;
    if (invocationOperator === "Unknown") return this.bareName(this.take());
    if (!this.endsCommand(this.peek())) return this.argument("name");
    this.report("MissingExpression", operator, this.textOf(operator));
    return undefined;
  }

  /** A name without `&` is taken as it is written: nothing in it is expanded. */
  private bareName(token: Token): Expression {
    return token.pieces === undefined ? this.word(token) : stringConstant(token, token.text, "BareWord");
  }

  /** One element of a `#requires` line, which is written like the arguments of a command. */
  protected requirementElement(elements: (Expression | CommandParameter)[]): void {
    if (endsCommand(this.peek())) elements.push(this.word(this.take()));
    else this.commandElement(elements, []);
  }

  private commandElement(elements: (Expression | CommandParameter)[], redirections: RedirectionNode[]): void {
    const token = this.peek();
    switch (token.tokenType) {
      case Redirection:
      case RedirectInStd:
        this.addRedirection(this.take(), redirections);
        return;
      case Comma:
        this.report("MissingArgument", this.take());
        this.skipNewLines();
        return;
      case Parameter:
        elements.push(this.parameter(this.take()));
        return;
      case EndOfParameters:
        elements.push(parameterNode(this.take(), undefined));
        return;
      case VerbatimMark:
        elements.push(this.word(this.take()));
        this.verbatimArgument(elements);
        return;
      default: {
        const argument = this.argument("argument");
        if (argument !== undefined) elements.push(argument);
      }
    }
  }

  private verbatimArgument(elements: (Expression | CommandParameter)[]): void {
    this.enter(verbatimMode);
    const rest = this.accept(VerbatimArgument);
    const place = rest ?? after(this.previous);
    elements.push(stringConstant(place, rest?.text ?? "", "BareWord"));
  }

  /** `-Name`, `-Name:value`. */
  private parameter(token: Token): CommandParameter {
    if (!this.hasColon(token)) return parameterNode(token, undefined);
    const argument = endsCommand(this.peek()) || this.at(Comma) ? undefined : this.argument("argument");
    if (argument === undefined) this.report("ParameterRequiresArgument", after(token), this.textOf(token));
    return parameterNode(token, argument);
  }

  private hasColon(token: Token): boolean {
    return token.end - token.start === token.text.length + 2;
  }

  /** One argument, or several with commas between them, which make an array. */
  private argument(place: ArgumentPlace): Expression | undefined {
    const first = this.singleArgument();
    if (place !== "argument" || first === undefined) return first;
    this.enter(argumentMode);
    if (!this.at(Comma)) return first;
    const elements = [first];
    while (this.at(Comma)) {
      const comma = this.take();
      this.skipNewLines();
      const element = endsArguments(this.peek()) ? undefined : this.singleArgument();
      if (element === undefined) {
        this.reportIncomplete("MissingExpression", after(comma), ",");
        elements.push(errorExpression(after(comma)));
        break;
      }
      elements.push(element);
      this.enter(argumentMode);
    }
    for (const element of elements) this.refuseSplatting(element);
    const end = endOf(elements, first);
    return { kind: "ArrayLiteral", start: first.start, end, elements };
  }

  /** One argument without commas; `undefined` when none follows. */
  protected singleWordArgument(): Expression | undefined {
    if (endsCommand(this.peek()) || this.at(Comma)) return undefined;
    return this.singleArgument();
  }

  private refuseSplatting(element: Expression): void {
    if (element.kind !== "VariableExpression" || !element.splatted) return;
    const { userPath } = element.variablePath;
    this.report("SplattingNotPermittedInArgumentList", element, userPath);
  }

  private singleArgument(): Expression | undefined {
    const token = this.peek();
    if (isWord(token)) return this.word(this.take());
    if (token.tokenType === Ampersand) this.report("AmpersandNotAllowed", token);
    if (token.tokenType !== NumberLiteral && token.tokenType !== SplattedVariable && !startsExpression(token)) {
      return this.word(this.take());
    }
    return this.primary(true);
  }

  // Redirections.

  /** `> file`, `2>&1`; the sign is taken. */
  private addRedirection(token: Token, redirections: RedirectionNode[]): void {
    if (token.tokenType === RedirectInStd) {
      this.fileName(token);
      this.report("RedirectionNotSupported", token, "<");
      return;
    }
    const fromStream = streams.get(token.text.charAt(0)) ?? "Output";
    const redirection = token.text.includes("&")
      ? this.mergingRedirection(token, fromStream)
      : this.fileRedirection(token, fromStream);
    if (redirection === undefined) return;
    if (redirections.some((other) => other.fromStream === fromStream)) {
      this.report("StreamAlreadyRedirected", redirection, streamName(fromStream));
      return;
    }
    redirections.push(redirection);
    redirections.sort((left, right) => streamOrder.indexOf(left.fromStream) - streamOrder.indexOf(right.fromStream));
  }

  private mergingRedirection(token: Token, fromStream: RedirectionStream): RedirectionNode {
    const { start, end } = token;
    if (token.text.endsWith("2") || fromStream === "Output") {
      this.report("RedirectionNotSupported", token, token.text);
      return { kind: "MergingRedirection", start, end, fromStream, toStream: "Output" };
    }
    return { kind: "MergingRedirection", start, end, fromStream, toStream: "Output" };
  }

  private fileRedirection(token: Token, fromStream: RedirectionStream): RedirectionNode {
    const location = this.fileName(token);
    const append = token.text.endsWith(">>");
    return { kind: "FileRedirection", start: token.start, end: location.end, fromStream, append, location };
  }

  private fileName(token: Token): Expression {
    this.enter(argumentMode);
    const name = this.at(Redirection) || this.at(RedirectInStd) ? undefined : this.singleWordArgument();
    if (name !== undefined) return name;
    this.report("MissingFileSpecification", after(token));
    return errorExpression(token);
  }
}

const streamName = (stream: RedirectionStream): string => (stream === "All" ? "all" : stream.toLowerCase());

const parameterNode = (token: Token, argument: Expression | undefined): CommandParameter => ({
  kind: "CommandParameter",
  start: token.start,
  end: argument?.end ?? token.end,
  parameterName: token.text,
  argument,
  errorPosition: { start: token.start, end: token.end },
});

/** A lone expression on the right of an assignment stands there without a pipeline around it. */
const withoutPipeline = (statement: Statement): Statement => {
  if (statement.kind !== "Pipeline" || statement.background || statement.pipelineElements.length !== 1)
    return statement;
  const only = statement.pipelineElements[0];
  return only?.kind === "CommandExpression" ? only : statement;
};
