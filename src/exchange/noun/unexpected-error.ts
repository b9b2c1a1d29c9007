import type { PowerShellError } from "../../values/errors.js";
import { type ExchangeMessage, sentence } from "./exchange-errors.js";
import type { Task } from "./task.js";

const watson = sentence({
  text: (text: string) => `An unexpected error has occurred and a Watson dump is being generated: ${text}`,
  certainty: "captured",
  evidence: "facts/messages.md, frames: unhandled exception",
});

/**
 * An exception that the real cmdlet doesn't expect: a warning says so before the error, whose id is the exception's type.
 * @param failure with `id` the full name of the exception's type
 */
export function unexpectedError(task: Task, failure: ExchangeMessage<[]>): PowerShellError {
  task.cmdlet.writeWarning(watson.text(failure.text()));
  return task.failure(failure, []);
}
