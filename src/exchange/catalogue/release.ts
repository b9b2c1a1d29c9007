import { type ExchangeRelease, exchangeReleases } from "../../topology/index.js";

/** Releases of Exchange as the catalogue knows them. */
export type { ExchangeRelease };
export { exchangeReleases };

/**
 * Whether a mask of the catalogue holds a release. Masks count releases in their order: 2010 is 1, 2013 is 2, 2016 is 4,
 * 2019 is 8.
 */
export function inRelease(mask: number, release: ExchangeRelease): boolean {
  return (mask & (1 << exchangeReleases.indexOf(release))) !== 0;
}
