import {
  buildTopology,
  type EditionName,
  type ExchangeRelease,
  fromJSON,
  startingPointsOf,
  type Topology,
  type TopologySpec,
  topologies,
} from "../index.js";
import { editionNamed } from "../shell/editions.js";
import { NoText, readTextFile } from "./text-file.js";

/**
 * The organization that `--org` names: a starting point, or a file with the JSON of one, or with a description as
 * `buildTopology` takes it. Starting points, and descriptions that don't say their release, are of the edition's.
 * @throws {NoText} for a file that holds neither; {TopologyError} for one that contradicts itself
 */
export function organizationNamed(nameOrFile: string, edition: EditionName = "Exchange2010"): Topology {
  const name = Object.keys(topologies).find((known) => known.toLowerCase() === nameOrFile.toLowerCase());
  if (name !== undefined) return startingPointsOf(releaseOf(edition))[name as keyof typeof topologies];
  if (!/[./\\]/.test(nameOrFile)) {
    const names = Object.keys(topologies).join(", ");
    throw new NoText(`There is no organization '${nameOrFile}'; there are ${names}, or the path of a file.`);
  }
  return organizationFile(nameOrFile, edition);
}

/** The organization in a file; see {@link organizationNamed}. */
export function organizationFile(path: string, edition: EditionName = "Exchange2010"): Topology {
  const json = parsed(path, readTextFile(path));
  if (typeof json !== "object" || json === null || Array.isArray(json))
    throw new NoText(`${path} holds no organization: it is no JSON object.`);
  // The description is checked as it is read, whatever it claims to be.
  return "format" in json ? fromJSON(json) : buildTopology({ release: releaseOf(edition), ...(json as TopologySpec) });
}

/** Plain PowerShell has no release of its own: the first one. */
function releaseOf(edition: EditionName): ExchangeRelease {
  return editionNamed(edition).exchange ?? "2010";
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new NoText(`${path} holds no organization: ${error.message}`);
    throw error;
  }
}
