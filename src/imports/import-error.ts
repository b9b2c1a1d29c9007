/** A file that cannot be imported: what is wrong with it, in one line that names it. */
export class ImportError extends Error {
  override readonly name = "ImportError";
}

/** Something of the files that did not come into the organization, or that they do not tell. */
export interface ImportDoubt {
  /** The file, or "" for what no file tells. */
  readonly file: string;
  readonly message: string;
}
