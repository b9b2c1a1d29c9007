/** What a verb does to the things that the noun names; `{}` stands for them. */
const sentences: ReadonlyMap<string, string> = new Map([
  ["Add", "Adds to {}."],
  ["Clear", "Clears {}."],
  ["Connect", "Connects {}."],
  ["Disable", "Disables {}."],
  ["Dismount", "Dismounts {}."],
  ["Enable", "Enables {}."],
  ["Export", "Exports {}."],
  ["Get", "Shows {}: objects or settings, all of them or the one that -Identity names."],
  ["Import", "Imports {}."],
  ["Install", "Installs {}."],
  ["Mount", "Mounts {}."],
  ["Move", "Moves {}."],
  ["New", "Creates {}."],
  ["Remove", "Removes {}, or something from it."],
  ["Restore", "Restores {}."],
  ["Resume", "Resumes {}."],
  ["Search", "Searches {}."],
  ["Set", "Changes settings of {}."],
  ["Start", "Starts {}."],
  ["Stop", "Stops {}."],
  ["Suspend", "Suspends {}."],
  ["Test", "Tests {}."],
  ["Uninstall", "Uninstalls {}."],
  ["Update", "Updates {}."],
]);

/** What a cmdlet does, in one line of our own words, made of its name: `Changes settings of mailbox database.` */
export function synopsisOf(verb: string, noun: string): string {
  const words = noun
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(" ")
    .map((word) => (/^[A-Z]{2,}/.test(word) ? word : word.toLowerCase()))
    .join(" ");
  return (sentences.get(verb) ?? `${verb}: works on {}.`).replace("{}", words);
}
