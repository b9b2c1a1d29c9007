import { type Expression, parse, type Statement, type SyntaxNode } from "../../../grammar/index.js";
import { childrenOf } from "../../../grammar/syntax-tree.js";
import type { Transcript, TranscriptEntry } from "../reading/read-transcript.js";

/** A variable that a transcript uses and has not set, and what the entry does with it. */
export interface UnsetVariable {
  readonly name: string;
  readonly entry: TranscriptEntry;
  readonly use: VariableUse;
}

/** Shown as it is; one of its members read, or called; its elements gone through, each giving a property to a parameter. */
export type VariableUse =
  | { readonly kind: "whole" }
  | { readonly kind: "member"; readonly member: string; readonly isLast: boolean }
  | { readonly kind: "method"; readonly method: string }
  | { readonly kind: "each"; readonly parameter: string };

/** Variables that every session has. */
const automatic: ReadonlySet<string> = new Set(
  (
    "_ null true false args input this error host home pid profile pshome psversiontable psculture psuiculture pwd " +
    "matches lastexitcode executioncontext myinvocation psscriptroot pscommandpath psitem exscripts exinstall exbin " +
    "foreach switch stacktrace ofs formatenumerationlimit erroractionpreference warningpreference"
  ).split(" "),
);

/** Goes through a transcript in order; a variable is reported where it is first used so that its value can be told. */
export function unsetVariables({ entries }: Transcript): readonly UnsetVariable[] {
  const set = new Set<string>(automatic);
  const found: UnsetVariable[] = [];
  for (const entry of entries) {
    const { tree } = parse(entry.typed);
    for (const statement of tree.endBlock?.statements ?? []) {
      const used = useIn(statement);
      if (used !== undefined && !set.has(used.name)) {
        set.add(used.name);
        found.push({ ...used, entry });
      }
      for (const name of namesSet(statement)) set.add(name);
    }
  }
  return found;
}

function useIn(statement: Statement): { readonly name: string; readonly use: VariableUse } | undefined {
  if (statement.kind !== "Pipeline") return undefined;
  const [first, second] = statement.pipelineElements;
  if (first?.kind !== "CommandExpression") return undefined;
  const whole = nameOf(first.expression);
  if (whole === undefined) return useOfMember(first.expression);
  const parameter = second === undefined ? undefined : parameterOfElement(second);
  return { name: whole, use: parameter === undefined ? { kind: "whole" } : { kind: "each", parameter } };
}

/** `$x.Member`, and what is done with that: the innermost member counts. */
function useOfMember(
  expression: Expression,
  isLast = true,
): { readonly name: string; readonly use: VariableUse } | undefined {
  if (expression.kind !== "MemberExpression" && expression.kind !== "InvokeMemberExpression") return undefined;
  const name = nameOf(expression.expression);
  if (name === undefined) return useOfMember(expression.expression, false);
  const member = expression.member.kind === "StringConstantExpression" ? expression.member.value : undefined;
  if (member === undefined) return undefined;
  const isCall = expression.kind === "InvokeMemberExpression";
  if (isCall && !isLast) return undefined;
  return { name, use: isCall ? { kind: "method", method: member } : { kind: "member", member, isLast } };
}

/** `foreach { Get-X -Parameter $_.Name }`: the parameter. */
function parameterOfElement(node: SyntaxNode): string | undefined {
  if (node.kind === "Command") {
    for (const [index, element] of node.commandElements.entries()) {
      if (element.kind !== "CommandParameter") continue;
      const value = element.argument ?? node.commandElements[index + 1];
      if (value?.kind === "MemberExpression" && nameOf(value.expression) === "_")
        return element.parameterName.toLowerCase();
    }
  }
  for (const child of childrenOf(node)) {
    const found = parameterOfElement(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function nameOf(expression: Expression): string | undefined {
  return expression.kind === "VariableExpression" ? expression.variablePath.userPath.toLowerCase() : undefined;
}

function namesSet(node: SyntaxNode): readonly string[] {
  const own =
    node.kind === "AssignmentStatement"
      ? nameOf(node.left)
      : node.kind === "ForEachStatement"
        ? nameOf(node.variable)
        : undefined;
  return [...(own === undefined ? [] : [own]), ...childrenOf(node).flatMap(namesSet)];
}
