/** The parameters by which the item and content cmdlets are told what they work on, declared once. */

/** What stands at the path as it is written, without wildcards. */
export const literalPath = {
  type: "string[]",
  mandatory: true,
  pipeline: "name",
  sets: ["LiteralPath"],
  aliases: ["PSPath", "LP"],
} as const;

/** -Path and -LiteralPath of cmdlets that take paths through the pipeline by value. */
export const pathOrLiteralPath = {
  Path: { type: "string[]", position: 0, mandatory: true, pipeline: "value,name", sets: ["Path"] },
  LiteralPath: literalPath,
} as const;

/** -Path and -LiteralPath of cmdlets whose pipeline is something else, such as content. */
export const namedPathOrLiteralPath = {
  Path: { type: "string[]", position: 0, mandatory: true, pipeline: "name", sets: ["Path"] },
  LiteralPath: literalPath,
} as const;

/** What narrows a path: names that a wildcard of the file system, and wildcards of PowerShell, let through. */
export const pathFilters = {
  Filter: { type: "string" },
  Include: { type: "string[]" },
  Exclude: { type: "string[]" },
} as const;
