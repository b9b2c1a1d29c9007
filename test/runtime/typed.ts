import { createShell } from "../../src/shell/shell.js";

/** Types lines into one fresh session of PowerShell 7 and gives what each shows. */
export function typed(...lines: readonly string[]): string[] {
  const shell = createShell({ edition: "PowerShell7", profile: "$ErrorView = 'NormalView'" });
  return lines.map((line) => shell.run(line).text);
}
