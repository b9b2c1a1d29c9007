import { type DirectoryObject, getProperty, valuesOf } from "../../../topology/index.js";
import { sentence } from "../../noun/exchange-errors.js";
import { schema } from "../../schema.js";
import { type MailContent, noContent } from "./content.js";
import { textProperty } from "./courier.js";
import type { Mail } from "./mail.js";

/** What transport rules tell others of a message that fits: since 2013 an incident report, since 2016 a notification. */

export type Report = Pick<Mail, "subject" | "recipients" | "content">;

const subjects = {
  report: sentence({
    text: (subject: string) => `Rule detected - ${subject}`,
    certainty: "memory",
    evidence: "the subject of incident reports, remembered",
  }),
  notification: sentence({
    text: (subject: string) => `Notification: ${subject}`,
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

/** What can be said of a message, by the names of -IncidentReportContent; the labels are from memory. */
function saidOf(rule: DirectoryObject, { from, subject, recipients, content }: Mail): ReadonlyMap<string, string> {
  const blind = recipients.filter((address) => !content.to.includes(address) && !content.cc.includes(address));
  return new Map([
    ["Sender", `Sender: ${from}`],
    ["Subject", `Subject: ${subject}`],
    ["Recipients", `To: ${content.to.join("; ")}`],
    ["CC", `Cc: ${content.cc.join("; ")}`],
    ["BCC", `Bcc: ${blind.join("; ")}`],
    ["Severity", `Severity: ${textProperty(rule, "SetAuditSeverity") || "Low"}`],
    ["Override", "Override: No"],
    ["FalsePositive", "False Positive: No"],
    ["RuleDetections", `Rule Hit: ${rule.name}`],
    ["IdMatch", "ID Match:"],
    ["DataClassifications", "Data Classification:"],
  ]);
}

const includesMail = (rule: DirectoryObject, wanted: readonly string[]): boolean =>
  wanted.includes("AttachOriginalMail") || textProperty(rule, "IncidentReportOriginalMail") === "IncludeOriginalMail";

function attached({ subject, content: { body } }: Mail): MailContent["attachments"] {
  return [{ name: `${subject}.eml`, text: body, size: body.length }];
}

/** The report to the address that a rule names; `null` where it names none. */
export function incidentReport(rule: DirectoryObject, about: Mail): Report | null {
  const address = textProperty(rule, "GenerateIncidentReport");
  if (address === "") return null;
  const wanted = valuesOf(getProperty(schema, rule, "IncidentReportContent")).map(String);
  const lines = [...saidOf(rule, about)].flatMap(([name, line]) => (wanted.includes(name) ? [line] : []));
  return {
    subject: subjects.report.text(about.subject),
    recipients: [address],
    content: {
      ...noContent,
      to: [address],
      body: [`Message Id: ${about.messageId}`, ...lines].join("\r\n"),
      attachments: includesMail(rule, wanted) ? attached(about) : [],
    },
  };
}

/** What the recipients of a message are told; `null` where a rule has no such text. */
export function notification(rule: DirectoryObject, about: Mail): Report | null {
  const text = textProperty(rule, "GenerateNotification");
  if (text === "") return null;
  const { recipients } = about;
  return {
    subject: subjects.notification.text(about.subject),
    recipients,
    content: { ...noContent, to: recipients, body: text, isHtml: true },
  };
}
