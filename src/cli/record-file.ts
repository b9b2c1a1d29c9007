import { appendFileSync, writeFileSync } from "node:fs";
import { transcriptEntry } from "../index.js";
import type { FrontedShell } from "./front.js";

/** Writes each entry of a session to a file as it ran: a transcript that can be replayed. An older file is replaced. */
export function recorded(file: string, session: FrontedShell): FrontedShell {
  writeFileSync(file, "");
  session.onEntry = (prompt, entry, shown) => appendFileSync(file, transcriptEntry(prompt, entry, shown));
  return session;
}
