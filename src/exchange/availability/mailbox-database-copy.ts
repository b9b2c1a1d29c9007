import { type DirectoryObject, getProperty, type PropertyValue, reference } from "../../topology/index.js";
import { TimeSpan } from "../../values/date-time.js";
import { SmallInteger } from "../../values/numbers.js";
import { copiesOf } from "../databases/copies.js";
import { activeServer } from "../databases/database.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { nothingModified } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { add, change, remove } from "../noun/write.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { schema } from "../schema.js";
import { resolveServer } from "../servers/resolve-server.js";
import { copiesOn, copyName, type DatabaseCopy, mailboxDatabaseOf, oneCopy } from "./find-copies.js";
import { groupOf } from "./members.js";

/** A copy of a mailbox database. The cmdlets that change it give no objects; Get-MailboxDatabaseCopyStatus shows it. */
export const mailboxDatabaseCopy = defineNoun({
  noun: "MailboxDatabaseCopy",
  identity: { classes: ["DatabaseCopy"] },
  typeNames: ["Microsoft.Exchange.Data.Directory.SystemConfiguration.DatabaseCopy"],
  properties: () => [],
  views: [],
});

const refusal = {
  exception: "System.InvalidOperationException",
  category: "InvalidOperation",
  certainty: "unknown",
  evidence: "the rule is documented, the text is not known",
} as const;

const messages = {
  otherGroup: message({
    text: (database: string, server: string) =>
      `The database "${database}" can't have a copy on "${server}": both servers must be members of the same database availability group.`,
    ...refusal,
  }),
  present: message({
    text: (database: string, server: string) =>
      `The server "${server}" already has a copy of the database "${database}".`,
    ...refusal,
  }),
  circularLogging: message({
    text: (database: string) =>
      `Circular logging of the database "${database}" must be off before its first copy is added and before its last is removed.`,
    ...refusal,
  }),
  recovery: message({
    text: (database: string) => `The recovery database "${database}" can't have copies.`,
    ...refusal,
  }),
  badPreference: message({
    text: (preference: string, copies: string) =>
      `The activation preference ${preference} isn't possible: the database has ${copies} copies.`,
    ...refusal,
  }),
  active: message({
    text: (copy: string) => `The copy "${copy}" is the active one, and this needs a passive copy.`,
    ...refusal,
  }),
  unseeded: message({
    text: (copy: string) => `The copy "${copy}" was never seeded. Use Update-MailboxDatabaseCopy.`,
    ...refusal,
  }),
  notSeeding: message({
    text: (copy: string) => `The copy "${copy}" isn't being seeded: there is nothing to cancel.`,
    ...refusal,
  }),
  filesExist: message({
    text: (copy: string) =>
      `The copy "${copy}" can't be seeded over the database files that it has. Use the DeleteExistingFiles parameter to delete them first.`,
    ...refusal,
  }),
  noSource: message({
    text: (server: string, copy: string) =>
      `The copy "${copy}" can't be seeded from the server "${server}": it has no other copy of the database.`,
    ...refusal,
  }),
  notSuspended: message({
    text: (copy: string) =>
      `The copy "${copy}" must be suspended before it is seeded. Use Suspend-MailboxDatabaseCopy.`,
    ...refusal,
  }),
} as const;

const groupClass = "DatabaseAvailabilityGroup";
const unknown = { certainty: "unknown", evidence: "our wording: no capture of the question is known" } as const;
const memory = { certainty: "memory", evidence: "facts/nouns.json, MailboxDatabaseCopy" } as const;
const sentences = {
  add: sentence({
    text: (database: string, server: string) =>
      `Adding a copy of mailbox database "${database}" on server "${server}".`,
    ...unknown,
  }),
  set: sentence({ text: (copy: string) => `Setting mailbox database copy "${copy}".`, ...unknown }),
  remove: sentence({
    text: (database: string, server: string) =>
      `Removing database copy for database "${database}" on server "${server}".`,
    ...memory,
  }),
  removed: sentence({
    text: (database: string, server: string, path: string) =>
      `The copy of mailbox database "${database}" on server "${server}" has been removed. If necessary, manually delete the database copy's files located at ${path} on this server.`,
    ...memory,
  }),
  suspend: sentence({
    text: (database: string, server: string) => `Suspending mailbox database copy "${database}" on server "${server}".`,
    ...memory,
  }),
  resume: sentence({
    text: (database: string, server: string) => `Resuming mailbox database copy "${database}" on server "${server}".`,
    ...unknown,
  }),
  seed: sentence({ text: (copy: string) => `Seeding database copy "${copy}".`, ...memory }),
} as const;

const isOn = (object: DirectoryObject, property: string): boolean => getProperty(schema, object, property) === true;

function isActive(task: Task, { database, server }: DatabaseCopy): boolean {
  return activeServer(task, database)?.guid === server.guid;
}

function passiveCopy(task: Task): DatabaseCopy {
  const copy = oneCopy(task);
  if (isActive(task, copy)) throw task.failure(messages.active, [copyName(copy)], task.id(copy.database));
  return copy;
}

/** -ActivationPreference; `null` when it was not given. */
function preferenceOf(task: Task, database: DirectoryObject, copies: number): number | null {
  const given = task.value("ActivationPreference");
  const preference = given instanceof SmallInteger ? given.value : null;
  if (preference === null || (preference >= 1 && preference <= copies)) return preference;
  throw task.failure(messages.badPreference, [`${preference}`, `${copies}`], task.id(database));
}

/** Puts a copy at its place in the order of preference; the others close up and make room. */
function arrange(task: Task, database: DirectoryObject, moved: DirectoryObject, preference: number): void {
  const others = copiesOf(task.topology, database).filter(({ object }) => object.guid !== moved.guid);
  const order = others.map(({ object }) => object).toSpliced(preference - 1, 0, moved);
  for (const [index, object] of order.entries())
    change(task, object, { properties: { ActivationPreference: index + 1 } });
}

/** -ReplayLagTime, -ReplayLagMaxDelay, -TruncationLagTime, and -DatabaseCopyAutoActivationPolicy of Set. */
function settings(task: Task): Record<string, PropertyValue> {
  const given: Record<string, PropertyValue> = {};
  for (const name of lagParameters) {
    const value = task.value(name);
    if (task.has(name)) given[name] = value instanceof TimeSpan ? value.ticks : 0n;
  }
  const policy = task.text("DatabaseCopyAutoActivationPolicy");
  return policy === null ? given : { ...given, AutoActivationPolicy: policy };
}

const lagParameters = ["ReplayLagTime", "ReplayLagMaxDelay", "TruncationLagTime"] as const;

function checkNewCopy(task: Task, database: DirectoryObject, server: DirectoryObject): void {
  const target = task.id(database);
  if (isOn(database, "Recovery")) throw task.failure(messages.recovery, [database.name], target);
  const copies = copiesOf(task.topology, database);
  if (copies.some((copy) => copy.server.guid === server.guid)) {
    throw task.failure(messages.present, [database.name, server.name], target);
  }
  const active = activeServer(task, database);
  const group = active === null ? null : groupOf(task.topology, active);
  if (group === null || groupOf(task.topology, server)?.guid !== group.guid) {
    throw task.failure(messages.otherGroup, [database.name, server.name], target);
  }
  if (copies.length === 1 && isOn(database, "CircularLoggingEnabled")) {
    throw task.failure(messages.circularLogging, [database.name], target);
  }
}

function addCopy(task: Task): void {
  const database = mailboxDatabaseOf(task);
  const server = resolveServer(task, "MailboxServer", "Mailbox");
  checkNewCopy(task, database, server);
  const count = copiesOf(task.topology, database).length + 1;
  const preference = preferenceOf(task, database, count) ?? count;
  task.requireWrite(database);
  if (!task.shouldProcess(sentences.add.text(database.name, server.name))) return;
  const postponed = task.isOn("SeedingPostponed") || task.isOn("ConfigurationOnly");
  const copy = add(task, {
    class: "DatabaseCopy",
    name: server.name,
    parent: database.guid,
    properties: {
      HostServer: reference(server.guid),
      ActivationPreference: count,
      ...settings(task),
      ...(postponed ? { Suspended: true, SuspendedAt: task.topology.clock, Unseeded: true } : {}),
    },
  });
  arrange(task, database, copy, preference);
}

function setCopy(task: Task): void {
  const { database, object, server, preference } = oneCopy(task);
  const wanted = preferenceOf(task, database, copiesOf(task.topology, database).length);
  const name = `${database.name}\\${server.name}`;
  task.requireWrite(database);
  if (!task.shouldProcess(sentences.set.text(name))) return;
  const before = task.topology;
  change(task, object, { properties: settings(task) });
  if (wanted !== null && wanted !== preference) arrange(task, database, object, wanted);
  if (task.topology === before) task.cmdlet.writeWarning(nothingModified.text(name));
}

function removeCopy(task: Task): void {
  const copy = passiveCopy(task);
  const { database, object, server } = copy;
  if (copiesOf(task.topology, database).length === 2 && isOn(database, "CircularLoggingEnabled")) {
    throw task.failure(messages.circularLogging, [database.name], task.id(database));
  }
  task.requireWrite(database);
  if (!task.shouldProcess(sentences.remove.text(database.name, server.name))) return;
  remove(task, object);
  for (const [index, { object: left }] of copiesOf(task.topology, database).entries()) {
    change(task, left, { properties: { ActivationPreference: index + 1 } });
  }
  const path = getProperty(schema, database, "LogFolderPath");
  task.cmdlet.writeWarning(sentences.removed.text(database.name, server.name, typeof path === "string" ? path : ""));
}

function suspend(task: Task): void {
  const { database, object, server } = passiveCopy(task);
  task.requireWrite(database);
  if (!task.shouldProcess(sentences.suspend.text(database.name, server.name))) return;
  if (task.isOn("EnableReplayLag")) {
    change(task, object, { properties: { ReplayLagDisabled: false, ReplayLagDisabledReason: null } });
    return;
  }
  const comment = task.text("SuspendComment");
  const stopsReplication = !task.isOn("ActivationOnly");
  change(task, object, {
    properties: {
      ActivationSuspended: true,
      ActionInitiator: "Administrator",
      ...(comment === null ? {} : { SuspendComment: comment }),
      ...(stopsReplication && !isOn(object, "Suspended") ? { Suspended: true, SuspendedAt: task.topology.clock } : {}),
    },
  });
}

function resume(task: Task): void {
  const copy = oneCopy(task);
  const { database, object, server } = copy;
  if (isOn(object, "Unseeded")) throw task.failure(messages.unseeded, [copyName(copy)], task.id(database));
  task.requireWrite(database);
  if (!task.shouldProcess(sentences.resume.text(database.name, server.name))) return;
  if (task.isOn("DisableReplayLag")) {
    const reason = task.text("DisableReplayLagReason");
    change(task, object, { properties: { ReplayLagDisabled: true, ReplayLagDisabledReason: reason } });
    return;
  }
  change(task, object, {
    properties: {
      Suspended: false,
      SuspendedAt: null,
      ...(task.isOn("ReplicationOnly")
        ? {}
        : { ActivationSuspended: false, SuspendComment: null, ActionInitiator: "Unknown" }),
    },
  });
}

/** -SourceServer has to have the database, and -Network has to be one of the group's. */
function checkSource(task: Task, copy: DatabaseCopy): void {
  const { database, server } = copy;
  if (task.has("SourceServer")) {
    const source = resolveServer(task, "SourceServer", "Mailbox");
    const hasIt = copiesOf(task.topology, database).some((each) => each.server.guid === source.guid);
    if (!hasIt || source.guid === server.guid)
      throw task.failure(messages.noSource, [source.name, copyName(copy)], task.id(database));
  }
  const network = task.value("Network");
  if (!(network instanceof IdParameter)) return;
  const group = groupOf(task.topology, server);
  const found = task.matches(network, { classes: ["DatabaseAvailabilityGroupNetwork"], owner: groupClass });
  if (group === null || !found.some(({ parent }) => parent === group.guid)) throw task.parameterNotFound(network.text);
}

/** The copies to seed: the one that -Identity means, or with -Server all on a server that were never seeded. */
function seed(task: Task): void {
  if (!task.has("Server")) {
    seedCopy(task, passiveCopy(task));
    return;
  }
  for (const copy of copiesOn(task, resolveServer(task, "Server", "Mailbox"))) {
    if (isOn(copy.object, "Unseeded") && !isActive(task, copy)) seedCopy(task, copy);
  }
}

function seedCopy(task: Task, copy: DatabaseCopy): void {
  // Seeding takes no time here, so that none is under way.
  if (task.isOn("CancelSeed")) throw task.failure(messages.notSeeding, [copyName(copy)], task.id(copy.database));
  if (!isOn(copy.object, "Suspended")) {
    throw task.failure(messages.notSuspended, [copyName(copy)], task.id(copy.database));
  }
  checkSource(task, copy);
  const mayDelete = ["DeleteExistingFiles", "SafeDeleteExistingFiles", "CatalogOnly"].some((name) => task.isOn(name));
  if (!isOn(copy.object, "Unseeded") && !mayDelete) {
    throw task.failure(messages.filesExist, [copyName(copy)], task.id(copy.database));
  }
  task.requireWrite(copy.database);
  if (!task.shouldProcess(sentences.seed.text(copyName(copy)))) return;
  change(task, copy.object, { properties: { Unseeded: false } });
  if (task.isOn("ManualResume")) return;
  change(task, copy.object, {
    properties: {
      Suspended: false,
      SuspendedAt: null,
      ActivationSuspended: false,
      SuspendComment: null,
      ActionInitiator: "Unknown",
    },
  });
}

const tasks = "SystemConfigurationTasks";

export const mailboxDatabaseCopyVerbs: NounVerbs = {
  Add: {
    taskClass: `${tasks}.AddMailboxDatabaseCopy`,
    emulated: [
      "Identity",
      "MailboxServer",
      "ActivationPreference",
      ...lagParameters,
      "SeedingPostponed",
      "ConfigurationOnly",
    ],
    accepted: [],
    process: addCopy,
  },
  Set: {
    taskClass: `${tasks}.SetMailboxDatabaseCopy`,
    emulated: ["Identity", "ActivationPreference", ...lagParameters, "DatabaseCopyAutoActivationPolicy"],
    accepted: [],
    process: setCopy,
  },
  Remove: {
    taskClass: `${tasks}.RemoveMailboxDatabaseCopy`,
    emulated: ["Identity"],
    accepted: [],
    confirms: true,
    process: removeCopy,
  },
  Suspend: {
    taskClass: `${tasks}.SuspendDatabaseCopy`,
    emulated: ["Identity", "ActivationOnly", "SuspendComment", "EnableReplayLag"],
    accepted: [],
    defaultParameterSet: "Identity",
    confirms: true,
    process: suspend,
  },
  Resume: {
    taskClass: `${tasks}.ResumeDatabaseCopy`,
    emulated: ["Identity", "ReplicationOnly", "DisableReplayLag", "DisableReplayLagReason"],
    accepted: [],
    defaultParameterSet: "Identity",
    process: resume,
  },
  Update: {
    taskClass: `${tasks}.UpdateDatabaseCopy`,
    emulated: [
      "Identity",
      "ManualResume",
      "Server",
      "CancelSeed",
      "DeleteExistingFiles",
      "SafeDeleteExistingFiles",
      "CatalogOnly",
      "SourceServer",
      "Network",
    ],
    // How it is copied doesn't matter.
    accepted: [
      "MaximumSeedsInParallel",
      "BeginSeed",
      "DatabaseOnly",
      "Force",
      "NetworkCompressionOverride",
      "NetworkEncryptionOverride",
      "NoThrottle",
      "PrimaryDatabasePartitionOnly",
      "SecondaryDatabasePartitionOnly",
    ],
    defaultParameterSet: "Identity",
    confirms: true,
    process: seed,
  },
};
