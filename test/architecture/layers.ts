// Which folder may import which: the map of the code, as the tests hold it.

/** From the lowest to the highest; a layer may use those below it. Those in one row do not know each other. */
const rows: readonly (readonly string[])[] = [
  ["grammar"],
  ["values"],
  ["runtime"],
  ["binding"],
  ["formatting"],
  ["cmdlets"],
  ["exchange"],
  ["network"],
  ["shell"],
  ["imports"],
  ["transcripts"],
  ["cli", "vitest", "web"],
];

/** The organization stands beside the layers of the language: it uses values only, and what is about Exchange uses it. */
const topology = {
  may: ["values"],
  usedBy: ["exchange", "network", "shell", "imports", "transcripts", "cli", "vitest", "web"],
};

/** The folders that face the world: they alone may use Node, a browser or a test runner. */
export const faces: readonly string[] = ["cli", "vitest", "web"];

/** The layer of a file: its folder; files directly under `src/` are the doors of the package. */
export function layerOf(path: string): string {
  const [top = "", folder = ""] = path.split("/");
  if (top !== "src") return top;
  return folder.endsWith(".ts") ? "doors" : folder;
}

/** Whether files of one layer may import files of another. */
export function mayImport(from: string, to: string): boolean {
  if (from === to || from === "doors") return true;
  // The faces use the library as everybody does: through its doors.
  if (to === "doors") return faces.includes(from);
  if (from === "topology") return topology.may.includes(to);
  if (to === "topology") return topology.usedBy.includes(from);
  return rank(to) < rank(from);
}

/** Whether the map knows a layer. */
export function isKnown(layer: string): boolean {
  return layer === "doors" || layer === "topology" || rows.some((row) => row.includes(layer));
}

function rank(layer: string): number {
  const index = rows.findIndex((row) => row.includes(layer));
  if (index < 0) throw new Error(`The map of layers does not know '${layer}'.`);
  return index;
}
