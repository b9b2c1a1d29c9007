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

/** What narrows a path, and who asks: not emulated. */
export const pathFilters = {
  Filter: { type: "string", coverage: "refused" },
  Include: { type: "string[]", coverage: "refused" },
  Exclude: { type: "string[]", coverage: "refused" },
} as const;
