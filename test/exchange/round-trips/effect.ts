/** What is typed, what is read then, and what it shows. `$password` is a secure string, `$credential` an account's. */
export interface Effect {
  readonly line: string;
  readonly read: string;
  readonly shown: string;
}

/** Of parameters that no property of their own name shows, by cmdlet and parameter. */
export type Effects = Readonly<Record<string, Readonly<Record<string, Effect>>>>;

export const effect = (line: string, read: string, shown: string): Effect => ({ line, read, shown });
/** What is made shows it in a property. */
export const made = (line: string, property: string, shown: string): Effect =>
  effect(`$made = ${line}`, `[string]$made.${property}`, shown);
