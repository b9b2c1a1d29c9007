import type { Noun } from "../exchange/noun/noun.js";
import type { EditionName } from "../shell/edition-names.js";
import { editionNamed } from "../shell/editions.js";
import { Session } from "../shell/session.js";
import { buildTopology, type DirectoryObject, type Topology, TopologyError } from "../topology/index.js";
import { BringIn } from "./bring-in.js";
import { descriptionOf } from "./description.js";
import { textIn } from "./exported-names.js";
import { type ExportedObject, exportedObjects } from "./exported-objects.js";
import { type ImportDoubt, ImportError } from "./import-error.js";
import { withOwnMarks } from "./own-marks.js";

/** An organization that was made from what a real one exported. */
export interface ImportedOrganization {
  readonly topology: Topology;
  /** The shell of its newest servers. */
  readonly edition: EditionName;
  /** How many objects were brought in, by noun. */
  readonly counts: Readonly<Record<string, number>>;
  /** What the files do not tell, and what of them could not be brought in. */
  readonly doubts: readonly ImportDoubt[];
}

/**
 * Makes an organization of what `Get-ExchangeServer | Export-Clixml …` and its kin wrote in a real one: Clixml, or CSV
 * with less in it. What no file tells takes the defaults of `buildTopology`.
 * @param files texts by name
 * @throws {ImportError} for a file that is neither Clixml nor CSV, and when the files contradict themselves
 */
export function importOrganization(files: Readonly<Record<string, string>>): ImportedOrganization {
  const reader = new Session(editionNamed("Exchange2010"), { topology: buildTopology({ domain: "contoso.com" }) });
  const doubts: ImportDoubt[] = [];
  const objects: ExportedObject[] = [];
  for (const [file, text] of Object.entries(files)) {
    const read = exportedObjects(reader.engine, file, text);
    for (const object of read.objects) objects.push(object);
    const lost = [...new Set(read.objects.flatMap((object) => object.lost))];
    if (lost.length > 0)
      doubts.push({
        file,
        message: `Of ${lost.join(", ")} it has no values but the names of their types; Clixml has them.`,
      });
    if (read.objects.length + read.unknown.size === 0) doubts.push({ file, message: "There is no object in it." });
    for (const [type, count] of read.unknown)
      doubts.push({
        file,
        message: `${count} of ${type} ${count === 1 ? "is" : "are"} of no known kind, and left out.`,
      });
  }
  const exported = withoutRepeats(objects);
  const { spec, assumed } = descriptionOf(exported);
  const edition = editionOf(exported);
  const session = new Session(editionNamed(edition), { topology: built(spec) });
  const bringIn = new BringIn(session);
  const found = new Map<ExportedObject, DirectoryObject>();
  for (const [noun, each] of byNoun(exported)) {
    const isExclusive = !baseNouns.has(noun.noun);
    for (const [object, made] of bringIn.objects(noun, each, isExclusive)) found.set(object, made);
  }
  // Links lead to objects of other files, so all of them have to be there.
  for (const [object, { guid }] of found) bringIn.properties(object, guid);
  const topology = withOwnMarks(session.engine, session.organization.current, found);
  return {
    topology,
    edition,
    counts: Object.fromEntries([...byNoun(exported)].map(([noun, each]) => [noun.noun, each.length])),
    doubts: [...doubts, ...assumed.map((message) => ({ file: "", message })), ...bringIn.report],
  };
}

/** What the description makes: others of these kinds are the organization's own. */
const baseNouns: ReadonlySet<string> = new Set([
  "ExchangeServer",
  "ADSite",
  "MailboxDatabase",
  "DatabaseAvailabilityGroup",
  "ClientAccessArray",
  "Mailbox",
  "User",
  "CASMailbox",
  "Recipient",
]);

function built(spec: Parameters<typeof buildTopology>[0]): Topology {
  try {
    return buildTopology(spec);
  } catch (error) {
    if (!(error instanceof TopologyError)) throw error;
    throw new ImportError(`The files make no organization. ${error.message}`);
  }
}

/** The same object twice, in two files: the first counts. */
function withoutRepeats(objects: readonly ExportedObject[]): readonly ExportedObject[] {
  const seen = new Set<string>();
  return objects.filter((object) => {
    const key = `${object.noun.noun}\n${textIn(object, "Identity") ?? textIn(object, "Name") ?? ""}`.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function byNoun(objects: readonly ExportedObject[]): ReadonlyMap<Noun, readonly ExportedObject[]> {
  const groups = new Map<Noun, ExportedObject[]>();
  for (const object of objects) {
    const group = groups.get(object.noun);
    if (group === undefined) groups.set(object.noun, [object]);
    else group.push(object);
  }
  return groups;
}

/** Exchange 2013 is 15.0, 2016 is 15.1, 2019 is 15.2. */
function editionOf(objects: readonly ExportedObject[]): EditionName {
  const editions: readonly EditionName[] = ["Exchange2010", "Exchange2013", "Exchange2016", "Exchange2019"];
  const found = objects.map((object) => {
    const [, major, minor] = /^Version (\d+)\.(\d+) /.exec(textIn(object, "AdminDisplayVersion") ?? "") ?? [];
    return major === "15" ? Math.min(Number(minor) + 1, editions.length - 1) : 0;
  });
  return editions[Math.max(0, ...found)] ?? "Exchange2010";
}
