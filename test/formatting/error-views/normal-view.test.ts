import { describe, expect, it } from "vitest";
import { errorText } from "../../../src/formatting/error-views/error-text.js";
import {
  type FormattingFacts,
  powerShell7Formatting,
  windowsPowerShell2Formatting,
  windowsPowerShell5Formatting,
} from "../../../src/formatting/formatting-facts.js";
import { createOutDefault } from "../../../src/formatting/out-default.js";
import { ErrorRecord, type ErrorRecordInit, ExceptionObject } from "../../../src/values/errors.js";
import { typeNamed } from "../../../src/values/types.js";
import type { Value } from "../../../src/values/value.js";
import { formattingContext } from "../support.js";

function record(
  message: string,
  init: Partial<ErrorRecordInit> = {},
  exceptionType = "System.Management.Automation.RuntimeException",
) {
  const exception = new ExceptionObject(typeNamed(exceptionType), message);
  return new ErrorRecord({ exception, errorId: "RuntimeException", category: "NotSpecified", ...init });
}
function notFound(): ErrorRecord {
  const text = "Get-Mailbox nobody";
  const error = record("The term 'Get-Mailbox' is not recognized.", {
    errorId: "CommandNotFoundException",
    category: "ObjectNotFound",
    target: "Get-Mailbox",
  });
  error.amend({
    invocation: {
      invocationName: "Get-Mailbox",
      commandName: null,
      sourceText: text,
      file: null,
      start: 0,
      end: 11,
    },
  });
  return error;
}
/** As a remote Exchange server reports: no position. */
function remote(): ErrorRecord {
  const message = "The operation couldn't be performed because object 'nobody' couldn't be found on 'DC1.contoso.com'.";
  const error = record(message, {
    errorId: "B0B7D6CC",
    target: 0,
    activity: "Get-Mailbox",
    reason: "ManagementObjectNotFoundException",
  });
  error.amend({
    commandTypeName: "Microsoft.Exchange.Management.RecipientTasks.GetMailbox",
    showPosition: false,
  });
  return error;
}
function shown(error: ErrorRecord, facts: FormattingFacts, width: number): string[] {
  let text = "";
  const out = createOutDefault(formattingContext({ facts, width, write: (t) => (text += t) }));
  out.write(error);
  out.end();
  return text.split("\n");
}

describe("the classic view", () => {
  it("shows name, message, position, category and id", () => {
    expect(shown(notFound(), powerShell7Formatting, 120)).toEqual([
      "Get-Mailbox : The term 'Get-Mailbox' is not recognized.",
      "At line:1 char:1",
      "+ Get-Mailbox nobody",
      "+ ~~~~~~~~~~~",
      "+ CategoryInfo          : ObjectNotFound: (Get-Mailbox:String) [], RuntimeException",
      "+ FullyQualifiedErrorId : CommandNotFoundException",
      "",
    ]);
  });

  it("indents and ends with a line of one space up to 5.1", () => {
    expect(shown(notFound(), windowsPowerShell5Formatting, 120).slice(4)).toEqual([
      "    + CategoryInfo          : ObjectNotFound: (Get-Mailbox:String) [], RuntimeException",
      "    + FullyQualifiedErrorId : CommandNotFoundException",
      " ",
      "",
    ]);
  });

  it("marks the token in 2.0, and names no unknown command before the message", () => {
    expect(shown(notFound(), windowsPowerShell2Formatting, 120).slice(0, 3)).toEqual([
      "The term 'Get-Mailbox' is not recognized.",
      "At line:1 char:12",
      "+ Get-Mailbox <<<<  nobody",
    ]);
  });

  it("shows errors of a remote server without position, long lines split and wrapped", () => {
    expect(shown(remote(), windowsPowerShell5Formatting, 80)).toEqual([
      "The operation couldn't be performed because object 'nobody' couldn't be found ",
      "on 'DC1.contoso.com'.",
      "    + CategoryInfo          : NotSpecified: (0:Int32) [Get-Mailbox], Managemen ",
      "   tObjectNotFoundException",
      "    + FullyQualifiedErrorId : B0B7D6CC,Microsoft.Exchange.Management.Recipient ",
      "   Tasks.GetMailbox",
      " ",
      "",
    ]);
  });

  it("shortens long targets", () => {
    const error = record("x", { target: "an error message while there are many columns available" });
    expect(shown(error, powerShell7Formatting, 120)[1]).toBe(
      "+ CategoryInfo          : NotSpecified: (an error message wh\u2026y columns available:String) [], RuntimeException",
    );
    expect(shown(error, windowsPowerShell5Formatting, 120)[1]).toBe(
      "    + CategoryInfo          : NotSpecified: (an error messag...lumns available:String) [], RuntimeException",
    );
  });
});

describe("other views", () => {
  const view = (name: string) => new Map<string, Value>([["ErrorView", name]]);

  it("CategoryView is one line", () => {
    const context = formattingContext({ facts: powerShell7Formatting, variables: view("CategoryView") });
    expect(errorText(context, notFound())).toBe("ObjectNotFound: (Get-Mailbox:String) [], RuntimeException");
  });

  it("ConciseView is the label and the message at the prompt", () => {
    const context = formattingContext({ facts: powerShell7Formatting, variables: view("ConciseView") });
    expect(errorText(context, notFound())).toBe("Get-Mailbox: The term 'Get-Mailbox' is not recognized.");
  });

  it("ConciseView shows the line in longer entries", () => {
    const context = formattingContext({ facts: powerShell7Formatting, variables: view("ConciseView") });
    const error = record("Attempted to divide by zero.");
    error.amend({
      invocation: {
        invocationName: null,
        commandName: null,
        sourceText: "if (1) {\n  1/0\n}",
        file: null,
        start: 11,
        end: 14,
      },
    });
    expect(errorText(context, error)).toBe(
      "RuntimeException: \nLine |\n   2 |    1/0\n     |    ~~~\n     | Attempted to divide by zero.",
    );
  });
});
