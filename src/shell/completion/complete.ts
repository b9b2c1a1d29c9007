import type { Command, Expression, ScriptBlock, SyntaxNode } from "../../../grammar/syntax-tree.js";
import type { Engine } from "../../runtime/engine.js";
import { argumentMatches } from "./arguments.js";
import { bindPartly, type PartialBinding, type Target } from "./command-line.js";
import { commandMatches, commandNamed, metadataOf } from "./commands.js";
import { fileMatches } from "./files.js";
import { keyMatches, keyStart } from "./hashtable-keys.js";
import { Inference } from "./inference.js";
import { memberMatches, staticMatches } from "./members.js";
import { operatorMatches } from "./operators.js";
import { parameterMatches } from "./parameters.js";
import { innermost, type Path, type Place, placeOf } from "./place.js";
import { type Completion, type CompletionMatch, nowhere } from "./result.js";
import { attributeMatches, typeMatches } from "./types.js";
import { variableMatches } from "./variables.js";

/**
 * What can stand at the cursor of a text that is being typed. Looks at the text, at the session's commands and at its
 * variables; runs nothing of the user's.
 */
export function complete(
  engine: Engine,
  parse: (text: string) => { readonly tree: ScriptBlock },
  text: string,
  cursor: number,
): Completion {
  const at = Math.min(Math.max(Math.trunc(cursor) || 0, 0), text.length);
  const completion = new Completer(engine, placeOf(text, at, parse(text).tree)).complete();
  if (completion.matches.length > 0 || text === "" || /\s/.test(text)) return completion;
  // One word without a blank is looked for as a whole when nothing else is known of it.
  return { start: 0, length: text.length, matches: fileMatches(engine, text) };
}

class Completer {
  private readonly inference: Inference;

  constructor(
    private readonly engine: Engine,
    private readonly place: Place,
  ) {
    this.inference = new Inference(engine, place.tree);
  }

  complete(): Completion {
    return (
      this.atComment() ??
      this.atVariable() ??
      this.atMember() ??
      this.atType() ??
      this.atHashtableKey() ??
      this.atCommandLine() ??
      this.inGap() ??
      this.atWord() ??
      nowhere
    );
  }

  private replacing(start: number, end: number, matches: readonly CompletionMatch[]): Completion {
    return { start, length: end - start, matches };
  }

  /** Nothing is offered in a comment. */
  private atComment(): Completion | undefined {
    const { text, cursor, gap } = this.place;
    const opening = /(^|[\s;|(){}])#|<#/g;
    const from = cursor - gap.length;
    for (let found = opening.exec(gap); found !== null; found = opening.exec(gap)) {
      const isBlock = found[0] === "<#";
      const start = from + found.index + (found[1]?.length ?? 0);
      const close = text.indexOf(isBlock ? "#>" : "\n", start);
      const end = close < 0 ? text.length : isBlock ? close + 2 : close;
      if (cursor <= end && !(isBlock && cursor === end && close >= 0)) return this.replacing(start, end, []);
      opening.lastIndex = end - from;
    }
    return undefined;
  }

  private atVariable(): Completion | undefined {
    const { text, cursor, path } = this.place;
    const leaf = path.at(-1);
    if (leaf === undefined || leaf.start >= cursor) return undefined;
    const isSigil =
      leaf.kind === "StringConstantExpression" && leaf.stringConstantType === "BareWord" && leaf.value === "$";
    if (leaf.kind !== "VariableExpression" && !isSigil) return undefined;
    const typed = text.slice(leaf.start, leaf.end);
    return this.replacing(leaf.start, leaf.end, variableMatches(this.engine, typed, path, cursor));
  }

  private atMember(): Completion | undefined {
    const { text, cursor, path } = this.place;
    const node = path.findLast((each) => each.kind === "MemberExpression" || each.kind === "InvokeMemberExpression");
    if (node === undefined) return this.afterAdjacentDot();
    const below = path[path.indexOf(node) + 1];
    const { expression, member } = node;
    const isHole = member.kind === "ErrorExpression";
    if (cursor <= expression.end || (!isHole && below !== undefined && below !== member)) return undefined;
    if (!isHole && (cursor < member.start || cursor > member.end || member.kind !== "StringConstantExpression"))
      return undefined;
    if (!isHole && member.kind === "StringConstantExpression" && member.stringConstantType !== "BareWord") {
      return this.replacing(cursor, cursor, []);
    }
    const start = isHole ? cursor : member.start;
    const end = isHole ? cursor : member.end;
    if (isHole && !/^\s*(?:\?\.|\.|::)$/.test(text.slice(expression.end, cursor))) return undefined;
    const word = text.slice(start, end);
    const matches = node.static
      ? staticMatches(this.engine, expression, word)
      : memberMatches(this.engine, this.inference, expression, word);
    return this.replacing(start, end, matches);
  }

  /** `Get-X $a.`: the parser takes a lone dot behind an argument for a word. */
  private afterAdjacentDot(): Completion | undefined {
    const { cursor, path } = this.place;
    const leaf = path.at(-1);
    const command = innermost(path, "Command");
    if (leaf?.kind !== "StringConstantExpression" || leaf.value !== "." || command === undefined || cursor !== leaf.end)
      return undefined;
    const target = command.commandElements.find(({ end }) => end === leaf.start);
    if (target === undefined || target.kind === "CommandParameter" || target.kind === "StringConstantExpression")
      return undefined;
    const matches = memberMatches(this.engine, this.inference, target, "");
    return matches.length === 0 ? this.replacing(leaf.start, cursor, []) : this.replacing(cursor, cursor, matches);
  }

  private atType(): Completion | undefined {
    const { text, cursor, path, gap } = this.place;
    const leaf = path.at(-1);
    const isType = leaf?.kind === "TypeExpression" || leaf?.kind === "TypeConstraint" || leaf?.kind === "Attribute";
    const before = text.slice(0, cursor);
    const attribute = /\[\s*([\w.]+)\(([^()[\]]*)$/.exec(isType || gap !== "" ? before : "");
    if (attribute !== null) {
      const word = /(?:^|,)\s*(\w*)$/.exec(attribute[2] ?? "")?.[1];
      return word === undefined
        ? undefined
        : this.replacing(cursor - word.length, cursor, attributeMatches(attribute[1] ?? "", word));
    }
    const typed =
      isType || /[[,]\s*[A-Za-z_][\w.+]*$/.test(gap) ? /[[,]\s*([A-Za-z_][\w.+]*)$/.exec(before)?.[1] : undefined;
    if (typed === undefined) return undefined;
    const rest = /^[\w.+]*/.exec(text.slice(cursor))?.[0] ?? "";
    return this.replacing(cursor - typed.length, cursor + rest.length, typeMatches(this.engine, typed + rest));
  }

  private atHashtableKey(): Completion | undefined {
    const { text, cursor } = this.place;
    for (const path of [this.place.path, this.place.before]) {
      const table = path.findLast(
        (each) => each.kind === "Hashtable" || each.kind === "ScriptBlockExpression" || each.kind === "Command",
      );
      if (table?.kind !== "Hashtable") continue;
      const start = keyStart(text, table, cursor);
      if (start === undefined) continue;
      const line = this.commandLine(path, (command, element) => element ?? command.end);
      const parameter = line?.binding?.current?.name ?? "";
      const end = start + (/^\w*/.exec(text.slice(start))?.[0].length ?? 0);
      return this.replacing(start, end, keyMatches(line?.name ?? "", parameter, table, text.slice(start, end), cursor));
    }
    return undefined;
  }

  /** A command's name, one of its parameters, or an argument. */
  private atCommandLine(): Completion | undefined {
    const { text, cursor, path } = this.place;
    const leaf = path.at(-1);
    const command = innermost(path, "Command");
    if (command === undefined || leaf === undefined) return this.behindCommand();
    const element = path[path.indexOf(command) + 1];
    if (element === undefined) return this.behindCommand();
    if (isArgumentLeaf(leaf, element) && leaf.start < cursor) return this.atElement(command, element, leaf);
    if (element.kind === "ArrayLiteral" && leaf === element) return this.atArgument(path, cursor, cursor);
    if (leaf.kind === "CommandParameter") return this.atParameter(leaf);
    return leaf.start === cursor || text.slice(0, cursor).endsWith(" ") ? this.behindCommand() : undefined;
  }

  private atElement(command: Command, element: SyntaxNode, leaf: SyntaxNode): Completion {
    const { text, path } = this.place;
    const typed = text.slice(leaf.start, leaf.end);
    if (element === command.commandElements[0]) {
      const matches = commandMatches(this.engine, typed);
      return this.replacing(leaf.start, leaf.end, matches.length > 0 ? matches : fileMatches(this.engine, typed));
    }
    const isDash =
      leaf === element &&
      leaf.kind === "StringConstantExpression" &&
      leaf.stringConstantType === "BareWord" &&
      /^[-\u2013\u2014\u2015]/.test(typed);
    if (isDash) return this.parameterNames(path, leaf.start, leaf.end);
    return this.atArgument(path, leaf.start, leaf.end);
  }

  private atParameter(leaf: Extract<SyntaxNode, { kind: "CommandParameter" }>): Completion | undefined {
    const { text, cursor, path } = this.place;
    const name = text.slice(leaf.start, leaf.errorPosition.end);
    if (name.endsWith(":") && cursor >= leaf.errorPosition.end) return this.atArgument(path, cursor, cursor);
    if (leaf.start === cursor) return undefined;
    return this.parameterNames(path, leaf.start, leaf.start + name.replace(/:$/, "").length);
  }

  private parameterNames(path: Path, start: number, end: number): Completion {
    const line = this.commandLine(path, (command, element) => element ?? command.end);
    const typed = this.place.text.slice(start, end);
    return this.replacing(start, end, line?.binding === undefined ? [] : parameterMatches(line.binding, typed));
  }

  /** The place of an argument that is not begun: behind a command and a blank. */
  private behindCommand(): Completion | undefined {
    const { text, cursor, before } = this.place;
    const command = innermost(before, "Command");
    if (command === undefined || !/\s/.test(text[cursor - 1] ?? "")) return undefined;
    const trimmed = text.slice(0, cursor).replace(/(?:[ \t]|`\r?\n)+$/, "");
    if (/[({;|&]$/.test(trimmed) && trimmed.length > command.start) return undefined;
    return this.atArgument(before, cursor, cursor);
  }

  private atArgument(path: Path, start: number, end: number): Completion {
    const { text } = this.place;
    const typed = text.slice(start, end);
    // Behind a finished element comes another one; behind a comma the same list goes on.
    const goesOn = start < end || /,\s*$/.test(text.slice(0, start)) || text[start - 1] === ":";
    const line = this.commandLine(path, (_command, element) => (goesOn && element !== undefined ? element : start));
    if (line === undefined) return this.replacing(start, end, fileMatches(this.engine, typed));
    const { command, element, binding, name } = line;
    const siblings =
      element?.kind === "ArrayLiteral" && goesOn ? element.elements.filter((each) => each.end < start) : [];
    const matches = argumentMatches(this.engine, this.inference, {
      commandName: name,
      command,
      pipeline: line.pipeline,
      parameter: binding?.current,
      typed,
      isAttached: text[start - 1] === ":",
      siblings,
    });
    return this.replacing(start, end, matches.length > 0 ? matches : fileMatches(this.engine, typed));
  }

  /** The innermost command of a path, with what its line binds so far. */
  private commandLine(path: Path, targetOf: (command: Command, element: Target | undefined) => Target) {
    const command = innermost(path, "Command");
    if (command === undefined) return undefined;
    const index = path.indexOf(command);
    const [head] = command.commandElements;
    const below = path[index + 1];
    const element = command.commandElements.find((each) => each === below);
    const above = path[index - 1];
    const pipeline = above?.kind === "Pipeline" ? above : undefined;
    const info = head?.kind === "StringConstantExpression" ? commandNamed(this.engine, head.value) : undefined;
    const metadata = info && metadataOf(this.engine, info);
    const hasInput = pipeline !== undefined && pipeline.pipelineElements.indexOf(command) > 0;
    const { languageVersion } = this.engine.facts;
    const binding: PartialBinding | undefined =
      metadata && bindPartly(metadata, command, targetOf(command, element), { hasInput, languageVersion });
    return { command, element, pipeline, binding, name: info?.name ?? "" };
  }

  /** An operator behind an expression, or a keyword, which may as well become a command. */
  private inGap(): Completion | undefined {
    const { cursor, gap, text } = this.place;
    const operator = /[-\u2013\u2014\u2015]\w*$/.exec(gap)?.[0];
    if (operator !== undefined && this.isBehindOperand(cursor - operator.length)) {
      return this.replacing(
        cursor - operator.length,
        cursor,
        operatorMatches(operator, this.engine.facts.languageVersion),
      );
    }
    const word = /(?:^|[\s;|({&])([A-Za-z]\w*)$/.exec(gap)?.[1];
    if (word === undefined) return undefined;
    const rest = /^\w*/.exec(text.slice(cursor))?.[0] ?? "";
    return this.replacing(cursor - word.length, cursor + rest.length, commandMatches(this.engine, word + rest));
  }

  /** Whether an expression, not a command, ends before an offset. */
  private isBehindOperand(offset: number): boolean {
    const text = this.place.text.slice(0, offset).trimEnd();
    return text !== "" && !/[-+*/%=,;|&({[!]$/.test(text) && !text.endsWith("\n");
  }

  /** Inside of something that is a word of its own, a string in an expression above all: only files are offered. */
  private atWord(): Completion | undefined {
    const { cursor, path, text } = this.place;
    const leaf = path.at(-1);
    if (leaf === undefined || leaf.start >= cursor) return undefined;
    switch (leaf.kind) {
      case "ConstantExpression":
      case "ExpandableStringExpression":
      case "StringConstantExpression":
        return this.replacing(leaf.start, leaf.end, fileMatches(this.engine, text.slice(leaf.start, leaf.end)));
      case "MemberExpression":
      case "InvokeMemberExpression":
        return this.replacing(cursor, cursor, []);
      default:
        return undefined;
    }
  }
}

/** Whether a leaf is an argument (or an element of a list of arguments) as it is typed. */
function isArgumentLeaf(leaf: SyntaxNode, element: SyntaxNode): boolean {
  switch (leaf.kind) {
    case "StringConstantExpression":
    case "ExpandableStringExpression":
    case "ConstantExpression":
      return isWithinList(leaf, element);
    default:
      return false;
  }
}

function isWithinList(leaf: Expression, element: SyntaxNode): boolean {
  if (leaf === element) return true;
  if (element.kind === "ArrayLiteral") return element.elements.includes(leaf);
  return (
    element.kind === "CommandParameter" &&
    (element.argument === leaf || (element.argument !== undefined && isWithinList(leaf, element.argument)))
  );
}
