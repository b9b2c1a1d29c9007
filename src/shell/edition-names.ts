/** The shells that can be emulated, in the order in which they are offered. */
export const editionNames = [
  "PowerShell7",
  "PowerShell5",
  "Exchange2010",
  "Exchange2013",
  "Exchange2016",
  "Exchange2019",
] as const;

/** The shells that can be emulated (DESIGN.md, "Editions are data"). */
export type EditionName = (typeof editionNames)[number];
