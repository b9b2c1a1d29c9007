import { netError } from "../net-errors.js";
import type { PowerShellError } from "../errors.js";

/** A pattern that .NET refuses. `offset` counts UTF-16 units; the Framework's text names no offset. */
export class RegexSyntaxError extends Error {
  constructor(
    readonly pattern: string,
    readonly offset: number,
    readonly reason: string,
  ) {
    super(reason);
  }
  /** The exception as the edition words it. */
  toPowerShellError(texts: "core" | "framework"): PowerShellError {
    if (texts === "framework") return netError("System.ArgumentException", `parsing "${this.pattern}" - ${this.reason}`);
    return netError(
      "System.Text.RegularExpressions.RegexParseException",
      `Invalid pattern '${this.pattern}' at offset ${this.offset}. ${this.reason}`,
    );
  }
}

/** A construct of .NET's that JavaScript's engine cannot do. */
export function regexNotEmulated(what: string): PowerShellError {
  return netError("System.NotSupportedException", `NotEmulated: regular expressions with ${what} are not supported; everything else of .NET's syntax is.`);
}
