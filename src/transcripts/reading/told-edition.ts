import type { EditionName } from "../../shell/edition-names.js";
import type { TranscriptHead } from "./start-transcript.js";

/** The build numbers of servers name the release: 14 is 2010, 15.0 is 2013, and so on. */
const releases: readonly (readonly [RegExp, EditionName])[] = [
  [/\bVersion 14\.\d+ \(Build /, "Exchange2010"],
  [/\bVersion 15\.0 \(Build /, "Exchange2013"],
  [/\bVersion 15\.1 \(Build /, "Exchange2016"],
  [/\bVersion 15\.2 \(Build /, "Exchange2019"],
];

/** What the errors of a remote session since 2013 carry in their ids, and those of 2010 do not. */
const laterError = /FullyQualifiedErrorId : \[Server=/;
const earlierError =
  /CategoryInfo\s+: \w+: \((?:\d+:Int32|[^)]*)\) \[[\w-]+\], \w+\n\s+\+ FullyQualifiedErrorId : [0-9A-F]{6,8},Microsoft\.Exchange\./;

/** Cmdlets of the article's times. */
const cmdletsOf2010 = /\b(?:New|Set|Remove)-ClientAccessArray\b|-RpcClientAccessServer\b/i;

/**
 * The edition as far as a text tells: the shell by the prompt, the release by versions of servers, the layout of
 * errors and cmdlets that only one has. `undefined` when nothing tells.
 */
export function toldEdition(prompt: string, text: string, head: TranscriptHead | undefined): EditionName | undefined {
  const isExchange = prompt.includes("[PS") || prompt.startsWith("PS]") || /Exchange Management Shell/.test(text);
  return isExchange ? exchangeEdition(text) : plainEdition(text, head);
}

function exchangeEdition(text: string): EditionName | undefined {
  const named = releases.filter(([pattern]) => pattern.test(text)).map(([, edition]) => edition);
  // An organization of several releases is looked at from one of them, and which cannot be told.
  if (named.length === 1) return named[0];
  if (cmdletsOf2010.test(text) || earlierError.test(text)) return "Exchange2010";
  return laterError.test(text) ? "Exchange2016" : undefined;
}

function plainEdition(text: string, head: TranscriptHead | undefined): EditionName | undefined {
  if (head?.version !== undefined) return Number.parseInt(head.version, 10) >= 6 ? "PowerShell7" : "PowerShell5";
  if (/^Line \|$/m.test(text) || /PowerShell 7\./.test(text)) return "PowerShell7";
  return /^At line:\d+ char:\d+$/m.test(text) || /^Windows PowerShell$/m.test(text) ? "PowerShell5" : undefined;
}
