/** What is typed for a parameter, what `fl` then shows of the property, and what the line needs beside it. */
export type Sample = readonly [typed: string, shown: string | RegExp, more?: More];

interface More {
  /** Further arguments. */
  readonly and?: string;
  /** Of the command's own arguments those that do not go together with the parameter. */
  readonly without?: readonly string[];
  /** How the object is read, where its name is another one then. */
  readonly read?: string;
}

/** How a cmdlet is called that makes or changes an object. */
export interface Command {
  /** Lines typed before. */
  readonly before?: readonly string[];
  /** The arguments that it has anyway, by parameter; the one tried stands in place of that of its name. */
  readonly base?: Readonly<Record<string, string>>;
  /** What to type for parameters whose kind does not say it. */
  readonly samples?: Readonly<Record<string, Sample>>;
  /** Parameters that are tried in a test of their own, or that nothing shows, with the reason. */
  readonly elsewhere?: Readonly<Record<string, string>>;
  /** How the object is read; left out: what was made or is meant goes through the pipeline to Get. */
  readonly read?: string;
}

/** Commands by their cmdlet's name. */
export type Commands = Readonly<Record<string, Command>>;
