import type { Transcript } from "../reading/read-transcript.js";

/** The marks that stand for what was cut off: three dots, or the one character of PowerShell 7. */
const cutMark = /(?:\.\.\.|\u2026)$/;

/** Whether a column cut a value off. */
export const isCut = (value: string): boolean => cutMark.test(value);

/**
 * Values that are the same in every organization: names of setup's mailboxes (captures of Get-Mailbox -Arbitration), and
 * editions and usual roles of servers that no column of a table holds.
 */
const knownNames: readonly string[] = [
  "StandardEvaluation",
  "EnterpriseEvaluation",
  "Mailbox, ClientAccess, HubTransport",
  "ClientAccess, HubTransport",
  "DiscoverySearchMailbox{D919BA05-46A6-415f-80AD-7E09334BB852}",
  "FederatedEmail.4c1f4d8b-8179-4148-93bf-00a95fa1e042",
  "Migration.8f3e7716-2011-43e4-96b1-aba62d229136",
  "SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}",
  "SystemMailbox{e0dc1c29-89c3-4034-b678-e6c29d823ed9}",
  "SystemMailbox{D0E409A0-AF9B-4720-92FE-AAC869B0D201}",
  "SystemMailbox{2CE34405-31BE-455D-89D7-A7C7DA7A0DAA}",
];

/** All words and values of a transcript, to complete those that a column cut off. */
export class Words {
  private readonly words = new Set<string>();
  private sorted: readonly string[] | undefined;

  constructor({ entries }: Transcript) {
    for (const { typed, shown } of entries) {
      for (const text of [typed, shown]) {
        for (const [word] of text.matchAll(/[^\s{}(),;"'|]+/g)) this.add(word);
        for (const [, quoted = ""] of text.matchAll(
          /["'\u201c\u2018]([^"'\u201c\u201d\u2018\u2019\n]{1,256})["'\u201d\u2019]/g,
        ))
          this.add(quoted);
      }
    }
  }

  /** A value that stands somewhere in full. */
  add(value: string): void {
    if (isCut(value) || value === "" || this.words.has(value)) return;
    this.words.add(value);
    this.sorted = undefined;
  }

  /** A value as it was before a column cut it; `undefined` when nothing, or more than one thing, begins like it. */
  complete(value: string): string | undefined {
    if (!isCut(value)) return value;
    const beginning = value.replace(cutMark, "");
    if (beginning === "") return undefined;
    const told = this.beginningWith(beginning);
    const found = told.length > 0 ? told : knownNames.filter((name) => name.startsWith(beginning));
    return found.length === 1 ? found[0] : undefined;
  }

  /** As {@link complete}; what nothing tells is filled up, so that the value is cut at the same place again. */
  completeOrFill(value: string): string {
    return this.complete(value) ?? filled(value.replace(cutMark, ""));
  }

  private beginningWith(beginning: string): readonly string[] {
    this.sorted ??= [...this.words].sort((a, b) => (a < b ? -1 : 1));
    const { sorted } = this;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle] ?? "") < beginning) low = middle + 1;
      else high = middle;
    }
    return sorted.slice(low, low + 2).filter((word) => word.startsWith(beginning));
  }
}

const guidPattern = "00000000-0000-0000-0000-000000000000";

/** `SystemMailbox{1f05a927` with the rest of a GUID, and anything else with the letters of a name. */
function filled(beginning: string): string {
  const [, brace = "", begun = ""] = /([{.])([0-9a-f]{2,8}(?:-[0-9a-f-]*)?)$/i.exec(beginning) ?? [];
  const isGuid = begun !== "" && begun.replaceAll(/[0-9a-f]/gi, "0") === guidPattern.slice(0, begun.length);
  if (isGuid) return `${beginning}${guidPattern.slice(begun.length)}${brace === "{" ? "}" : ""}`;
  return `${beginning}${fillers}`;
}

/** Longer than the three dots, so that a column which was too narrow still is. */
const fillers = "xxxxxxxx";
