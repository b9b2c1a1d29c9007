import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { cmdletError } from "../../cmdlets/error-record.js";
import { readFileText } from "../../cmdlets/management/content.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { PSArray, toText } from "../../values/index.js";
import { parseMailAddress } from "../../values/simple-value-parsing.js";
import { defineType, findTypeByFullName } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import { sentence } from "../noun/exchange-errors.js";
import { organizationOf } from "../organization.js";
import { type Attachment, type MailContent, noContent, utf8Length } from "./mail-flow/content.js";
import { handOver, type SmtpRefusal } from "./mail-flow/smtp.js";

function defineEnum(fullName: string, values: readonly (readonly [string, bigint])[], isFlags = false): string {
  if (findTypeByFullName(fullName) === undefined) defineType({ fullName, kind: "enum", enumValues: values, isFlags });
  return fullName;
}
const priority = defineEnum("System.Net.Mail.MailPriority", [
  ["Normal", 0n],
  ["Low", 1n],
  ["High", 2n],
]);
const notification = defineEnum(
  "System.Net.Mail.DeliveryNotificationOptions",
  [
    ["None", 0n],
    ["OnSuccess", 1n],
    ["OnFailure", 2n],
    ["Delay", 4n],
    ["Never", 134217728n],
  ],
  true,
);

const client = "System.Net.Mail.SmtpClient";

/** What headers take, besides the subject (invented). */
const headerSize = 1536;

/**
 * Send-MailMessage: hands a message to a server of the emulated organization by SMTP. Other servers are not there: their
 * names do not resolve. Errors from memory.
 */
export const sendMailMessage = defineCmdlet({
  name: "Send-MailMessage",
  typeName: "Microsoft.PowerShell.Commands.SendMailMessage",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Sends a message.",
  parameters: {
    To: { type: "string[]", mandatory: true, position: 0, allowEmptyCollection: false },
    Subject: { type: "string", mandatory: true, position: 1, aliases: ["sub"] },
    Body: { type: "string", position: 2 },
    SmtpServer: { type: "string", position: 3, aliases: ["ComputerName"] },
    From: { type: "string", mandatory: true },
    Cc: { type: "string[]" },
    Bcc: { type: "string[]" },
    ReplyTo: { since: 7, type: "string[]", coverage: "accepted" },
    Attachments: { type: "string[]", pipeline: "value", aliases: ["PsPath"] },
    BodyAsHtml: { type: "switch", aliases: ["BAH"] },
    Encoding: { type: "object", aliases: ["BE"], coverage: "accepted" },
    DeliveryNotificationOption: { type: notification, aliases: ["DNO"], coverage: "accepted" },
    Priority: { type: priority },
    Credential: { type: "pscredential", coverage: "refused" },
    UseSsl: { type: "switch", coverage: "accepted" },
    Port: { since: 3, type: "int" },
  },
  create: (parameters, cmdlet) => {
    const attached: string[] = [];
    return {
      process: () => {
        attached.push(...texts(cmdlet, parameters.Attachments));
      },
      end: () => {
        const server = parameters.SmtpServer ?? emailServer(cmdlet);
        if (server === null) return cmdlet.throwTerminatingError(noServer());
        const from = addressIn(cmdlet, parameters.From ?? "");
        const recipients = [parameters.To, parameters.Cc, parameters.Bcc].flatMap((list) => texts(cmdlet, list));
        const attachments = attached.map((path) => attachment(cmdlet, path));
        const body = parameters.Body ?? "";
        const organization = organizationOf(cmdlet.context);
        const inBox = (list: Value | undefined) => texts(cmdlet, list).map((text) => addressIn(cmdlet, text));
        const result = handOver(organization.current, cmdlet.context, organization.session.serverName, {
          server,
          port: parameters.Port === undefined || parameters.Port === 0 ? 25 : parameters.Port,
          from,
          recipients: recipients.map((text) => addressIn(cmdlet, text)),
          subject: parameters.Subject ?? "",
          size: sizeOf(parameters.Subject ?? "", body, attachments),
          content: {
            ...noContent,
            to: inBox(parameters.To),
            cc: inBox(parameters.Cc),
            body,
            isHtml: parameters.BodyAsHtml === true,
            importance: importanceOf(cmdlet, parameters.Priority),
            attachments,
          },
          account: cmdlet.context.userName ?? "Administrator",
        });
        if ("refusal" in result) cmdlet.writeError(refused(result.refusal));
        else organization.current = result.topology;
      },
    };
  },
});

function texts(cmdlet: CmdletRuntime, list: Value | undefined): readonly string[] {
  return list instanceof PSArray ? list.items.map((item) => toText(cmdlet.context, item)) : [];
}

/** `$PSEmailServer`, where it is set. */
function emailServer({ context }: CmdletRuntime): string | null {
  const value = context.getVariable("PSEmailServer") ?? null;
  const text = value === null ? "" : toText(context, value);
  return text === "" ? null : text;
}

/** `anna@contoso.com` of `Anna <anna@contoso.com>`. */
function addressIn(cmdlet: CmdletRuntime, text: string): string {
  const { user, host } = parseMailAddress(cmdlet.context, text);
  return `${user}@${host}`;
}

function attachment(cmdlet: CmdletRuntime, path: string): Attachment {
  const text = readFileText(cmdlet, path) ?? "";
  return { name: path.slice(path.search(/[^\\/:]*$/)), text, size: utf8Length(text) };
}

/** A message's importance, by the name of its priority. */
function importanceOf(cmdlet: CmdletRuntime, value: Value | undefined): MailContent["importance"] {
  const name = value === undefined ? "Normal" : toText(cmdlet.context, value);
  return name === "High" || name === "Low" ? name : "Normal";
}

/** In bytes: text as UTF-8, attachments as Base64. */
function sizeOf(subject: string, body: string, attachments: readonly Attachment[]): bigint {
  const files = attachments.reduce((sum, { size }) => sum + Math.ceil(size / 3) * 4, 0);
  return BigInt(headerSize + utf8Length(subject) + utf8Length(body) + files);
}

const hostNotSpecified = sentence({
  text: () =>
    "The email cannot be sent because no SMTP server was specified. You must specify an SMTP server by using either the SmtpServer parameter or the $PSEmailServer variable.",
  certainty: "memory",
  evidence: "Send-MailMessage without a server, remembered",
});

const noServer = () =>
  cmdletError({
    id: "HostNotSpecified",
    category: "InvalidArgument",
    exception: "PSInvalidOperationException",
    message: hostNotSpecified.text(),
  });

const refused = ({ exception, text }: SmtpRefusal) =>
  cmdletError({
    id: exception,
    category: "InvalidOperation",
    exception,
    message: text,
    target: client,
    targetType: "SmtpClient",
  });
