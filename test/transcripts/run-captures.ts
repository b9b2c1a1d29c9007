/** `npm run captures [ID]`: how many captures of real shells replay in the organization that they alone tell. */
import { type Grade, grades, playCapture, readCaptures, wholeCaptures } from "./captures.js";

const [wanted] = process.argv.slice(2);
const captures = wanted === undefined ? wholeCaptures() : readCaptures().filter(({ id }) => id.startsWith(wanted));
const outcomes = captures.map(playCapture);
const same = outcomes.filter(({ grade }) => grade !== undefined);
const groups = new Map<string, string[]>();
for (const { capture, reason, report } of outcomes) {
  if (reason === undefined) continue;
  groups.set(reason, [...(groups.get(reason) ?? []), capture.id]);
  if (wanted !== undefined) console.log(`${capture.id}: ${capture.command}\n${report ?? reason}\n`);
}
console.log(`${same.length} of ${captures.length} captures replay\n`);
for (const [name, tolerances] of Object.entries(grades)) {
  const ids = same.filter(({ grade }) => grade === (name as Grade)).map(({ capture }) => capture.id);
  console.log(`${ids.length}  ${name}: ${tolerances.join(", ")}\n   ${ids.join(", ")}`);
}
console.log("");
for (const [reason, ids] of [...groups].sort((a, b) => b[1].length - a[1].length)) {
  console.log(`${ids.length}  ${reason}\n   ${ids.join(", ")}`);
}
