import { type Command, type Expression, parse, type Statement, type SyntaxNode } from "../../../grammar/index.js";
import { childrenOf } from "../../../grammar/syntax-tree.js";
import { nounNamed } from "./nouns.js";

/** A command as it was typed, as far as its words are constant. */
export interface TypedCommand {
  /** `Get`, `New`, `Set`, …; empty when the name has no dash. */
  readonly verb: string;
  readonly noun: string;
  /** Constant values by parameter name as typed, in small letters; one without constant values has none. */
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  readonly positional: readonly (readonly string[])[];
  /** What a `Where-Object` asks its objects to be: constant texts by property, in small letters. */
  readonly conditions: ReadonlyMap<string, string>;
  /** It stands in parentheses: of what it gives, only a part is shown. */
  readonly isNested: boolean;
}

/** The pipelines of an entry, each as its commands; other statements are left out. */
export function typedPipelines(text: string): (readonly TypedCommand[])[] {
  const { tree } = parse(text);
  return (tree.endBlock?.statements ?? []).flatMap((statement) => {
    const commands = commandsOf(statement, text);
    return commands.length > 0 ? [commands] : [];
  });
}

function commandsOf(statement: Statement, text: string): TypedCommand[] {
  if (statement.kind === "AssignmentStatement") return commandsOf(statement.right, text);
  if (statement.kind !== "Pipeline") return [];
  return statement.pipelineElements.flatMap((element) =>
    element.kind === "Command"
      ? [commandOf(element, text), ...commandsOfEach(element, text)]
      : nestedCommands(element, text).map((command) => ({ ...command, isNested: true })),
  );
}

/** `(Get-Mailbox anna).EmailAddresses`, `@(Get-Mailbox).Count`. */
function nestedCommands(node: SyntaxNode, text: string): TypedCommand[] {
  if (node.kind === "Pipeline") return commandsOf(node, text);
  return childrenOf(node).flatMap((child) => nestedCommands(child, text));
}

/** What is run for each object: `foreach { Get-Mailbox $_ | ft }`. */
function commandsOfEach({ commandElements }: Command, text: string): TypedCommand[] {
  const [head, ...words] = commandElements;
  if (head === undefined || !/^(?:%|foreach|foreach-object)$/i.test(text.slice(head.start, head.end))) return [];
  return words.flatMap((word) =>
    word.kind === "ScriptBlockExpression"
      ? (word.scriptBlock.endBlock?.statements ?? []).flatMap((statement) => commandsOf(statement, text))
      : [],
  );
}

function commandOf({ commandElements }: Command, text: string): TypedCommand {
  const [head, ...words] = commandElements;
  const name = head === undefined ? "" : text.slice(head.start, head.end);
  const dash = name.indexOf("-");
  const parameters = new Map<string, readonly string[]>();
  const positional: (readonly string[])[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === undefined) break;
    if (word.kind !== "CommandParameter") {
      positional.push(constantsOf(word));
      continue;
    }
    const following = words[index + 1];
    const next = following === undefined || following.kind === "CommandParameter" ? undefined : following;
    const value = word.argument ?? next;
    if (word.argument === undefined && next !== undefined) index++;
    parameters.set(word.parameterName.toLowerCase(), value === undefined ? [] : constantsOf(value));
  }
  const rest = {
    parameters,
    positional,
    conditions: conditionsOf(name, words, parameters, positional),
    isNested: false,
  };
  return dash < 1
    ? { verb: "", noun: name, ...rest }
    : { verb: name.slice(0, dash), noun: name.slice(dash + 1), ...rest };
}

/** `? { $_.Office -eq "Berlin" -and $_.Company -eq "Contoso" }`, `where Office -eq Berlin`. */
function conditionsOf(
  name: string,
  words: readonly SyntaxNode[],
  parameters: ReadonlyMap<string, readonly string[]>,
  positional: readonly (readonly string[])[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (!/^(?:\?|where|where-object)$/i.test(name)) return found;
  const [property] = positional[0] ?? [];
  const [value] = parameters.get("eq") ?? [];
  if (property !== undefined && value !== undefined) found.set(property.toLowerCase(), value);
  for (const word of words) {
    if (word.kind !== "ScriptBlockExpression") continue;
    const [statement] = word.scriptBlock.endBlock?.statements ?? [];
    const [element] = statement?.kind === "Pipeline" ? statement.pipelineElements : [];
    if (element?.kind === "CommandExpression") collectConditions(element.expression, found);
  }
  return found;
}

function collectConditions(expression: Expression, found: Map<string, string>): void {
  if (expression.kind === "ParenExpression") {
    const [element] = expression.pipeline.kind === "Pipeline" ? expression.pipeline.pipelineElements : [];
    if (element?.kind === "CommandExpression") collectConditions(element.expression, found);
    return;
  }
  if (expression.kind !== "BinaryExpression") return;
  const { left, right, operator } = expression;
  if (operator === "And") {
    collectConditions(left, found);
    collectConditions(right, found);
    return;
  }
  const isOwn =
    left.kind === "MemberExpression" &&
    left.expression.kind === "VariableExpression" &&
    left.expression.variablePath.userPath === "_" &&
    left.member.kind === "StringConstantExpression";
  if (operator !== "Ieq" || !isOwn || left.member.kind !== "StringConstantExpression") return;
  const [value] = constantsOf(right);
  if (value !== undefined) found.set(left.member.value.toLowerCase(), value);
}

/** Commands that choose among objects, order them and lay them out. */
const shaping =
  /^(?:ft|fl|fw|fc|select|where|\?|sort|group|measure|tee|%|foreach|(?:format|out|convertto|export)-\w+|(?:select|where|sort|group|measure|tee|foreach)-object)$/i;

/** The command that the shown objects come from, those behind it only shaping them; `undefined`: not of Exchange's nouns. */
export function showingOf(commands: readonly TypedCommand[]): TypedCommand | undefined {
  const last = commands.findLast(
    ({ verb, noun, isNested }) => !isNested && !shaping.test(verb === "" ? noun : `${verb}-${noun}`),
  );
  return last !== undefined && /^(?:get|test)$/i.test(last.verb) && nounNamed(last.noun) !== undefined
    ? last
    : undefined;
}

/** The texts of a constant expression; none when it is computed. */
function constantsOf(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case "StringConstantExpression":
      return [expression.value];
    case "ConstantExpression":
      return [String(expression.value)];
    case "ArrayLiteral":
      return expression.elements.flatMap(constantsOf);
    default:
      return [];
  }
}

/** The values of a parameter, which may have been typed in short. */
export function argumentOf({ parameters }: TypedCommand, name: string): readonly string[] | undefined {
  const wanted = name.toLowerCase();
  for (const [typed, values] of parameters) if (typed !== "" && wanted.startsWith(typed)) return values;
  return undefined;
}
