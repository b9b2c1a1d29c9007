import { enumeration } from "../types/enumeration.js";

const directory = "Microsoft.Exchange.Data.Directory.SystemConfiguration";

/** What a folder of a mailbox is. */
export const elcFolderType = enumeration(`${directory}.ElcFolderType`, [
  "None",
  "Calendar",
  "Contacts",
  "DeletedItems",
  "Drafts",
  "Inbox",
  "JunkEmail",
  "Journal",
  "Notes",
  "Outbox",
  "SentItems",
  "Tasks",
  "All",
  "ManagedCustomFolder",
  "RssSubscriptions",
  "SyncIssues",
  "ConversationHistory",
  "Personal",
  "RecoverableItems",
  "NonIpmRoot",
  "LegacyArchiveJournals",
  "Clutter",
  "Archive",
]);

/** What is done with items that are old enough. */
export const retentionAction = enumeration(`${directory}.RetentionActionType`, [
  "MoveToDeletedItems",
  "MoveToFolder",
  "DeleteAndAllowRecovery",
  "PermanentlyDelete",
  "MarkAsPastRetentionLimit",
  "MoveToArchive",
]);

export const journalingFormat = enumeration(`${directory}.JournalingFormat`, ["UseMsg", "UseTnef"]);
