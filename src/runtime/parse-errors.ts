import type { ScriptBlock, ScriptBlock as ScriptBlockNode } from "../../grammar/syntax-tree.js";
import { PSArray } from "../values/collections.js";
import { ErrorRecord, ExceptionObject, type InvocationInfo, PowerShellError } from "../values/errors.js";
import type { SourceText, TokenizedCode } from "../values/script-block.js";
import { parseErrorObjects } from "../values/syntax/parse-error-objects.js";
import { typeNamed } from "../values/types.js";
import { positionOf } from "./errors.js";
import type { ExecutionContext } from "./execution-context.js";

/** What the grammar reports of a text that it refuses. */
export interface ParseErrorReport {
  readonly id: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly incomplete: boolean;
}

/** What parsing gives. The tree is whole only when there are no errors. */
export interface ParsedText {
  readonly tree: ScriptBlock;
  readonly errors: readonly ParseErrorReport[];
}

/** The same with the tokens of the text. */
export interface TokenizedText extends ParsedText {
  readonly tokens: TokenizedCode["tokens"];
}

/** PowerShell lists so many errors and then says that it left some out. */
const mostErrors = 10;

/** The errors of a text, each with its message behind the place, as a console shows it. */
export function shownErrors(
  context: ExecutionContext,
  source: SourceText,
  errors: readonly ParseErrorReport[],
): readonly (ParseErrorReport & { readonly shown: string })[] {
  return errors.map((error) => ({
    ...error,
    shown: `${context.services.positionText(marked(source, error))}\n${error.message}`,
  }));
}

/**
 * The error of a text that did not parse. Its message has all errors, each behind its position.
 * @param isEntry typed at the prompt: when it is merely incomplete, the first error is shown without a position, and
 *   what runs it ends. Otherwise the error is an exception of whoever wanted a script block.
 */
export function parseErrorRecord(
  context: ExecutionContext,
  source: SourceText,
  errors: readonly ParseErrorReport[],
  isEntry: boolean,
): PowerShellError {
  const [first] = errors;
  if (first === undefined) throw new Error("no error to report");
  const isIncomplete = isEntry && first.incomplete;
  const all = shownErrors(context, source, errors);
  const parts = all.slice(0, mostErrors).map(({ message, shown }) => (isIncomplete ? message : shown));
  if (errors.length > mostErrors) {
    parts.push("Not all parse errors were reported.  Correct the reported errors and try again.");
  }
  // PowerShell 2.0 stops at the first error; the view shows where it is, behind the message.
  const isSingle = context.facts.languageVersion < 3;
  const message = isSingle ? first.message : (isIncomplete ? parts.slice(0, 1) : parts).join("\n\n");
  const type = typeNamed("System.Management.Automation.ParseException");
  const list = new PSArray(
    parseErrorObjects(source, all),
    typeNamed("System.Management.Automation.Language.ParseError"),
  );
  const exception = new ExceptionObject(type, message, null, new Map([["Errors", list]]));
  const record = new ErrorRecord({
    exception,
    errorId: first.id,
    category: "ParserError",
    reason: "ParentContainsErrorRecordException",
  });
  if (isSingle) nameToken(record, source, first);
  // A method that throws it wraps it, as it does with what .NET throws.
  if (isEntry) exception.errorRecord = record;
  record.amend({
    invocation: isSingle ? positionOf(source, first) : marked(source, first),
    showPosition: isSingle && !first.incomplete,
  });
  return new PowerShellError(record, isEntry);
}

/** What PowerShell 2.0 missed, by the id of the error. */
function missedToken(id: string): string | null {
  if (id === "MissingEndCurlyBrace") return "CloseBraceToken";
  return id.startsWith("MissingEndParenthesis") ? "CloseParenToken" : null;
}

/** CategoryInfo of PowerShell 2.0 names the token that came unexpected, or the one that was missed. */
function nameToken(record: ErrorRecord, { text }: SourceText, { id, start, end }: ParseErrorReport): void {
  const missed = missedToken(id);
  if (missed !== null) {
    record.amend({ targetName: missed, targetType: "TokenId" });
  } else if (id === "UnexpectedToken") {
    record.amend({ targetName: text.slice(start, end), targetType: "String" });
  }
}

/** A `#requires` line without any code behind it. */
export function isRequirementAlone({ scriptRequirements, endBlock }: ScriptBlockNode): boolean {
  return scriptRequirements !== undefined && (endBlock === undefined || endBlock.statements.length === 0);
}

/** What is said of a `#requires` line where the prompt takes none. */
export function requirementsError(): PowerShellError {
  const exception = new ExceptionObject(
    typeNamed("System.Management.Automation.RuntimeException"),
    "An error occurred while creating the pipeline.",
  );
  const record = new ErrorRecord({
    exception,
    errorId: "RuntimeException",
    category: "NotSpecified",
    reason: "ParentContainsErrorRecordException",
  });
  return new PowerShellError(record, true);
}

/** An empty extent still gets a mark. */
function marked(source: SourceText, { start, end }: ParseErrorReport): InvocationInfo {
  return positionOf(source, { start, end: Math.max(end, start + 1) });
}
