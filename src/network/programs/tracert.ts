import { defineApplication } from "../../runtime/application.js";
import { notEmulated } from "../../runtime/errors.js";
import { addressNumber } from "../address.js";
import { resolve } from "../resolve.js";
import { echo, here, nameAt } from "./here.js";

const usualHops = 30;

/** What is asked for: `-d` leaves names out, `-h` bounds the hops; `-w` is a wait that nothing here takes. */
function requestOf(words: readonly string[]) {
  const rest = [...words];
  let target: string | undefined;
  let withNames = true;
  let mostHops = usualHops;
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (/^[-/]d$/i.test(word)) withNames = false;
    else if (/^[-/]h$/i.test(word)) mostHops = Number(rest.shift() ?? Number.NaN);
    else if (/^[-/]w$/i.test(word)) rest.shift();
    else if (/^[-/]4$/.test(word)) continue;
    else if (/^[-/]./.test(word)) throw notEmulated(`tracert ${word}`);
    else target = word;
  }
  if (!Number.isInteger(mostHops) || mostHops < 1 || mostHops > 255) {
    throw notEmulated("tracert -h without a number of hops", "Give one from 1 to 255.");
  }
  return { target, withNames, mostHops };
}

/** tracert.exe: the routers on the way to an address. */
export const tracert = defineApplication({
  name: "TRACERT.EXE",
  version: "6.1.7600.16385",
  run({ arguments: words, context, print }) {
    const { target, withNames, mostHops } = requestOf(words);
    if (target === undefined) {
      print("A target name or address must be specified.");
      return 1;
    }
    const place = here(context);
    const found = resolve(place.evaluation, place.machine, target);
    place.keep();
    const [address] = found.addresses;
    if (address === undefined) {
      print(`Unable to resolve target system name ${target}.`);
      return 1;
    }
    const label = (each: string): string => {
      const name = withNames ? nameAt(place.network, each) : null;
      return name === null ? each : `${name} [${each}]`;
    };
    print("");
    const named = addressNumber(target) === null ? `${found.name} [${address}]` : label(address);
    print(`Tracing route to ${named}`);
    print(`over a maximum of ${mostHops} hops:`);
    print("");
    const answer = echo(place, address);
    switch (answer.kind) {
      case "answered":
        [...answer.hops, address].slice(0, mostHops).forEach((hop, index) => {
          const time = index === 0 ? "   <1 ms" : ` ${millisecondsColumn(answer.time)}`;
          print(`  ${index + 1} ${time} ${time} ${time}  ${label(hop)}`);
        });
        break;
      case "unreachable":
        print(`  1  ${label(answer.by)}  reports: Destination host unreachable.`);
        break;
      case "timedOut":
        for (let hop = 1; hop <= mostHops; hop++)
          print(`${hop < 10 ? "  " : " "}${hop}     *        *        *     Request timed out.`);
    }
    print("");
    print("Trace complete.");
    return answer.kind === "answered" ? 0 : 1;
  },
});

/** ` 12 ms`: tracert's columns have four places for the number. */
function millisecondsColumn(time: number): string {
  return `${time < 10 ? "   " : time < 100 ? "  " : " "}${time} ms`;
}
