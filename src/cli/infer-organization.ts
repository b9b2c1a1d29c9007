import { basename } from "node:path";
import { type Doubt, type EditionName, inferTopology, readTranscript, type Topology } from "../index.js";
import { showProgress } from "./standard-streams.js";
import { readTextFile } from "./text-file.js";

interface FileDoubt extends Doubt {
  readonly file: string;
}

/** Says on standard error what cannot be told or not both be true, each with its place. */
export function sayDoubts(doubts: readonly FileDoubt[]): void {
  for (const { file, line, message } of doubts) process.stderr.write(`${basename(file)}:${line}: ${message}\n`);
}

/**
 * The organization that transcripts tell, read one after another as one session; what contradicts itself, what nothing
 * tells, and the variables that they use and do not set are said on standard error.
 * @returns the organization; `undefined` when the files hold no entry
 */
export function organizationOf(files: readonly string[], edition: EditionName | undefined): Topology | undefined {
  showProgress(`Reading ${files.length} ${files.length === 1 ? "transcript" : "transcripts"} …`);
  const transcripts = files.map((file) => readTranscript(readTextFile(file)));
  // Lines are numbered through, so that a doubt tells its file.
  const starts: number[] = [];
  let lines = 0;
  for (const { entries } of transcripts) {
    starts.push(lines);
    lines += Math.max(0, ...entries.map(({ shownLines }) => shownLines[1])) + 1;
  }
  const entries = transcripts.flatMap((transcript, index) =>
    transcript.entries.map((entry) => ({ ...entry, line: entry.line + (starts[index] ?? 0) })),
  );
  if (entries.length === 0) {
    showProgress("");
    process.stderr.write("There is no entry to infer from: no line begins with a prompt such as [PS] C:\\>\n");
    return undefined;
  }
  const told = edition ?? transcripts.find((transcript) => transcript.edition !== undefined)?.edition;
  const { topology, profile, doubts, defaults } = inferTopology(
    { entries },
    told === undefined ? {} : { edition: told },
  );
  showProgress("");
  sayDoubts(
    doubts.map((doubt) => {
      const index = starts.findLastIndex((start) => doubt.line > start);
      return { file: files[index] ?? "", line: doubt.line - (starts[index] ?? 0), message: doubt.message };
    }),
  );
  for (const message of defaults) process.stderr.write(`${message}\n`);
  if (profile !== "")
    process.stderr.write(`The transcript uses variables that it does not set; they held:\n${profile}\n`);
  process.stderr.write(
    `Inferred for --edition ${told ?? "Exchange2010"} from ${entries.length} ${entries.length === 1 ? "entry" : "entries"}\n`,
  );
  return topology;
}
