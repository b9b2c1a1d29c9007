import { findByIndex, getProperty, guidNamed, isList, isRecord } from "../../topology/index.js";
import { toBase64, utf8Bytes } from "../../values/bytes.js";
import { DateTime } from "../../values/date-time.js";
import { ValueObject } from "../../values/dictionary.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { localTime, offsetOfLocal } from "../../values/local-time.js";
import { property } from "../../values/signatures.js";
import { defineType, typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { live } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { MultiValuedChange } from "../parameters/multi-valued-parameter.js";
import { writeRow } from "../permissions/permission-rows.js";
import { computed, fixed } from "../properties/property.js";
import { anyRecipient } from "../recipients/recipient-types.js";
import { schema } from "../schema.js";
import { serverVersionOf } from "../servers/exchange-server.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { entriesOf, type LogEntry } from "./command-log.js";
import { auditConfig, auditEntryKind, loggedText } from "./record-command.js";

const namespace = "Microsoft.Exchange.Management.SystemConfigurationTasks";
const typeName = `${namespace}.AdminAuditLogEvent`;
const parameterType = `${namespace}.AdminAuditLogCmdletParameter`;
const modifiedType = `${namespace}.AdminAuditLogModifiedProperty`;

/** A parameter of a logged command; lists show its name. */
class CmdletParameter extends ValueObject {
  constructor(
    readonly name: string,
    readonly value: string,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(parameterType);
  }
  equalityKey(): string {
    return `${this.name}=${this.value}`;
  }
  toNetText(): string {
    return this.name;
  }
}
heapClass("CmdletParameter", CmdletParameter);
defineType({
  fullName: parameterType,
  members: () => [
    property<CmdletParameter>("string Name", ({ name }) => name),
    property<CmdletParameter>("string Value", ({ value }) => value),
  ],
});

/** A property that a logged command has changed; lists show its name. */
class ModifiedProperty extends ValueObject {
  constructor(
    readonly name: string,
    readonly oldValue: string,
    readonly newValue: string,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(modifiedType);
  }
  equalityKey(): string {
    return `${this.name}=${this.oldValue}=${this.newValue}`;
  }
  toNetText(): string {
    return this.name;
  }
}
heapClass("ModifiedProperty", ModifiedProperty);
defineType({
  fullName: modifiedType,
  members: () => [
    property<ModifiedProperty>("string Name", ({ name }) => name),
    property<ModifiedProperty>("string OldValue", ({ oldValue }) => oldValue),
    property<ModifiedProperty>("string NewValue", ({ newValue }) => newValue),
  ],
});

const text = (name: string) => computed(name, "string", live(name));

/** An entry of the administrator audit log. What it has is documented; the order is from memory. */
export const adminAuditLog = defineNoun({
  noun: "AdminAuditLog",
  identity: { classes: ["AdminAuditLogConfig"] },
  typeNames: [typeName, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    text("ObjectModified"),
    { ...text("SearchObject"), since: "2013" },
    text("CmdletName"),
    computed(
      "CmdletParameters",
      `Microsoft.Exchange.Data.MultiValuedProperty[${parameterType}]`,
      live("CmdletParameters"),
    ),
    computed(
      "ModifiedProperties",
      `Microsoft.Exchange.Data.MultiValuedProperty[${modifiedType}]`,
      live("ModifiedProperties"),
    ),
    text("Caller"),
    fixed("ExternalAccess", "System.Nullable[bool]", () => false, { since: "2013" }),
    computed("Succeeded", "System.Nullable[bool]", live("Succeeded")),
    text("Error"),
    computed("RunDate", "System.Nullable[datetime]", live("RunDate")),
    text("OriginatingServer"),
    text("Identity"),
    fixed("IsValid", "bool", () => true),
  ],
  views: [],
});

const messages = {
  cmdletsNeeded: message({
    text: () => "The Parameters parameter can be used with the Cmdlets parameter only.",
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the rule is documented (Search-AdminAuditLog), the text is not known",
  }),
  datesReversed: message({
    text: () => "The start date must be before the end date.",
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

const writing = sentence({
  text: (comment: string) => `Writing the comment "${comment}" to the administrator audit log.`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

const field = (entry: LogEntry, name: string): string => {
  const value = entry[name];
  return typeof value === "string" ? value : "";
};
const partsOf = (entry: LogEntry, name: string): readonly LogEntry[] => {
  const value = entry[name] ?? null;
  return isList(value) ? value.filter(isRecord) : [];
};
const dateOf = (entry: LogEntry): bigint => (typeof entry.date === "bigint" ? entry.date : 0n);

/** A list in a parameter, in small letters; `null`: not given. */
function listIn(task: Task, parameter: string): readonly string[] | null {
  const value = task.value(parameter);
  return value instanceof MultiValuedChange ? value.applyTo([]).map((each) => each.toLowerCase()) : null;
}

/** A point in time in a parameter, in ticks of UTC. */
function timeIn(task: Task, parameter: string): bigint | null {
  const value = task.value(parameter);
  if (!(value instanceof DateTime)) return null;
  return value.kind === "Utc" ? value.ticks : value.ticks - offsetOfLocal(task.cmdlet.context, value.ticks);
}

/** The last part of a canonical name, and the whole. */
const namesOf = (canonical: string): readonly string[] => {
  const lower = canonical.toLowerCase();
  return [lower, lower.slice(lower.lastIndexOf("/") + 1)];
};

/** Users and objects are named in any way: by what the log has, or by an identity of a recipient that is there. */
function named(task: Task, wanted: readonly string[] | null): (canonical: string) => boolean {
  if (wanted === null) return () => true;
  const found = wanted.flatMap((identity) =>
    task.find(identity, anyRecipient).map((each) => String(task.id(each).toNetText())),
  );
  const all = new Set([...wanted, ...found.map((name) => name.toLowerCase())]);
  return (canonical) => namesOf(canonical).some((name) => all.has(name));
}

/** Which entries the parameters of a search mean. */
export function entriesSought(task: Task): readonly LogEntry[] {
  const [cmdlets, parameters] = [listIn(task, "Cmdlets"), listIn(task, "Parameters")];
  if (parameters !== null && cmdlets === null) throw task.failure(messages.cmdletsNeeded, []);
  const [start, end] = [timeIn(task, "StartDate"), timeIn(task, "EndDate")];
  if (start !== null && end !== null && start > end) throw task.failure(messages.datesReversed, []);
  const [byUser, byObject] = [named(task, listIn(task, "UserIds")), named(task, listIn(task, "ObjectIds"))];
  const success = task.has("IsSuccess") ? task.isOn("IsSuccess") : null;
  const kept = [...entriesOf(task.log)].filter(
    (entry) =>
      entry.kind === auditEntryKind &&
      !isOld(task, entry) &&
      (cmdlets === null || cmdlets.includes(field(entry, "cmdlet").toLowerCase())) &&
      (parameters === null ||
        partsOf(entry, "parameters").some((each) => parameters.includes(field(each, "name").toLowerCase()))) &&
      (start === null || dateOf(entry) >= start) &&
      (end === null || dateOf(entry) <= end) &&
      (success === null || (entry.error === null) === success) &&
      byUser(field(entry, "caller")) &&
      byObject(field(entry, "object")),
  );
  // The latest first (from memory).
  return kept.reverse();
}

/** Whether the log has forgotten an entry: -AdminAuditLogAgeLimit. */
function isOld(task: Task, entry: LogEntry): boolean {
  const config = auditConfig(task.topology);
  const limit = config === null ? null : getProperty(schema, config, "AdminAuditLogAgeLimit");
  return typeof limit === "bigint" && dateOf(entry) + limit < task.topology.clock;
}

/** `HO-EX2010-MB1 (14.03.0123.004)`. */
function originOf(task: Task, server: string): string {
  const [found] = findByIndex(task.topology, "ExchangeServer", "name", server);
  const version = found === undefined ? null : serverVersionOf(task.source(found));
  if (version === null) return server;
  const padded = (number: number, digits: number): string => String(number).padStart(digits, "0");
  const { major, minor, build, revision } = version;
  return `${server} (${major}.${padded(minor, 2)}.${padded(build, 4)}.${padded(revision, 3)})`;
}

function show(task: Task, entry: LogEntry, index: number): void {
  const config = auditConfig(task.topology);
  if (config === null) return;
  const { context } = task.cmdlet;
  const changes = partsOf(entry, "modified").map(
    (each) =>
      new ModifiedProperty(
        field(each, "name"),
        loggedText(context, each.old ?? null),
        loggedText(context, each.now ?? null),
      ),
  );
  const given = partsOf(entry, "parameters").map(
    (each) => new CmdletParameter(field(each, "name"), field(each, "value")),
  );
  const key = guidNamed(task.topology.ids.seed, `audit|${dateOf(entry)}|${field(entry, "cmdlet")}|${index}`);
  const values: Readonly<Record<string, Value>> = {
    ObjectModified: field(entry, "object"),
    SearchObject: "",
    CmdletName: field(entry, "cmdlet"),
    CmdletParameters: multiValuedProperty(given, parameterType),
    ModifiedProperties: multiValuedProperty(changes, modifiedType),
    Caller: field(entry, "caller"),
    Succeeded: entry.error === null,
    Error: entry.error === null ? "None" : field(entry, "error"),
    RunDate: localTime(context, dateOf(entry)),
    OriginatingServer: originOf(task, field(entry, "server")),
    Identity: toBase64(utf8Bytes(key)),
  };
  writeRow(task, adminAuditLog, config, values);
}

/** As many as a search gives without -ResultSize (documented). */
const usualSize = 1000;

function search(task: Task): void {
  const number = (name: string, usual: number): number => {
    const value = task.value(name);
    return typeof value === "number" ? value : usual;
  };
  const first = number("StartIndex", 0);
  const found = entriesSought(task);
  for (const [index, entry] of found.slice(first, first + number("ResultSize", usualSize)).entries())
    show(task, entry, found.length - first - index);
}

export const adminAuditLogVerbs: NounVerbs = {
  Search: {
    taskClass: "SystemConfigurationTasks.SearchAdminAuditLog",
    emulated: [
      "Cmdlets",
      "Parameters",
      "StartDate",
      "EndDate",
      "IsSuccess",
      "ObjectIds",
      "UserIds",
      "ResultSize",
      "StartIndex",
    ],
    // Nobody but the organization's own people works here.
    accepted: ["ExternalAccess"],
    process: search,
  },
  /** The comment is a parameter of the command, which the log keeps as it keeps every command. */
  Write: {
    taskClass: "SystemConfigurationTasks.WriteAdminAuditLog",
    emulated: ["Comment"],
    accepted: [],
    process: (task) => {
      task.shouldProcess(writing.text(task.text("Comment") ?? ""));
    },
  },
};
