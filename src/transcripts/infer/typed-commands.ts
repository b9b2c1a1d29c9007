import { type Command, type Expression, parse, type Statement } from "../../../grammar/index.js";

import { nounNamed } from "./nouns.js";

/** A command as it was typed, as far as its words are constant. */
export interface TypedCommand {
  /** `Get`, `New`, `Set`, …; empty when the name has no dash. */
  readonly verb: string;
  readonly noun: string;
  /** Constant values by parameter name as typed, in small letters; one without constant values has none. */
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  readonly positional: readonly (readonly string[])[];
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
    element.kind === "Command" ? [commandOf(element, text), ...commandsOfEach(element, text)] : [],
  );
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
  return dash < 1
    ? { verb: "", noun: name, parameters, positional }
    : { verb: name.slice(0, dash), noun: name.slice(dash + 1), parameters, positional };
}

/** Commands that choose among objects, order them and lay them out. */
const shaping =
  /^(?:ft|fl|fw|fc|select|where|\?|sort|group|measure|tee|%|foreach|(?:format|out|convertto|export)-\w+|(?:select|where|sort|group|measure|tee|foreach)-object)$/i;

/** The command that the shown objects come from, those behind it only shaping them; `undefined`: not of Exchange's nouns. */
export function showingOf(commands: readonly TypedCommand[]): TypedCommand | undefined {
  const last = commands.findLast(({ verb, noun }) => !shaping.test(verb === "" ? noun : `${verb}-${noun}`));
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
