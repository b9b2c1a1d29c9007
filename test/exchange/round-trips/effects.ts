import { accessEffects } from "./access-effects.js";
import type { Effects } from "./effect.js";
import { permissionEffects } from "./permission-effects.js";
import { recipientEffects } from "./recipient-effects.js";

export const effects: Effects = { ...accessEffects, ...recipientEffects, ...permissionEffects };

const account = {
  AccountDisabled: "the account: recipients/account-state.test.ts",
  Password: "the domain's rules: recipients/account-state.test.ts",
};
const data = {
  RemovePicture: "a picture that is there: recipients/recipient-data.test.ts",
  RemoveSpokenName: "a name that is there: recipients/recipient-data.test.ts",
};
const loss = { AcceptLargeDataLoss: "how much may be lost: requests/request-options.test.ts" };

/** Parameters whose effect is more than a value that is read back: where it is tested. */
export const testedElsewhere: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "Add-ADPermission": { Instance: "permissions/ad-permission.test.ts" },
  "Enable-ExchangeCertificate": { Force: "no question: client-access/exchange-certificate.test.ts" },
  "New-ExchangeCertificate": {
    Force: "no question: client-access/exchange-certificate.test.ts",
    Instance: "renewal: client-access/certificate-instances.test.ts",
  },
  "Set-ExchangeServer": { ProductKey: "a trial edition becomes a whole one: servers/servers.test.ts" },
  "Set-Group": { Universal: "of groups of the domain: recipients/groups.test.ts" },
  "New-InboxRule": { FromMessageId: "a message in the mailbox: inbox-rules/inbox-rule.test.ts" },
  "New-ManagementScope": { Force: "no question: permissions/roles.test.ts" },
  ...Object.fromEntries(
    ["Set-Mailbox", "Set-MailContact", "Set-MailUser"].map((cmdlet) => [
      cmdlet,
      {
        ...data,
        SecondaryAddress: "needs a dial plan, which nothing makes: recipients/lesser-parameters.test.ts",
        SecondaryDialPlan: "needs a dial plan, which nothing makes: recipients/lesser-parameters.test.ts",
      },
    ]),
  ),
  ...Object.fromEntries(
    ["New-MailboxExportRequest", "New-MailboxImportRequest"].map((cmdlet) => [
      cmdlet,
      {
        ...loss,
        ...Object.fromEntries(
          [
            ...[
              "AssociatedMessagesCopyOption",
              "ConflictResolutionOption",
              "ExcludeDumpster",
              "ExcludeFolders",
              "IncludeFolders",
              "IsArchive",
              "Priority",
            ],
            ...["SourceRootFolder", "TargetRootFolder"],
            ...(cmdlet === "New-MailboxExportRequest" ? ["ContentFilter", "ContentFilterLanguage"] : []),
          ].map((name) => [name, "what is copied: requests/mailbox-requests.test.ts"]),
        ),
      },
    ]),
  ),
  "Set-DatabaseAvailabilityGroup": { DiscoverNetworks: "networks come back: availability/network-changes.test.ts" },
  "New-Mailbox": account,
  "New-MailUser": { Password: account.Password },
  "Set-MailboxExportRequest": { ...loss, Priority: "since 2013 an object shows it: requests/mailbox-requests.test.ts" },
  "Set-MailboxImportRequest": { ...loss, Priority: "since 2013 an object shows it: requests/mailbox-requests.test.ts" },
  "New-MoveRequest": {
    ...loss,
    ...Object.fromEntries(
      ["Outbound", "Remote", "RemoteLegacy", "RemoteGlobalCatalog"].map((name) => [
        name,
        "there is no other forest to move to: requests/remote-move.test.ts",
      ]),
    ),
  },
  "Set-MoveRequest": {
    ...loss,
    ...Object.fromEntries(
      ["RemoteCredential", "RemoteGlobalCatalog"].map((name) => [
        name,
        "there is no other forest to move to: requests/remote-move.test.ts",
      ]),
    ),
  },
  ...Object.fromEntries(
    ["New-RoleGroup", "Set-RoleGroup"].map((cmdlet) => [
      cmdlet,
      {
        LinkedDomainController: "there is no other forest: permissions/role-groups.test.ts",
        LinkedForeignGroup: "there is no other forest: permissions/role-groups.test.ts",
      },
    ]),
  ),
};
