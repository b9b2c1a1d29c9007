/** Releases of Exchange as the catalogue knows them. */
export type ExchangeRelease = "2010" | "2013" | "2016" | "2019";

/** In the order in which the catalogue's masks count them: 2010 is 1, 2013 is 2, 2016 is 4, 2019 is 8. */
export const exchangeReleases: readonly ExchangeRelease[] = ["2010", "2013", "2016", "2019"];

/** Whether a mask of the catalogue holds a release. */
export function inRelease(mask: number, release: ExchangeRelease): boolean {
  return (mask & (1 << exchangeReleases.indexOf(release))) !== 0;
}
