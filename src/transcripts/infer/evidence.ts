import type { Transcript } from "../reading/read-transcript.js";

/** What a transcript tells beside objects: where the shell is, and when. */
export interface Evidence {
  /** The DNS name of the domain. */
  readonly domain?: string;
  /** Its short name. */
  readonly netBIOSName?: string;
  /** The name of the Exchange organization. */
  readonly organization?: string;
  /** Names of domain controllers, in the order in which they are seen. */
  readonly domainControllers: readonly string[];
  /** The server that the shell is connected to. */
  readonly server?: string;
  /** The version of that server: `15.1.2507.44`. */
  readonly version?: string;
  /** The time of the organization's clock, ISO 8601. */
  readonly now?: string;
}

/** Reads what errors and identities tell of the surroundings. */
export function evidenceIn({ entries }: Transcript): Evidence {
  const text = entries.map(({ typed, shown }) => `${typed}\n${withWholeNotes(shown)}`).join("\n");
  const domain = domainIn(text);
  const organization = /,CN=([^,\n]+),CN=Microsoft Exchange,CN=Services,/.exec(unbroken(text))?.[1];
  const server = /\[Server=([\w-]+),RequestId=/.exec(text)?.[1];
  const version = programVersionIn(text);
  const now = clockIn(text);
  return {
    ...(domain === undefined ? {} : { domain }),
    ...(organization === undefined ? {} : { organization }),
    domainControllers: controllersIn(text),
    ...(server === undefined ? {} : { server }),
    ...(version === undefined ? {} : { version }),
    ...(now === undefined ? {} : { now }),
  };
}

/** Error notes break at the width of the window, wherever that is. */
function withWholeNotes(shown: string): string {
  const whole: string[] = [];
  for (const line of shown.split("\n")) {
    const isRest = /^ {2,4}\S/.test(line) && !line.startsWith("    + ") && whole.at(-1)?.startsWith("    + ") === true;
    if (isRest) whole.push(`${whole.pop()?.trimEnd() ?? ""}${line.replace(/^ {2,3}/, "")}`);
    else whole.push(line);
  }
  return whole.join("\n");
}

/** Distinguished names break at blanks. */
const unbroken = (text: string): string => text.replaceAll(/ *\n {4,}(?=\S)/g, " ");

/** How much each form of a name says about the domain. */
const domainForms: readonly (readonly [pattern: RegExp, weight: number])[] = [
  [/(?<![\w.-])((?:[\w-]{1,63}\.){1,8}[a-z]{2,})\/(?:Users\b|Configuration\b|Microsoft Exchange S)/gi, 20],
  [/\bIIS:\/\/[\w-]{1,63}\.((?:[\w-]{1,63}\.){1,8}[a-z]{2,})\//gi, 20],
  [/(?<!\/\/)(?<![\w.-])((?:[\w-]{1,63}\.){1,8}[a-z]{2,})\/[A-Z]/g, 2],
  [/\+ PSComputerName +: [\w-]{1,63}\.((?:[\w-]{1,63}\.){1,8}[a-z]{2,})/gi, 20],
  [/\bOriginatingServer +: [\w-]{1,63}\.((?:[\w-]{1,63}\.){1,8}[a-z]{2,})/gi, 20],
  [/(?<![\w.-])[\w-]{1,63}\.((?:[a-z][\w-]{0,62}\.){1,8}[a-z]{2,6})\b/gi, 1],
];
/** Names of types, and of files. */
const noDomain = /^(?:microsoft|system|exchange|management)\.|\.(?:ps1|txt|csv|edb|exe|log|dll|xml)$/i;

/** The domain that most names of the text are in; `undefined` when there are none. */
function domainIn(text: string): string | undefined {
  const counts = new Map<string, number>();
  const count = (domain: string, weight: number): void => {
    const key = domain.toLowerCase();
    if (!noDomain.test(key)) counts.set(key, (counts.get(key) ?? 0) + weight);
  };
  const withoutIds = text
    .replaceAll(/FullyQualifiedErrorId : .*/g, "")
    .replaceAll(/\b(?:Microsoft|System)\.[\w.]+/g, "");
  for (const [pattern, weight] of domainForms)
    for (const [, domain = ""] of withoutIds.matchAll(pattern)) count(domain, weight);
  for (const [labels] of unbroken(text).matchAll(/\bDC=[\w-]+(?:,DC=[\w-]+)+/g))
    count(labels.replaceAll(/,?DC=/g, ".").slice(1), 20);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  // The end of a name that broke at the edge of the window.
  const whole = [...counts.keys()].find(
    (name) =>
      best !== undefined &&
      name.length > best[0].length &&
      name.endsWith(best[0]) &&
      name.at(-best[0].length - 1) !== ".",
  );
  return whole ?? best?.[0] ?? cutDomain(text) ?? primaryDomain(text);
}

/** The domain of the first primary address, or of any. */
function primaryDomain(text: string): string | undefined {
  const primary = /(?:\bSMTP:|^PrimarySmtpAddress +: )[\w.+-]+@((?:[\w-]+\.)+[a-z]{2,})/m;
  const any = /(?<![\w.+-])[\w.+-]{1,64}@((?:[a-z][\w-]{0,62}\.){1,8}[a-z]{2,})\b/i;
  return (primary.exec(text) ?? any.exec(text))?.[1]?.toLowerCase();
}

/** `contoso.com/Configuration/Sites/…` of which a column left no more than the first label. */
function cutDomain(text: string): string | undefined {
  const label = /^Name +Site\b/m.test(text) ? /^\S+ +([a-z][\w-]*)\.{3} /im.exec(text)?.[1] : undefined;
  return label === undefined ? undefined : `${label.toLowerCase()}.com`;
}

const controllerForms: readonly RegExp[] = [
  /\bOriginatingServer +: ([\w-]+)\.[\w-]+\./g,
  /\b(?:CurrentDomainControllers|CurrentGlobalCatalogs|CurrentConfigDomainController) +: \{?([\w-]+)\.[\w-]+/g,
  /couldn't be found on '([\w-]+)\.[\w-]+/g,
  /(?<!\w)-DomainController[: ]["']?([\w-]+)\.[\w-]+/gi,
];
/** A domain controller that nobody reaches isn't there. */
const unreachable = /suitability of server '([\w-]+)/g;

function controllersIn(text: string): readonly string[] {
  const found = new Map<string, string>();
  for (const form of controllerForms)
    for (const [, name = ""] of text.matchAll(form))
      if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), name);
  for (const [, name = ""] of text.matchAll(unreachable)) found.delete(name.toLowerCase());
  return [...found.values()];
}

/** `15.01.2507.044 … ExSetup.exe`, however it is laid out: the version of the server's program. */
function programVersionIn(text: string): string | undefined {
  if (!/exsetup/i.test(text)) return undefined;
  const version = /\b(1[45])\.(\d\d)\.(\d{4})\.(\d{3})\b/.exec(text)?.slice(1);
  return version?.map((part) => String(Number(part))).join(".");
}

/** The time stamp of an error: `TimeStamp=9/9/2022 3:17:40 PM]`, the day first where the month cannot be. */
function clockIn(text: string): string | undefined {
  const stamp = /TimeStamp=(\d{1,2})([/.])(\d{1,2})[/.](\d{4}) (\d{1,2}):(\d\d):(\d\d)(?: ([AP])M)?\]/.exec(text);
  if (stamp === null) return undefined;
  const [, first = "", separator, second = "", year, hour = "", minute, rest, half] = stamp;
  const isDayFirst = separator === "." || half === undefined || Number(first) > 12;
  const [month, day] = isDayFirst ? [second, first] : [first, second];
  if (Number(month) > 12 || Number(day) > 31) return undefined;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === "P" ? 12 : 0);
  const two = (number: string | number): string => String(number).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}T${two(hours)}:${minute}:${rest}Z`;
}
