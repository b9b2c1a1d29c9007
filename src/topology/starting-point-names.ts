/** The names of the starting points, as `topologies` has them. */
export const startingPointNames = ["headOffice", "contoso", "empty"] as const;

export type StartingPointName = (typeof startingPointNames)[number];
