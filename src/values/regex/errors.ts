import type { PowerShellError } from "../errors.js";
import { netError } from "../net-errors.js";

/** A pattern that .NET refuses. `offset` counts UTF-16 units. */
export class RegexSyntaxError extends Error {
  constructor(
    readonly pattern: string,
    readonly offset: number,
    readonly reason: string,
  ) {
    super(reason);
  }
  /** .NET's exception. */
  toPowerShellError(): PowerShellError {
    return netError(
      "System.Text.RegularExpressions.RegexParseException",
      `Invalid pattern '${this.pattern}' at offset ${this.offset}. ${this.reason}`,
    );
  }
}

/** A construct of .NET's that JavaScript's engine cannot do. */
export function regexNotEmulated(what: string): PowerShellError {
  return netError(
    "System.NotSupportedException",
    `NotEmulated: regular expressions with ${what} are not supported; everything else of .NET's syntax is.`,
  );
}
