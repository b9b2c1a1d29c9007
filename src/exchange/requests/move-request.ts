import { type DirectoryObject, getObject, getProperty, isReference } from "../../topology/index.js";
import { Guid } from "../../values/simple-values.js";
import type { Value } from "../../values/value.js";
import {
  canonicalIdentity,
  identityProperty,
  objectVersions,
  presentationTail,
  presentationTypes,
} from "../noun/common-properties.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { defineNoun } from "../noun/noun.js";
import type { Source } from "../noun/source.js";
import { computed, fixed } from "../properties/property.js";
import { mailbox } from "../recipients/mailbox.js";
import { recipientTypeDetails, typeDetailsRead } from "../recipients/recipient-types.js";
import { schema } from "../schema.js";
import { ADObjectId } from "../types/ad-object-id.js";
import { type Move, moveOf, type Progress, progressOf } from "./move-state.js";
import { flagsOf, requestDirection, requestFlags, requestStatus, requestStyle } from "./request-enumerations.js";

const typeName = "Microsoft.Exchange.Management.RecipientTasks.MoveRequest";

/** The move that an object presents, with how far it is. */
export function moveIn({ object, topology }: Source): { readonly move: Move; readonly progress: Progress } | null {
  const move = moveOf(object);
  return move === null ? null : { move, progress: progressOf(move, topology.clock) };
}

/** A property that reads the move. */
export const ofMove = (
  name: string,
  type: string,
  read: (move: Move, progress: Progress, source: Source) => Value,
  marks: Pick<ExchangeProperty, "since"> = {},
) =>
  computed(
    name,
    type,
    (source) => {
      const found = moveIn(source);
      return found === null ? null : read(found.move, found.progress, source);
    },
    marks,
  );

const id = "Microsoft.Exchange.Data.Directory.ADObjectId";
export const databaseProperty = (name: string, guidOf: (move: Move) => string | null) =>
  ofMove(name, id, (move, _progress, { topology }) => {
    const guid = guidOf(move);
    const database = guid === null ? null : getObject(topology, guid);
    return database === null ? null : new ADObjectId(topology, database, "name");
  });
export const userText = (name: string) =>
  computed(name, "string", ({ object }) => String(getProperty(schema, object, name) ?? ""));
export const flagsProperty = () => ofMove("Flags", requestFlags.fullName, flagsOf);
export const typeDetailsProperty = () =>
  computed("RecipientTypeDetails", recipientTypeDetails.fullName, typeDetailsRead);

/** The move of a mailbox within the organization; its user keeps it, and its identity is the mailbox's. */
export const moveRequest = defineNoun({
  noun: "MoveRequest",
  called: "move request",
  tasks: "RecipientTasks",
  identity: {
    ...mailbox.identity,
    where: (user) => moveOf(user) !== null && isReference(getProperty(schema, user, "Database")),
  },
  typeNames: presentationTypes(typeName),
  properties: () => [
    computed("ExchangeGuid", "guid", ({ object }) => {
      const guid = getProperty(schema, object, "ExchangeGuid");
      return typeof guid === "string" ? new Guid(guid) : null;
    }),
    databaseProperty("SourceDatabase", (move) => (move.target === null ? null : move.source)),
    databaseProperty("TargetDatabase", (move) => move.target),
    databaseProperty("SourceArchiveDatabase", (move) => move.archiveSource),
    databaseProperty("TargetArchiveDatabase", (move) => move.archiveTarget),
    flagsProperty(),
    fixed("RemoteHostName", "string", () => ""),
    ofMove("BatchName", "string", ({ batchName }) => batchName),
    ofMove("Status", requestStatus.fullName, (_move, { status }) => requestStatus(status)),
    fixed("RequestStyle", requestStyle.fullName, () => requestStyle("IntraOrg")),
    fixed("Direction", requestDirection.fullName, () => requestDirection("Pull")),
    fixed("IsOffline", "bool", () => false),
    ofMove("Protect", "bool", ({ protect }) => protect),
    ofMove("Suspend", "bool", ({ suspendedAt }) => suspendedAt !== null),
    ofMove("SuspendWhenReadyToComplete", "bool", ({ suspendWhenReady }) => suspendWhenReady),
    userText("Alias"),
    userText("DisplayName"),
    typeDetailsProperty(),
    ...presentationTail(objectVersions.exchange2010, { name: true, identity: "canonical" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      // facts/captures.jsonl, get-moverequest.1
      autoSize: true,
      columns: [{ property: "DisplayName" }, { property: "Status" }, { property: "TargetDatabase" }],
    },
  ],
  displayIdentity: canonicalIdentity,
});

/** What questions and failures call a move: the mailbox's display name (facts: remove-moverequest.1). */
export const nameOfMove = (user: DirectoryObject): string =>
  String(getProperty(schema, user, "DisplayName") ?? user.name);

export const moveIdentity = identityProperty("canonical");
