import { canonicalName, guidNamed } from "../../topology/index.js";
import { utf8Bytes } from "../../values/bytes.js";
import { DateTime } from "../../values/date-time.js";
import { offsetOfLocal } from "../../values/local-time.js";
import { Guid } from "../../values/simple-values.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { live, texts } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { MultiValuedChange } from "../parameters/multi-valued-parameter.js";
import { writeRow } from "../permissions/permission-rows.js";
import { computed, fixed } from "../properties/property.js";
import { currentUser } from "../recipients/current-user.js";
import { noContent } from "../transport/mail-flow/content.js";
import { submitFromSystem } from "../transport/mail-flow/smtp.js";
import { hubServers } from "../transport/transport-servers.js";
import { entriesSought } from "./admin-audit-log.js";
import type { LogEntry } from "./command-log.js";
import { auditConfig } from "./record-command.js";

const typeName = "Microsoft.Exchange.Management.SystemConfigurationTasks.AdminAuditLogSearch";
const list = (name: string) => computed(name, "Microsoft.Exchange.Data.MultiValuedProperty[string]", live(name));

/** A search whose results are mailed. What it has is documented; order from memory. */
export const adminAuditLogSearch = defineNoun({
  noun: "AdminAuditLogSearch",
  identity: { classes: ["AdminAuditLogConfig"] },
  typeNames: [typeName, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    list("Cmdlets"),
    list("Parameters"),
    list("ObjectIds"),
    list("UserIds"),
    computed("Name", "string", live("Name")),
    computed("StartDateUtc", "System.Nullable[datetime]", live("StartDateUtc")),
    computed("EndDateUtc", "System.Nullable[datetime]", live("EndDateUtc")),
    list("StatusMailRecipients"),
    computed("CreatedBy", "string", live("CreatedBy")),
    computed("Identity", "Microsoft.Exchange.Data.ObjectId", live("Identity")),
    fixed("IsValid", "bool", () => true),
  ],
  views: [],
});

const messages = {
  notSent: message({
    text: (reason: string) => `The results of the search couldn't be sent: ${reason}`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

const creating = sentence({
  text: (name: string) => `Creating the administrator audit log search "${name}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const field = (entry: LogEntry, name: string): string => escaped(String(entry[name] ?? ""));

/** The file that is attached: SearchResult.xml (documented name; form from memory). */
function resultFile(entries: readonly LogEntry[]): string {
  const events = entries.map((entry) => {
    const given = (Array.isArray(entry.parameters) ? entry.parameters : []).map(
      (each: LogEntry) => `      <Parameter Name="${field(each, "name")}" Value="${field(each, "value")}" />\n`,
    );
    const succeeded = entry.error === null;
    return `  <Event Caller="${field(entry, "caller")}" Cmdlet="${field(entry, "cmdlet")}" ObjectModified="${field(entry, "object")}" Succeeded="${succeeded}" Error="${succeeded ? "None" : field(entry, "error")}">\n    <CmdletParameters>\n${given.join("")}    </CmdletParameters>\n  </Event>\n`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>\n<SearchResults>\n${events.join("")}</SearchResults>\n`;
}

const listIn = (task: Task, parameter: string): readonly string[] => {
  const value = task.value(parameter);
  return value instanceof MultiValuedChange ? value.applyTo([]) : [];
};

function utc(task: Task, parameter: string): DateTime | null {
  const value = task.value(parameter);
  if (!(value instanceof DateTime)) return null;
  return new DateTime(
    value.kind === "Utc" ? value.ticks : value.ticks - offsetOfLocal(task.cmdlet.context, value.ticks),
    "Utc",
  );
}

/** The results go to the recipients within a quarter of an hour, as documented; here at once. */
function send(task: Task, name: string, recipients: readonly string[]): void {
  const entries = entriesSought(task);
  const text = resultFile(entries);
  const subject = `Administrator audit log search: ${name}`;
  const size = utf8Bytes(text).length;
  const [server] = hubServers(task.topology);
  if (server === undefined) throw task.failure(messages.notSent, ["there is no server that moves mail."]);
  task.commit(
    submitFromSystem(task.topology, task.cmdlet.context, server, {
      recipients,
      subject,
      size: BigInt(size + subject.length),
      content: { ...noContent, to: recipients, body: subject, attachments: [{ name: "SearchResult.xml", text, size }] },
    }),
  );
}

function create(task: Task): void {
  const config = auditConfig(task.topology);
  if (config === null) return;
  const id = guidNamed(task.topology.ids.seed, `audit search|${task.topology.usn}`);
  const name = task.text("Name") ?? `Search${id}`;
  const recipients = listIn(task, "StatusMailRecipients");
  entriesSought(task);
  if (!task.shouldProcess(creating.text(name))) return;
  send(task, name, recipients);
  const user = currentUser(task);
  writeRow(task, adminAuditLogSearch, config, {
    ...Object.fromEntries(
      ["Cmdlets", "Parameters", "ObjectIds", "UserIds"].map((each) => [each, texts(listIn(task, each))]),
    ),
    Name: name,
    StartDateUtc: utc(task, "StartDate"),
    EndDateUtc: utc(task, "EndDate"),
    StatusMailRecipients: texts(recipients),
    CreatedBy: user === null ? (task.cmdlet.context.userName ?? "") : canonicalName(task.topology, user),
    Identity: new Guid(id),
  });
}

export const adminAuditLogSearchVerbs: NounVerbs = {
  New: {
    taskClass: "SystemConfigurationTasks.NewAdminAuditLogSearch",
    emulated: ["Cmdlets", "Parameters", "StartDate", "EndDate", "ObjectIds", "UserIds", "Name", "StatusMailRecipients"],
    accepted: ["ExternalAccess"],
    process: create,
  },
};
