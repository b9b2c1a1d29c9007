/** A piece of the parsed text: UTF-16 offsets, `end` exclusive. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}
