// Captures of real shells: each comes out in an organization that is inferred from it or built for it, or says why not.
import { describe, expect, test } from "vitest";
import { inferred, inferredWithEdits } from "../../transcripts/inferred-captures.js";
import { captures, expectPlayed, type Plays } from "./play.js";
import { certificates } from "./plays/certificates.js";
import { clientAccess } from "./plays/client-access.js";
import { errors } from "./plays/errors.js";
import { moves } from "./plays/moves.js";
import { recipients } from "./plays/recipients.js";
import { servers } from "./plays/servers.js";
import { sessions } from "./plays/sessions.js";
import { transport } from "./plays/transport.js";
import { reasons } from "./reasons.js";

const all: readonly Plays[] = [certificates, clientAccess, errors, moves, recipients, servers, sessions, transport];
const plays = all.flatMap((some) => Object.entries(some));
/** By how they are held: the lists must not overlap, and leave nothing out. */
const held = [...inferred, ...inferredWithEdits, ...plays.map(([id]) => id), ...Object.keys(reasons)];

describe("captures of real shells", () => {
  test("each comes out, or says why not, once", () => {
    const count = (id: string): number => held.filter((each) => each === id).length;
    expect(captures.map(({ id }) => [id, count(id)]).filter(([, times]) => times !== 1)).toEqual([]);
    const known = new Set(captures.map(({ id }) => id));
    expect(held.filter((id) => !known.has(id))).toEqual([]);
    expect(captures).toHaveLength(217);
  });

  test.each(plays)("%s comes out in an organization that is built for it", (id, play) => {
    expectPlayed(id, play);
  });
});
