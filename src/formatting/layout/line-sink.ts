/** Takes finished lines, without their line ends. */
export interface LineSink {
  writeLine(line: string): void;
  /** Text that is shown as it is, never broken: a string sent to the console. */
  writeRaw(text: string): void;
}
