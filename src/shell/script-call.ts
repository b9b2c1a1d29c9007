import { type CommandArgument, positional } from "../runtime/commands.js";

/** How a script is called from outside of PowerShell. */
export interface ScriptCall {
  /** As a command line gives them, each a text: `["-Path", "C:\\users.csv", "-Force"]`. */
  readonly arguments?: readonly string[];
  /** The lines of a redirected standard input, which the script gets as `$input`; nothing is piped when left out. */
  readonly input?: readonly string[];
}

/** `-Name`, `-Name:` and `-Name:value`; what begins otherwise is a value, `-5` too. */
const parameter = /^-([\p{L}_?][^:]*)(?::(.*))?$/su;

/**
 * Arguments as `powershell -File` takes them (about_PowerShell_exe): every value is a literal text, and `-Name:$true`
 * and `-Name:$false` alone give a switch its value.
 */
export function commandLineArguments(texts: readonly string[]): CommandArgument[] {
  const place = { isSplatted: false, start: 0, end: 0 };
  return texts.map((text): CommandArgument => {
    const [isParameter, name = "", value] = parameter.exec(text) ?? [];
    if (isParameter === undefined) return positional(text);
    // Behind `-Name:` the next argument is the value, as it is behind `-Name`.
    const hasValue = value !== undefined && value !== "";
    const given = hasValue ? { hasValue, value: literalOf(value) } : { hasValue, value: undefined };
    return { kind: "parameter", name, ...given, ...place, valueStart: 0, valueEnd: 0 };
  });
}

function literalOf(text: string): boolean | string {
  const lower = text.toLowerCase();
  return lower === "$true" || lower === "$false" ? lower === "$true" : text;
}
