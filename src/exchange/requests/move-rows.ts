import { getObject } from "../../topology/index.js";
import type { Value } from "../../values/value.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import type { Source } from "../noun/source.js";
import { computed, fixed } from "../properties/property.js";
import { ADObjectId } from "../types/ad-object-id.js";
import { type Move, moveOf, progressOf } from "./move-state.js";
import { flagsOf, requestFlags, requestStatus } from "./request-enumerations.js";

const id = "Microsoft.Exchange.Data.Directory.ADObjectId";

const database = (name: string, guidOf: (move: Move) => string | null): ExchangeProperty =>
  computed(name, id, ({ topology, object }) => {
    const move = moveOf(object);
    const guid = move === null ? null : guidOf(move);
    const target = guid === null ? null : getObject(topology, guid);
    return target === null ? null : new ADObjectId(topology, target, "name");
  });

function status({ topology, object }: Source): Value {
  const move = moveOf(object);
  return requestStatus(move === null ? "None" : progressOf(move, topology.clock).status);
}

/** What a mailbox, and the recipient that it is, tells of its move. */
export const moveRows = (): readonly ExchangeProperty[] => [
  database("MailboxMoveTargetMDB", ({ target }) => target),
  database("MailboxMoveSourceMDB", ({ target, source }) => (target === null ? null : source)),
  computed("MailboxMoveFlags", requestFlags.fullName, ({ object }) => {
    const move = moveOf(object);
    return move === null ? requestFlags("None") : flagsOf(move);
  }),
  fixed("MailboxMoveRemoteHostName", "string", () => ""),
  computed("MailboxMoveBatchName", "string", ({ object }) => moveOf(object)?.batchName ?? ""),
  computed("MailboxMoveStatus", requestStatus.fullName, status),
];
