/**
 * The categories of events that Exchange 2010 writes, by the source in the event log (documented: "Processes with
 * configurable event logging levels"; the list is from memory and shorter than the real one).
 */
const bySource: readonly (readonly [source: string, categories: string])[] = [
  ["MSExchange ActiveSync", "Requests|Configuration"],
  ["MSExchange Antispam", "General"],
  ["MSExchange Anti-spam Update", "HygieneUpdate"],
  ["MSExchange Assistants", "Assistants"],
  ["MSExchange Autodiscover", "Core|Web|Provider"],
  [
    "MSExchange Availability",
    "Availability Service|Availability Service General|Availability Service Authentication|Availability Service Authorization",
  ],
  ["MSExchange Cluster", "Move|Upgrade|Action"],
  ["MSExchange Common", "General|Configuration|Logging"],
  ["MSExchange Control Panel", "General|Performance|Redirect"],
  ["MSExchange Extensibility", "Transport Address Book|MExRuntime"],
  ["MSExchange EdgeSync", "Synchronization|Topology|SyncNow|Initialization"],
  ["MSExchange IMAP4", "General"],
  ["MSExchange Journaling", "General"],
  ["MSExchange Mailbox Replication", "Service|Mailbox Move|Request"],
  ["MSExchange Management Application", "Shell|Console"],
  ["MSExchange Messaging Policies", "Journaling|AttachFilter|AddressRewrite|Rules|Prelicensing|PolicyApplication"],
  ["MSExchange Mid-Tier Storage", "Core|ActivityLogging|Cross-Server Call"],
  ["MSExchange OWA", "FormsRegistry|Core|Configuration|Themes|SmallIcons|Proxy|Transcoding|ADNotifications"],
  ["MSExchange POP3", "General"],
  ["MSExchange Process Manager", "ProcessManager"],
  ["MSExchange Repl", "Service|Exchange VSS Writer"],
  ["MSExchange Search Indexer", "General|Configuration"],
  ["MSExchange Search", "General"],
  ["MSExchange Store Driver", "General|MeetingMessageProcessing|OofHistory|Approval"],
  ["MSExchange System Attendant Mailbox", "General"],
  ["MSExchange Topology", "Topology Discovery"],
  [
    "MSExchange Unified Messaging",
    "UMWorkerProcess|UMCore|UMManagement|UMService|UMClientAccess|UMCallData|MWI General|UMCallRouter",
  ],
  ["MSExchange Web Services", "Core"],
  [
    "MSExchange ADAccess",
    "General|Cache|Topology|Configuration|LDAP|Validation|Recipient Update Service|Site Update|Exchange Topology",
  ],
  ["MSExchangeADTopology", "Topology Service"],
  ["MSExchangeFDS", "General|FileReplication"],
  [
    "MSExchangeIS\\9000 Private",
    "Transport General|General|Transport Sending|Transport Delivering|Transfer Into Gateway|Transfer Out Of Gateway|MTA Connections|Logons|Access Control|Send On Behalf Of|Send As|Rules|Storage Limits|Background Cleanup|DS Synchronization|Views|Download|Local Replication",
  ],
  [
    "MSExchangeIS\\9001 Public",
    "Transport General|General|Replication DS Updates|Replication Incoming Messages|Replication Outgoing Messages|Replication NDRs|Transport Sending|Transport Delivering|MTA Connections|Logons|Access Control|Send On Behalf Of|Send As|Rules|Storage Limits|Replication Site Folders|Replication Expiry|Replication Conflicts|Replication Backfill|Background Cleanup|Replication Errors|DS Synchronization|Views|Replication General|Download|Local Replication",
  ],
  [
    "MSExchangeIS\\9002 System",
    "Recovery|General|Connections|Table Cache|Content Engine|Performance Monitor|Move Mailbox|Download|Virus Scanning|Exchange Writer|Backup Restore|Event Notifications|Event History Cleanup|Online Backup|Background Cleanup|Content Indexing|RPC",
  ],
  [
    "MSExchangeMailboxAssistants",
    "Service|OOF Assistant|OOF Library|Resource Booking Attendant|Email_Lifecycle_Assistant|Junk Email Options Assistant|Conversations Assistant|Approval Assistant|Calendar Repair Assistant|Sharing Policy Assistant",
  ],
  ["MSExchangeMailSubmission", "General"],
  ["MSExchangeMU", "General"],
  [
    "MSExchangeSA",
    "Clean Mailbox|NSPI Proxy|RFR Interface|OAL Generator|Proxy Generation|RPC Calls|RPC-HTTP Management|Monitoring|General",
  ],
  [
    "MSExchangeTransport",
    "SmtpReceive|SmtpSend|DSN|Routing|Logging|Components|RemoteDelivery|Pickup|Categorizer|PoisonMessage|MessageSecurity|TransportService|Exch50|Process|ResourceManager|Configuration|Storage|Agents|Transport Address Book|Orar|ShadowRedundancy|Approval|TransportDumpster",
  ],
  ["MSExchangeTransportLogSearch", "General"],
];

/** `MSExchangeTransport\SmtpReceive`, for all of them. */
export function eventCategories(): readonly string[] {
  return bySource.flatMap(([source, names]) => names.split("|").map((name) => `${source}\\${name}`));
}
