/** The prompt for the further lines of an entry. */
const continuationPrompt = ">> ";

/**
 * An entry as a console shows it, for a transcript that `readTranscript` reads again.
 * @param typed the entry, of one or more lines
 * @param shown the text of its result
 */
export function transcriptEntry(prompt: string, typed: string, shown: string): string {
  const end = shown === "" || shown.endsWith("\n") ? "" : "\n";
  return `${prompt}${typed.replaceAll("\n", `\n${continuationPrompt}`)}\n${shown}${end}`;
}
