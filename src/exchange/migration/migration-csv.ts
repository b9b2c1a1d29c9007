import { CsvReader } from "../../cmdlets/utility/csv-text.js";
import { bytesOf, utf8Text } from "../../values/bytes.js";
import { message } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";

/** One line of the file that lists whom a batch migrates. */
export interface MigrationRow {
  readonly emailAddress: string;
  /** The columns that overrule the batch; absent where a line leaves them empty. */
  readonly targetDatabase?: string;
  readonly targetArchiveDatabase?: string;
  readonly badItemLimit?: string;
  readonly mailboxType?: string;
}

/** Columns of a local move by what they set (documented: CSV files for mailbox migration). */
const columns = {
  targetdatabase: "targetDatabase",
  targetarchivedatabase: "targetArchiveDatabase",
  baditemlimit: "badItemLimit",
  mailboxtype: "mailboxType",
} as const;
/** Columns that only migrations from elsewhere read. */
const others = ["largeitemlimit", "password", "username", "userprincipalname", "forcechangepassword"];

const exception = "Microsoft.Exchange.Migration.MigrationPermanentException";
const messages = {
  noColumn: message({
    text: (column: string) => `The CSV file doesn't contain the required column "${column}".`,
    exception,
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the rule is documented (New-MigrationBatch -CSVData), the text is not known",
  }),
  unknownColumns: message({
    text: (names: string) =>
      `The CSV file has columns that aren't known: ${names}. To have them ignored, use the AllowUnknownColumnsInCsv parameter.`,
    exception,
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the rule is documented (New-MigrationBatch -AllowUnknownColumnsInCsv), the text is not known",
  }),
  empty: message({
    text: () => "The CSV file doesn't list anybody.",
    exception,
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

/** -CSVData: bytes of a text in UTF-8, as [System.IO.File]::ReadAllBytes gives them. */
function textGiven(task: Task): string {
  return utf8Text(bytesOf(task.value("CSVData")));
}

/**
 * The lines of -CSVData.
 * @throws {PowerShellError} for a file without addresses, or with columns that nobody knows
 */
export function rowsGiven(task: Task): readonly MigrationRow[] {
  const reader = new CsvReader(textGiven(task).replace(/^\uFEFF/, ""), ",");
  const header = reader.atEnd ? [] : reader.record().map((name) => (name ?? "").trim());
  const names = header.map((name) => name.toLowerCase());
  const address = names.indexOf("emailaddress");
  if (address < 0) throw task.failure(messages.noColumn, ["EmailAddress"]);
  const known = new Set<string>(["emailaddress", ...Object.keys(columns), ...others]);
  const unknown = header.filter((_name, index) => !known.has(names[index] ?? ""));
  const ignores = task.has("AllowUnknownColumnsInCsv") && task.value("AllowUnknownColumnsInCsv") === true;
  if (unknown.length > 0 && !ignores) throw task.failure(messages.unknownColumns, [unknown.join(", ")]);
  const rows: MigrationRow[] = [];
  while (!reader.atEnd) {
    const fields = reader.record();
    const emailAddress = (fields[address] ?? "").trim();
    if (emailAddress === "") continue;
    const own = Object.entries(columns).flatMap(([column, key]) => {
      const text = (fields[names.indexOf(column)] ?? "").trim();
      return names.includes(column) && text !== "" ? [[key, text] as const] : [];
    });
    rows.push({ emailAddress, ...Object.fromEntries(own) });
  }
  if (rows.length === 0) throw task.failure(messages.empty, []);
  return rows;
}
