import { copied, type Plays, reflowed, shellOf, valuesAside } from "../play.js";

const two = { databases: [{ name: "DB01", server: "EX01" }], mailboxes: ["Alan Reid", "Sarah Jones"] } as const;
const send = "Send-MailMessage -From alan.reid@contoso.com -To sarah.jones@contoso.com -Subject test -SmtpServer EX01";
/** What is of the one message that was followed. */
const ofMessage = valuesAside(
  "ClientIp",
  "ClientHostname",
  "ServerIp",
  "ServerHostname",
  "SourceContext",
  "ConnectorId",
  "Source",
  "EventId",
  "InternalMessageId",
  "MessageId",
  "Recipients",
  "RecipientStatus",
  "TotalBytes",
  "RecipientCount",
  "Reference",
  "MessageSubject",
  "Sender",
  "ReturnPath",
  "Directionality",
  "MessageInfo",
  "EventData",
  "SchemaVersion",
);
const hybridDomains = [
  ["companyname.mail.onmicrosoft.com", "InternalLegacy"],
  ["companyname.onmicrosoft.com", "External"],
  ["companyname.com", "External"],
] as const;

/** Connectors, rules, agents and what becomes of messages. */
export const transport: Plays = {
  "get-receiveconnector.1": {
    shell: () =>
      shellOf(
        "2016",
        { domain: "Constoso.local", servers: ["LON-EX01"], domainControllers: ["LON-DC01"] },
        {
          lines: [
            "Set-ReceiveConnector 'LON-EX01\\Default Frontend LON-EX01' -SmtpUtf8Enabled $true",
            "$null = Get-ReceiveConnector 'LON-EX01\\Default Frontend LON-EX01' | Add-ADPermission -User 'NT AUTHORITY\\ANONYMOUS LOGON' -ExtendedRights Ms-Exch-SMTP-Accept-Any-Recipient",
          ],
        },
      ),
    line: "Get-ReceiveConnector 'LON-EX01\\Default Frontend LON-EX01' | fl",
    // Names that say whose it is were left out.
    told: (text) => text.replace("LON-DC01 ", "LON-DC01.Constoso.local"),
    tolerances: [...copied, "omittedLines"],
  },
  "get-transportrule.1": {
    shell: () =>
      shellOf("2016", two, {
        width: 194,
        lines: [
          "$null = New-DistributionGroup list",
          '1..3 | % { $null = New-TransportRule "Rule $_" -SubjectContainsWords x -PrependSubject y }',
          "$null = New-TransportRule 'TO CONTAINS xlsm BLOCK' -SentToMemberOf list -AttachmentExtensionMatchesWords xlsm -RejectMessageReasonText 'Delivery not authorized, message refused by Transport Rules'",
        ],
      }),
    line: "Get-TransportRule 'TO CONTAINS xlsm BLOCK' | fl",
    // Names of the group and of the domain were taken out; the rule is not serialized for anybody here.
    told: (text) =>
      text
        .replace(/^SerializationData.*\n/m, "")
        .replace("'distribution group address'", "'list@contoso.com'")
        .replace("*distribution group address*", "list@contoso.com")
        .replaceAll("TO  CONTAINS", "TO CONTAINS"),
    both: valuesAside("Guid", "ImmutableId", "DistinguishedName"),
    tolerances: reflowed,
  },
  "get-messagetrackinglog.1": {
    shell: () => shellOf("2016", two, { width: 210, lines: [send] }),
    // Names are masked, so that no row lines up any more.
    line: "Get-MessageTrackingLog",
    both: (text) => text.trim().split("\n").slice(0, 2).join("\n"),
  },
  "get-messagetrackinglog.2": {
    shell: () =>
      shellOf("2016", two, {
        width: 180,
        lines: [
          "$null = New-TransportRule Block -SubjectContainsWords test -RejectMessageReasonText 'Delivery not authorized, message refused by Transport Rules'",
          send,
        ],
      }),
    line: "Get-MessageTrackingLog -EventId FAIL | fl",
    both: valuesAside(
      "ClientHostname",
      "InternalMessageId",
      "MessageId",
      "Recipients",
      "TotalBytes",
      "MessageSubject",
      "Sender",
      "ReturnPath",
      "Directionality",
      "MessageInfo",
      "EventData",
      "SchemaVersion",
    ),
  },
  "get-messagetrackinglog.4": {
    shell: () => shellOf("2016", two, { lines: [send] }),
    line: "Get-MessageTrackingLog | select -First 1 | fl",
    both: ofMessage,
  },
  "get-messagetrackinglog.5": {
    shell: () => shellOf("2019", two, { lines: [send] }),
    line: "Get-MessageTrackingLog | select -First 1 | fl",
    both: ofMessage,
  },
  "get-messagetrackinglog.6": {
    shell: () => shellOf("2016", two, { lines: [send] }),
    line: "Get-MessageTrackingLog | select -First 1 | fl",
    both: ofMessage,
  },
  "get-messagetrackinglog.7": {
    shell: () =>
      shellOf(
        "2016",
        { ...two, mailboxes: ["chris", "michelle"] },
        { lines: [send.replace("alan.reid", "chris").replace("sarah.jones", "michelle")] },
      ),
    // Nobody submits from a mailbox here, and there is no second server for shadow copies.
    line: "Get-MessageTrackingLog | ft EventId,Source,Sender,Recipients,MessageSubject -auto",
    told: (text) =>
      text
        .split("\n")
        .filter((line) => /^(?:EventId|-|RECEIVE +SMTP|DELIVER)/.test(line))
        .join("\n"),
    both: (text) => text.replaceAll(/^(\S+) +/gm, "$1 ").replaceAll(/-{2,}/g, "--"),
  },
  "get-remotedomain.2": {
    shell: () =>
      shellOf(
        "2016",
        {},
        {
          width: 130,
          lines: [
            "Set-RemoteDomain Default -AutoReplyEnabled $true",
            ...hybridDomains.flatMap(([name, kind]) => [
              `$null = New-RemoteDomain 'Hybrid Domain - ${name}' -DomainName ${name}`,
              `Set-RemoteDomain 'Hybrid Domain - ${name}' -AllowedOOFType ${kind} -AutoReplyEnabled $true`,
            ]),
          ],
        },
      ),
    line: "Get-RemoteDomain | ft Name,DomainName,AllowedOOFType,AutoReplyEnabled -AutoSize",
    // Names of another length were put in place of the real ones, below the columns that those had made.
    tolerances: [...copied, "columnWidths"],
  },
  "get-queue.1": {
    shell: () =>
      shellOf(
        "2013",
        { ...two, servers: ["DAGSERVER5"], databases: [{ name: "DB01", server: "DAGSERVER5" }] },
        {
          lines: [
            "$null = New-SendConnector Internet -AddressSpaces destination.com -SourceTransportServers DAGSERVER5 -DNSRoutingEnabled $true",
            send.replace("sarah.jones@contoso.com", "somebody@destination.com").replace("EX01", "DAGSERVER5"),
          ],
        },
      ),
    line: "Get-Queue | ? { $_.DeliveryType -like 'Dns*' } | fl",
    // What failed is not told, and how often it was tried follows from how long ago that was.
    told: (text) => text.replaceAll(/^(?:status InvalidToken|hosts\. The last).*\n/gm, ""),
    both: valuesAside(
      "Status",
      "MessageCount",
      "LastError",
      "RetryCount",
      "LastRetryTime",
      "NextRetryTime",
      "FirstRetryTime",
      "QueueIdentity",
      "Identity",
      "DeferredMessageCountsPerPriority",
    ),
    tolerances: [...reflowed, "columnWidths"],
  },
  "test-mailflow.1": {
    shell: () => shellOf("2019", two, { lines: ["Dismount-Database DB01 -Confirm:$false"] }),
    line: "Test-Mailflow -TargetDatabase DB01 | fl",
    // The page took asterisks for its own marks.
    told: (text) => text.replace("FAILURE", "*FAILURE*"),
  },
  "install-transportagent.1": {
    shell: () => shellOf("2016", {}, { files: { "C:\\myagents\\MailflowSamples.dll": "library" } }),
    // Without the warnings that come with it, which install-transportagent.2 has.
    tolerances: [...copied, "omittedLines"],
  },
  "install-transportagent.2": {
    shell: () => shellOf("2010", {}, { files: { "C:\\LAB\\LABTransportAgent.dll": "library" } }),
    // Six agents more were there.
    line: 'Install-TransportAgent "AttachmentFilter Agent" -TransportAgentFactory LAB.Factory -AssemblyPath:"C:\\LAB\\LABTransportAgent.dll"',
    told: (text) => text.replace("False           10", "False           4"),
    tolerances: reflowed,
  },
  "new-emailaddresspolicy.1": {
    shell: () => shellOf("2010", {}, { width: 118 }),
    // What stood at the position that it names was put right when it was posted.
    line: `New-EmailAddressPolicy x -EnabledEmailAddressTemplates 'SMTP:%m@contoso.com' -RecipientFilter "(RecipientType  -is 'MailUser') -and (ExternalEmailAddress -like '*ourcorrectdomain.mail.onmicrosoft.com')"`,
    told: (text) => text.replaceAll(/^- +(?=\w)/gm, "    + "),
    both: (text) => text.replace(/ -(?:eq|is) /, " -? ").replaceAll("  ", " "),
    tolerances: reflowed,
  },
};
