/** A dumped tree as text, a node a line: its kind, its extent and its plain facts in the order of their names. */
export function indentTree(value: unknown, indent = ""): string {
  if (Array.isArray(value) && typeof value[0] === "string" && isRecord(value[1])) {
    const { at, ...facts } = value[1];
    const entries = Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1));
    const plain = entries.filter(([, fact]) => typeof fact !== "object").map(([key, fact]) => `${key}=${String(fact)}`);
    const inner = entries
      .filter(([, fact]) => typeof fact === "object")
      .map(([key, fact]) => `\n${indent}  ${key}:${indentTree(fact, `${indent}    `)}`);
    return `\n${indent}${value[0]} ${JSON.stringify(at)} ${plain.join(" ")}${inner.join("")}`;
  }
  if (Array.isArray(value))
    return value.length === 0 ? " none" : value.map((item) => indentTree(item, indent)).join("");
  return ` ${JSON.stringify(value)}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
