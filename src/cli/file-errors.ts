/** Errors of the library and the command that say what is wrong with a file; by name, so that nobody has to load them. */
const names: ReadonlySet<string> = new Set([
  "DirectoryError",
  "ImportError",
  "NoText",
  "ShellRefused",
  "TopologyError",
  "TranscriptError",
]);

/** Whether an error says what is wrong with a file, in words for whoever typed its name. */
export function isAboutFiles(error: Error): boolean {
  return ("code" in error && "path" in error) || names.has(error.name);
}
