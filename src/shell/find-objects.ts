import type { Noun } from "../exchange/noun/noun.js";
import { nouns } from "../exchange/nouns.js";
import { resolveIdentity } from "../topology/index.js";
import { OutputObject } from "./output-object.js";
import type { Session } from "./session.js";

/** An object of the organization as a Get- cmdlet shows it. */
export interface FoundObject {
  /** `MailboxDatabase` */
  readonly noun: string;
  readonly object: OutputObject;
}

/** The objects that an identity means; none in a shell without Exchange. */
export function findObjects(session: Session, identity: string, wanted?: string): readonly FoundObject[] {
  const release = session.edition.exchange;
  if (release === null) return [];
  const name = wanted?.toLowerCase();
  const { current: topology, session: connection } = session.organization;
  return nouns
    .filter(({ noun, verbs }) => verbs.Get !== undefined && (name === undefined || noun.noun.toLowerCase() === name))
    .flatMap(({ noun }) =>
      objectsOf(noun).map((object) => ({
        noun: noun.noun,
        object: new OutputObject(session.engine, noun.present({ topology, object, release, session: connection })),
      })),
    );

  function objectsOf(noun: Noun) {
    return identity === "" ? [] : resolveIdentity(topology, identity, noun.identity);
  }
}
