import { type ApplicationRun, defineApplication } from "../../runtime/application.js";
import { notEmulated } from "../../runtime/errors.js";
import { addressNumber } from "../address.js";
import { resolve } from "../resolve.js";
import { type Echo, echo, type Here, here, nameAt } from "./here.js";

/** What `ping` was asked for. */
interface Request {
  readonly target: string;
  readonly count: number;
  readonly size: number;
  /** `-a`: the name of an address is looked up. */
  readonly withName: boolean;
}

/** An option that makes no sense. */
class BadOption extends Error {}

/** ping.exe, as Windows Server 2008 R2 and later print it. */
export const ping = defineApplication({
  name: "PING.EXE",
  version: "6.1.7600.16385",
  run(run) {
    let request: Request;
    try {
      request = requestOf(run.arguments);
    } catch (error) {
      if (!(error instanceof BadOption)) throw error;
      run.print(error.message);
      return 1;
    }
    const place = here(run.context);
    const found = resolve(place.evaluation, place.machine, request.target);
    place.keep();
    const [address] = found.addresses;
    if (address === undefined) {
      run.print(`Ping request could not find host ${request.target}. Please check the name and try again.`);
      return 1;
    }
    return pingAddress(run, place, request, address, found.name);
  },
});

function requestOf(words: readonly string[]): Request {
  const request = { target: "", count: 4, size: 32, withName: false };
  const rest = [...words];
  const number = (option: string, highest: number): number => {
    const text = rest.shift();
    if (text === undefined) throw new BadOption(`Value must be supplied for option ${option}.`);
    const value = Number(text);
    const lowest = option === "-n" ? 1 : 0;
    if (!/^\d+$/.test(text) || value < lowest || value > highest)
      throw new BadOption(`Bad value for option ${option}, valid range is from ${lowest} to ${highest}.`);
    return value;
  };
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (!/^[-/]./.test(word)) {
      request.target = word;
      continue;
    }
    const option = `-${word.slice(1)}`;
    switch (option.toLowerCase()) {
      case "-n":
        request.count = number(option, 4_294_967_295);
        break;
      case "-l":
        request.size = number(option, 65_500);
        break;
      case "-w":
      case "-i":
        // How long is waited, and how far a packet may go: no distance here is longer than either.
        number(option, 4_294_967_295);
        break;
      case "-a":
        request.withName = true;
        break;
      case "-4":
      case "-f":
        break;
      case "-t":
        throw notEmulated("ping -t, which does not end by itself", "Give a number of packets with -n.");
      default:
        throw new BadOption(`Bad option ${word}.`);
    }
  }
  if (request.target === "") throw new BadOption("IP address must be specified.");
  return request;
}

function pingAddress(run: ApplicationRun, place: Here, request: Request, address: string, name: string): number {
  const isAddress = addressNumber(request.target) !== null;
  const shown = isAddress ? (request.withName ? nameAt(place.network, address) : null) : name;
  const { count, size } = request;
  const target = shown === null ? address : `${shown} [${address}]`;
  run.print("");
  run.print(`Pinging ${target} with ${size} bytes of data:`);
  const answer = echo(place, address);
  const line = replyLine(answer, address, size);
  for (let sent = 0; sent < count; sent++) {
    run.context.countStep();
    run.print(line);
  }
  printStatistics(run, answer, address, count);
  return answer.kind === "timedOut" ? 1 : 0;
}

function replyLine(answer: Echo, address: string, size: number): string {
  switch (answer.kind) {
    case "answered": {
      const time = answer.time === 0 ? "time<1ms" : `time=${answer.time}ms`;
      return `Reply from ${address}: bytes=${size} ${time} TTL=${answer.timeToLive}`;
    }
    case "unreachable":
      return `Reply from ${answer.by}: Destination host unreachable.`;
    case "timedOut":
      return "Request timed out.";
  }
}

/** A message that nobody is there is received, too: it is counted as an answer. */
function printStatistics({ print }: ApplicationRun, answer: Echo, address: string, sent: number): void {
  const received = answer.kind === "timedOut" ? 0 : sent;
  const lost = sent - received;
  print("");
  print(`Ping statistics for ${address}:`);
  print(
    `    Packets: Sent = ${sent}, Received = ${received}, Lost = ${lost} (${sent === 0 ? 0 : (lost * 100) / sent}% loss),`,
  );
  if (answer.kind !== "answered") return;
  const { time } = answer;
  print("Approximate round trip times in milli-seconds:");
  print(`    Minimum = ${time}ms, Maximum = ${time}ms, Average = ${time}ms`);
}
