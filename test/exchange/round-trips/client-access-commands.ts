import type { Command, Commands } from "./command.js";

/** Virtual directories: one of setup's is changed; a new one is made on the server that the session has. */
const directory = (noun: string, name: string, more: Partial<Command> = {}): Commands => ({
  [`New-${noun}`]: {
    before: [`Remove-${noun} 'HO-EX2010-MB1\\${name} (Default Web Site)' -Confirm:$false`],
    ...more,
  },
  [`Set-${noun}`]: { base: { Identity: `'HO-EX2010-MB1\\${name} (Default Web Site)'` } },
});

/** Those that can be made on another server. */
const anywhere = (noun: string, name: string): Commands =>
  directory(noun, name, {
    before: ["HO-EX2010-MB1", "BR-EX2010-MB"].map(
      (server) => `Remove-${noun} '${server}\\${name} (Default Web Site)' -Confirm:$false`,
    ),
    samples: { Server: ["BR-EX2010-MB", "BR-EX2010-MB"] },
  });

const onBranch = {
  Server: "BR-EX2010-MB",
  ExternalHostname: "mail.exchangeserverpro.net",
  ClientAuthenticationMethod: "Basic",
  SSLOffloading: "$false",
};
const onHeadOffice = { Server: ["HO-EX2010-MB1", "HO-EX2010-MB1"] } as const;
const ntlmToo = { IISAuthenticationMethods: ["Basic,Ntlm", "{Basic, Ntlm}"] } as const;
const irmLog = {
  IrmLogMaxAge: ["7.00:00:00", "7.00:00:00"],
  IrmLogMaxDirectorySize: ["100MB", "100 MB (104,857,600 bytes)"],
  IrmLogMaxFileSize: ["5MB", "5 MB (5,242,880 bytes)"],
  IrmLogPath: ["D:\\Logs", "D:\\Logs"],
} as const;

const mailProtocol = (name: string, ssl: number, plain: number): Commands => ({
  [`Set-${name}Settings`]: {
    read: `Get-${name}Settings`,
    samples: {
      SSLBindings: [`10.0.0.7:${ssl}`, `{10.0.0.7:${ssl}}`],
      UnencryptedOrTLSBindings: [`10.0.0.7:${plain}`, `{10.0.0.7:${plain}}`],
    },
    elsewhere: { Server: "says which server's settings are meant" },
  },
});

export const clientAccessCommands: Commands = {
  ...directory("OwaVirtualDirectory", "owa", {
    elsewhere: { Name: "the name says which web site it is in: client-access/owa-virtual-directory.test.ts" },
  }),
  ...anywhere("EcpVirtualDirectory", "ecp"),
  ...directory("WebServicesVirtualDirectory", "EWS"),
  ...directory("AutodiscoverVirtualDirectory", "Autodiscover"),
  ...directory("ActiveSyncVirtualDirectory", "Microsoft-Server-ActiveSync"),
  ...anywhere("OabVirtualDirectory", "OAB"),
  "Set-PowerShellVirtualDirectory": { base: { Identity: "'HO-EX2010-MB1\\PowerShell (Default Web Site)'" } },
  "New-ClientAccessArray": {
    before: ["Get-ClientAccessArray | Remove-ClientAccessArray -Confirm:$false"],
    base: { Name: "x", Fqdn: "x.exchangeserverpro.net", Site: "BranchOffice" },
    samples: {
      Fqdn: ["y.exchangeserverpro.net", "y.exchangeserverpro.net"],
      Site: ["HeadOffice", "exchangeserverpro.net/Configuration/Sites/HeadOffice"],
    },
  },
  "Set-ClientAccessArray": {
    base: { Identity: "outlook" },
    samples: {
      Fqdn: ["y.exchangeserverpro.net", "y.exchangeserverpro.net"],
      Site: ["BranchOffice", "exchangeserverpro.net/Configuration/Sites/BranchOffice"],
    },
  },
  "Set-ClientAccessServer": {
    base: { Identity: "HO-EX2010-MB1" },
    samples: {
      AutoDiscoverServiceInternalUri: ["https://mail.fabrikam.com/x", "https://mail.fabrikam.com/x"],
      AutoDiscoverSiteScope: ["HeadOffice,BranchOffice", "{HeadOffice, BranchOffice}"],
      ...irmLog,
    },
  },
  "Set-CASMailbox": {
    before: ["Set-Mailbox alan.reid -EmailAddressPolicyEnabled $false"],
    base: { Identity: "alan.reid" },
    samples: {
      ActiveSyncMailboxPolicy: ["Strict", "Strict"],
      EmailAddresses: ["SMTP:x@exchangeserverpro.net", "{SMTP:x@exchangeserverpro.net}"],
      ActiveSyncDebugLogging: ["$true", "True", { read: "Get-CASMailbox alan.reid -ActiveSyncDebugLogging" }],
    },
  },
  "New-RpcClientAccess": {
    before: ["Remove-RpcClientAccess -Server BR-EX2010-MB -Confirm:$false"],
    base: { Server: "BR-EX2010-MB" },
    read: "Get-RpcClientAccess -Server BR-EX2010-MB",
    elsewhere: { Server: "says where it is made: client-access/outlook.test.ts" },
  },
  "Set-RpcClientAccess": {
    base: { Server: "BR-EX2010-MB" },
    read: "Get-RpcClientAccess -Server BR-EX2010-MB",
    elsewhere: { Server: "says which one is meant" },
  },
  "Enable-OutlookAnywhere": { base: onBranch, samples: { ...ntlmToo, ...onHeadOffice } },
  "Set-OutlookAnywhere": {
    before: [
      "$null = Enable-OutlookAnywhere -Server BR-EX2010-MB -ExternalHostname m.exchangeserverpro.net -ClientAuthenticationMethod Basic -SSLOffloading $false",
    ],
    base: { Identity: "'BR-EX2010-MB\\Rpc (Default Web Site)'" },
    samples: ntlmToo,
  },
  ...mailProtocol("Imap", 1993, 1143),
  ...mailProtocol("Pop", 1995, 1110),
  "New-OutlookProvider": { base: { Name: "x" } },
  "Set-OutlookProvider": { base: { Identity: "EXPR" } },
  "New-ExchangeCertificate": {
    base: { Force: "$true" },
    read: "$made",
    samples: { Services: ["IMAP,POP", "IMAP, POP"] },
  },
  "Enable-ExchangeCertificate": {
    before: ["$certificate = New-ExchangeCertificate -Services None -Force"],
    base: { Thumbprint: "$certificate.Thumbprint", Services: "None" },
    read: "Get-ExchangeCertificate $certificate.Thumbprint",
    samples: { Services: ["IMAP,POP", "IMAP, POP"] },
    elsewhere: { Thumbprint: "says which one is meant" },
  },
  "New-ThrottlingPolicy": { base: { Name: "x" } },
  "Set-ThrottlingPolicy": { base: { Identity: "Blackberry" } },
  "Set-ThrottlingPolicyAssociation": { base: { Identity: "alan.reid" } },
  "New-ActiveSyncMailboxPolicy": { base: { Name: "x" } },
  "Set-ActiveSyncMailboxPolicy": { base: { Identity: "Strict" } },
  "New-ActiveSyncDeviceAccessRule": { base: { Characteristic: "DeviceModel", QueryString: "x", AccessLevel: "Block" } },
  "Set-ActiveSyncDeviceAccessRule": { base: { Identity: "'Old (DeviceModel)'" } },
  "Set-ActiveSyncOrganizationSettings": {
    samples: { AdminMailRecipients: ["a@fabrikam.com,b@fabrikam.com", "{a@fabrikam.com, b@fabrikam.com}"] },
  },
  "New-OwaMailboxPolicy": { base: { Name: "x" } },
  "Set-OwaMailboxPolicy": { base: { Identity: "Plain" } },
};
