import type { Transcript } from "../reading/read-transcript.js";
import { Observer } from "./observer.js";
import type { Sightings } from "./seen.js";
import { typedPipelines } from "./typed-commands.js";
import { unsetVariables } from "./unset-variables.js";
import { guessVariable } from "./variables.js";
import type { Words } from "./words.js";

/** Goes through a transcript in order: what is seen after a change says nothing about the beginning. */
export function sightingsOf(transcript: Transcript, words: Words): Sightings {
  const observer = new Observer(words);
  for (const { line, typed, shown } of transcript.entries) {
    for (const commands of typedPipelines(typed)) observer.observe(line, commands, shown);
  }
  const profile = unsetVariables(transcript).flatMap((variable) => {
    const guess = guessVariable(variable, words);
    if (guess?.noun !== undefined) observer.noteHeld(variable.entry.line, guess.noun, guess.objects ?? []);
    if (guess === undefined) {
      const message = `Nothing tells what $${variable.name} holds.`;
      observer.doubts.push({ line: variable.entry.line, message });
    }
    return guess === undefined ? [] : [guess.script];
  });
  const { objects, complete, memberships, roleEntries, states, netBIOSName, doubts } = observer;
  return {
    objects: [...objects.values()],
    complete,
    memberships,
    roleEntries,
    alerts: states.alerts,
    components: states.components,
    netBIOSName,
    profile,
    doubts,
  };
}
