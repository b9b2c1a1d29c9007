import type { Column } from "../../../src/exchange/properties/kind.js";
import type { ParameterMetadata } from "../../../src/runtime/command-metadata.js";
import { samplesFor } from "../round-trips.js";
import type { Sample } from "./command.js";

/** Of each class one object that a link may lead to, as it is typed; its name is then in what is shown. */
const targets: Readonly<Record<string, string>> = {
  AcceptedDomain: "Fabrikam",
  AddressBookPolicy: "Tailspin",
  AddressList: "Offices",
  ExchangeServer: "BR-EX2010-MB",
  GlobalAddressList: "Other",
  ManagedFolder: "Projects",
  ManagedFolderMailboxPolicy: "Engineers",
  MessageClassification: "ExPartnerMail",
  OabVirtualDirectory: "'BR-EX2010-MB\\OAB (Default Web Site)'",
  OfflineAddressBook: "Other",
  OrganizationalUnit: "'Branch Office'",
  OwaMailboxPolicy: "Plain",
  ActiveSyncMailboxPolicy: "Strict",
  PublicFolderDatabase: "PF02",
  ReceiveConnector: "'HO-EX2010-MB1\\Default HO-EX2010-MB1'",
  RetentionPolicy: "Policy",
  RetentionPolicyTag: "Tag",
  RoleAssignmentPolicy: "Limited",
  SharingPolicy: "Partners",
  ThrottlingPolicy: "Blackberry",
  User: "'Tom Okafor'",
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function linkSample(kind: string): readonly Sample[] {
  const classes = /^(?:list of )?link to (\w+)/.exec(kind);
  const target = classes?.[1] === undefined ? undefined : targets[classes[1]];
  return target === undefined ? [] : [[target, new RegExp(escaped(target.replaceAll("'", "")))]];
}

const person: readonly Sample[] = [["tom.okafor", /Tom Okafor|tom\.okafor/]];

/** Kinds of particular nouns. */
const ofKind: Readonly<Record<string, readonly Sample[]>> = {
  "throttling limit": [["7", "7"]],
  "rule people": person,
  "list of person": person,
  recipient: [["tom.okafor", "tom.okafor@exchangeserverpro.net"]],
  "mailbox folder": [["'Tom Okafor:\\Notes'", "Notes"]],
  fqdn: [["mail.fabrikam.com", "mail.fabrikam.com"]],
  culture: [["de-DE", "de-DE"]],
  "proxy address": [["x@fabrikam.com", "SMTP:x@fabrikam.com"]],
  "list of link to User": person,
  "list of smart host": [["[10.0.0.9],mail.fabrikam.com", "{[10.0.0.9], mail.fabrikam.com}"]],
  "list of smtp domain": [["fabrikam.com,*.tailspin.com", /fabrikam\.com, \*?\.?tailspin\.com/]],
  schedule: [["'Sun.1:00 AM-Mon.1:00 AM'", "{Sun.1:00 AM-Mon.1:00 AM}"]],
};

/** What to type for a parameter that a column keeps. */
export function samplesOfColumn(column: Column): readonly Sample[] {
  const { name } = column.kind;
  return [...(ofKind[name] ?? []), ...linkSample(name), ...samplesFor(column)];
}

/** By name, of parameters that do more than to store their value; recipients' filters are given with another condition. */
const named: readonly (readonly [RegExp, Sample])[] = [
  [/^Conditional/, ["Sales,Marketing", "{Sales, Marketing}"]],
  [/^IncludedRecipients$/, ["MailContacts,Resources", "Resources, MailContacts"]],
  [/^(EdbFilePath)$/, ["D:\\x.edb", "D:\\x.edb"]],
  [/^RecipientFilter$/, ["{ Company -eq 'Fabrikam' }", /Company -eq 'Fabrikam'/, { without: ["IncludedRecipients"] }]],
  [/^Name$/, ["Renamed", "Renamed"]],
  [/^(PrimarySmtp|WindowsEmail)Address$/, ["other@exchangeserverpro.net", "other@exchangeserverpro.net"]],
  [/^ExternalEmailAddress$/, ["z@fabrikam.com", "SMTP:z@fabrikam.com"]],
  [/^Alias$/, ["Another", "Another"]],
  [/^SamAccountName$/, ["another", "another"]],
  [/^OrganizationalUnit$/, ["'Branch Office'", "exchangeserverpro.net/Branch Office"]],
];

const ofType: Readonly<Record<string, readonly Sample[]>> = {
  Boolean: [
    ["$true", "True"],
    ["$false", "False"],
  ],
  SwitchParameter: [
    ["$true", "True"],
    ["$false", "False"],
  ],
  String: [["'Sample text'", "Sample text"]],
  Int32: [["17", "17"]],
};

/** What to type for a parameter, best first; none: the command's table has to say it. */
export function samplesOf(parameter: ParameterMetadata, column: Column | undefined): readonly Sample[] {
  return [
    ...named.filter(([names]) => names.test(parameter.name)).map(([, sample]) => sample),
    ...(column === undefined ? (ofType[parameter.type.name] ?? []) : samplesOfColumn(column)),
  ];
}
