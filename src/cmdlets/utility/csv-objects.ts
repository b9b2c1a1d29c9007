import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { PSCustomObject } from "../../values/index.js";
import { cmdletError } from "../error-record.js";
import { CsvReader } from "./csv-text.js";

/**
 * Makes objects of CSV text as it comes, line by line or in larger pieces. The header is the first record, unless it
 * is given.
 */
export class CsvObjects {
  private columns: readonly string[] | null;
  private typeName: string | null = null;
  private warned = false;

  constructor(
    private readonly cmdlet: CmdletRuntime,
    private readonly delimiter: string,
    header: readonly string[] | null,
  ) {
    this.columns = header === null ? null : this.checked(header);
  }

  /** Writes the objects in a piece of text; a record does not go on in the next piece. */
  add(text: string): void {
    const reader = new CsvReader(text, this.delimiter);
    if (this.columns === null) this.skipComments(reader);
    while (!reader.atEnd) {
      if (reader.peekLine().trim() === "") {
        reader.skipLine();
        continue;
      }
      const fields = reader.record();
      if (this.columns === null) this.columns = this.named(fields);
      else this.cmdlet.writeObject(this.objectOf(fields, this.columns));
    }
  }

  /** `#TYPE Name` gives the objects a type name; other `#` lines before the header are comments. */
  private skipComments(reader: CsvReader): void {
    while (!reader.atEnd && reader.peekLine().startsWith("#")) {
      const line = reader.peekLine();
      if (line.startsWith("#TYPE ") && this.typeName === null) this.typeName = line.slice("#TYPE ".length).trim();
      reader.skipLine();
    }
  }

  private objectOf(fields: readonly (string | null)[], columns: readonly string[]): PSCustomObject {
    const notes = columns.map((name, i) => [name, fields[i] ?? null] as const);
    return new PSCustomObject(notes, this.typeName === null ? null : this.typeNames(this.typeName));
  }

  /** 5.1 gave no name without the prefix. */
  private typeNames(name: string): readonly string[] {
    return this.cmdlet.context.facts.languageVersion < 7 ? [`CSV:${name}`] : [name, `CSV:${name}`];
  }

  private named(fields: readonly (string | null)[]): readonly string[] {
    let missing = 0;
    const names = fields.map((name) => (name === null || name === "" ? `H${++missing}` : name));
    if (missing > 0 && !this.warned) {
      this.warned = true;
      this.cmdlet.writeWarning(
        'One or more headers were not specified. Default names starting with "H" have been used in place of any missing headers.',
      );
    }
    return this.checked(names);
  }

  private checked(names: readonly string[]): readonly string[] {
    const seen = new Set<string>();
    for (const name of names) {
      const key = name.toLowerCase();
      if (seen.has(key)) {
        this.cmdlet.throwTerminatingError(
          cmdletError({
            id: "AlreadyPresentPSMemberInfoInternalCollectionAdd",
            category: "NotSpecified",
            exception: "ExtendedTypeSystemException",
            message: `The member "${name}" is already present.`,
          }),
        );
      }
      seen.add(key);
    }
    return names;
  }
}
