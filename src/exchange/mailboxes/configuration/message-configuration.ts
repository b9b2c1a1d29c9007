import { getVerb } from "../../noun/get-verb.js";
import type { NounVerbs } from "../../noun/noun.js";
import { setVerb } from "../../noun/set-verb.js";
import { bool, choice, int, text } from "../../properties/property.js";
import { enumeration } from "../../types/enumeration.js";
import { storageManagement, storeConfiguration } from "./store-configuration.js";

const of = (name: string, members: readonly string[], isFlags = false) =>
  enumeration(`${storageManagement}.${name}`, members, isFlags ? { isFlags } : {});

const afterMove = of("AfterMoveOrDeleteBehavior", ["OpenPreviousItem", "OpenNextItem", "ReturnToView"]);
const newItem = of("NewItemNotification", ["None", "Sound", "EMailToast", "VoiceMailToast", "FaxToast", "All"]);
const fontFlags = of("FontFlags", ["Normal", "Bold", "Italic", "Underline"], true);
const mailFormat = of("MailFormat", ["Html", "PlainText"]);
const readReceipt = of("ReadReceiptResponse", ["DoNotAutomaticallySend", "AlwaysSend", "NeverSend"]);
const markAsRead = of("PreviewMarkAsReadBehavior", ["Delayed", "OnSelectionChange", "Never"]);
const sortOrder = of("ConversationSortOrder", [
  "ChronologicalNewestOnTop",
  "ChronologicalNewestOnBottom",
  "TreeNewestOnTop",
  "TreeNewestOnBottom",
]);
const composeMode = of("EmailComposeMode", ["Inline", "SeparateForm"]);
const readingPane = of("MailReadingPanePosition", ["Off", "Bottom", "Right"]);
const navigationPane = of("NavigationPaneView", [
  "Default",
  "MailFolders",
  "PeopleFolders",
  "Groups",
  "PinnedMailFolders",
]);

const off = (name: string) => bool(name, { default: false });
const later = (name: string, value: boolean) => bool(name, { default: value, since: "2016" });
const delay = 5;

/** How mail looks in Outlook Web App. Defaults as documented, where they are; the order from memory. */
export const messageConfiguration = storeConfiguration({
  noun: "MailboxMessageConfiguration",
  called: "mailbox message configuration",
  typeName: `${storageManagement}.MailboxMessageConfiguration`,
  properties: () => [
    choice("AfterMoveOrDeleteBehavior", afterMove, { default: "OpenNextItem" }),
    choice("NewItemNotification", newItem, { default: "All" }),
    off("EmptyDeletedItemsOnLogoff"),
    off("AutoAddSignature"),
    bool("AutoAddSignatureOnReply", { default: false, since: "2016" }),
    text("SignatureText"),
    text("SignatureHtml"),
    bool("AutoAddSignatureOnMobile", { default: false, since: "2013" }),
    text("SignatureTextOnMobile", { since: "2013" }),
    bool("UseDefaultSignatureOnMobile", { default: false, since: "2013" }),
    text("DefaultFontName", { default: "Calibri" }),
    int("DefaultFontSize", { default: 2 }),
    text("DefaultFontColor", { default: "#000000" }),
    choice("DefaultFontFlags", fontFlags, { default: "Normal" }),
    off("AlwaysShowBcc"),
    off("AlwaysShowFrom"),
    choice("DefaultFormat", mailFormat, { default: "Html" }),
    choice("ReadReceiptResponse", readReceipt, { default: "DoNotAutomaticallySend" }),
    choice("PreviewMarkAsReadBehavior", markAsRead, { default: "OnSelectionChange" }),
    int("PreviewMarkAsReadDelaytime", { default: delay }),
    choice("ConversationSortOrder", sortOrder, { default: "ChronologicalNewestOnTop" }),
    off("ShowConversationAsTree"),
    off("HideDeletedItems"),
    choice("EmailComposeMode", composeMode, { default: "Inline", since: "2013" }),
    bool("CheckForForgottenAttachments", { default: true, since: "2013" }),
    choice("GlobalReadingPanePosition", readingPane, { default: "Right", since: "2016" }),
    choice("NavigationPaneViewOption", navigationPane, { default: "Default", since: "2016" }),
    later("IsFavoritesFolderTreeCollapsed", false),
    later("IsMailRootFolderTreeCollapsed", false),
    later("IsReplyAllTheDefaultResponse", true),
    later("LinkPreviewEnabled", true),
    later("MailFolderPaneExpanded", true),
    later("PreferAccessibleContent", false),
    later("ShowPreviewTextInListView", true),
    later("ShowReadingPaneOnFirstLoad", false),
    later("ShowSenderOnTopInListView", true),
    later("ShowUpNext", true),
  ],
});

export const messageConfigurationVerbs: NounVerbs = {
  Get: getVerb(messageConfiguration, { limited: true }),
  Set: setVerb(messageConfiguration),
};
