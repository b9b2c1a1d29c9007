import { type Effect, type Effects, effect, made } from "./effect.js";

const secondSite = (noun: string, name: string): Effect =>
  made(`New-${noun} -WebSiteName Second`, "Name", `${name} (Second)`);
const asa =
  "(Get-ClientAccessServer HO-EX2010-MB1 -IncludeAlternateServiceAccountCredentialStatus).AlternateServiceAccountConfiguration.ToString().Contains('asa$')";
const certificate = (given: string, read: string, shown: string): Effect =>
  effect(`$made = New-ExchangeCertificate -Force ${given}`, read, shown);
const copy = (given: string, property: string, shown: string): Effect =>
  effect(
    `Add-MailboxDatabaseCopy MB-HO-02 -MailboxServer HO-EX2010-MB2 ${given}`,
    `"$((Get-MailboxDatabase MB-HO-02).${property})"`,
    shown,
  );
const copyChange = (given: string, property: string, shown: string): Effect =>
  effect(
    `Set-MailboxDatabaseCopy MB-HO-01\\HO-EX2010-MB2 ${given}`,
    `"$((Get-MailboxDatabase MB-HO-01).${property})"`,
    shown,
  );
const receives = (given: string, shown: string): Effect =>
  made(`New-ReceiveConnector r ${given}`, "PermissionGroups", shown);
const sends = (given: string, property: string, shown: string): Effect =>
  made(`New-SendConnector s -AddressSpaces a.com ${given}`, property, shown);

export const accessEffects: Effects = {
  "Set-AcceptedDomain": {
    MakeDefault: effect(
      "Set-AcceptedDomain Fabrikam -MakeDefault $true",
      "(Get-AcceptedDomain Fabrikam).Default",
      "True",
    ),
  },
  "Set-ADServerSettings": {
    PreferredServer: effect(
      "Set-ADServerSettings -PreferredServer BR-DC.exchangeserverpro.net",
      "[string](Get-ADServerSettings).UserPreferredGlobalCatalog",
      "BR-DC.exchangeserverpro.net",
    ),
    RunspaceServerSettings: effect(
      "$before = Get-ADServerSettings; Set-ADServerSettings -ViewEntireForest $true; Set-ADServerSettings -RunspaceServerSettings $before",
      "(Get-ADServerSettings).ViewEntireForest",
      "False",
    ),
  },
  "New-AutodiscoverVirtualDirectory": { WebSiteName: secondSite("AutodiscoverVirtualDirectory", "Autodiscover") },
  "New-EcpVirtualDirectory": { WebSiteName: secondSite("EcpVirtualDirectory", "ecp") },
  "New-OabVirtualDirectory": { WebSiteName: secondSite("OabVirtualDirectory", "OAB") },
  "New-OwaVirtualDirectory": { WebSiteName: secondSite("OwaVirtualDirectory", "owa") },
  "New-WebServicesVirtualDirectory": { WebSiteName: secondSite("WebServicesVirtualDirectory", "EWS") },
  "Set-ClientAccessServer": {
    AlternateServiceAccountCredential: effect(
      "Set-ClientAccessServer HO-EX2010-MB1 -AlternateServiceAccountCredential $credential",
      asa,
      "True",
    ),
    RemoveAlternateServiceAccountCredentials: effect(
      "Set-ClientAccessServer HO-EX2010-MB1 -AlternateServiceAccountCredential $credential; Set-ClientAccessServer HO-EX2010-MB1 -RemoveAlternateServiceAccountCredentials",
      asa,
      "False",
    ),
  },
  "New-DatabaseAvailabilityGroupNetwork": {
    DatabaseAvailabilityGroup: effect(
      "$null = New-DatabaseAvailabilityGroupNetwork n -DatabaseAvailabilityGroup DAG1",
      "(Get-DatabaseAvailabilityGroupNetwork DAG1\\n).Name",
      "n",
    ),
  },
  "Add-DatabaseAvailabilityGroupServer": {
    MailboxServer: effect(
      "Add-DatabaseAvailabilityGroupServer DAG1 -MailboxServer BR-EX2010-MB",
      "(Get-DatabaseAvailabilityGroup DAG1).Servers.Count",
      "3",
    ),
  },
  "Set-EventLogLevel": {
    Level: effect(
      "Set-EventLogLevel HO-EX2010-MB1\\MSExchangeTransport\\Pickup -Level High",
      "[string](Get-EventLogLevel HO-EX2010-MB1\\MSExchangeTransport\\Pickup).EventLevel",
      "High",
    ),
  },
  "New-ExchangeCertificate": {
    BinaryEncoded: effect(
      "$made = New-ExchangeCertificate -GenerateRequest -BinaryEncoded -SubjectName 'CN=z.x.com'",
      "$made.FileData.GetType().Name",
      "Byte[]",
    ),
    DomainName: certificate("-DomainName a.x.com,b.x.com", '"$($made.CertificateDomains)"', "a.x.com b.x.com"),
    GenerateRequest: effect(
      "$made = New-ExchangeCertificate -GenerateRequest -SubjectName 'CN=z.x.com'",
      "$made.Substring(0, 35)",
      "-----BEGIN NEW CERTIFICATE REQUEST-",
    ),
    IncludeAcceptedDomains: certificate(
      "-DomainName q.com -IncludeAcceptedDomains",
      '"$($made.CertificateDomains)"',
      "q.com exchangeserverpro.net fabrikam.com",
    ),
    IncludeAutoDiscover: certificate(
      "-DomainName q.com -IncludeAutoDiscover",
      '"$($made.CertificateDomains)"',
      "q.com autodiscover.exchangeserverpro.net",
    ),
    IncludeServerFQDN: certificate(
      "-DomainName q.com -IncludeServerFQDN",
      '"$($made.CertificateDomains)"',
      "q.com HO-EX2010-MB1.exchangeserverpro.net",
    ),
    IncludeServerNetBIOSName: certificate(
      "-DomainName q.com -IncludeServerNetBIOSName",
      '"$($made.CertificateDomains)"',
      "q.com HO-EX2010-MB1",
    ),
    KeySize: certificate("-KeySize 4096", "$made.PublicKeySize", "4096"),
    Server: effect(
      "$made = New-ExchangeCertificate -Force -Server BR-EX2010-MB",
      "@(Get-ExchangeCertificate -Server BR-EX2010-MB | ? { $_.Thumbprint -eq $made.Thumbprint }).Count",
      "1",
    ),
    SubjectName: certificate("-SubjectName 'CN=a.x.com'", "$made.Subject", "CN=a.x.com"),
  },
  "Enable-ExchangeCertificate": {
    Server: effect(
      "$made = New-ExchangeCertificate -Force -Server BR-EX2010-MB -Services None; Enable-ExchangeCertificate $made.Thumbprint -Server BR-EX2010-MB -Services POP -Force",
      "[string](Get-ExchangeCertificate $made.Thumbprint -Server BR-EX2010-MB).Services",
      "POP",
    ),
  },
  "Add-MailboxDatabaseCopy": {
    MailboxServer: copy("", "Servers", "HO-EX2010-MB1 HO-EX2010-MB2"),
    ActivationPreference: copy(
      "-ActivationPreference 1",
      "ActivationPreference",
      "[HO-EX2010-MB2, 1] [HO-EX2010-MB1, 2]",
    ),
    ReplayLagTime: copy(
      "-ReplayLagTime 1.00:00:00",
      "ReplayLagTimes",
      "[HO-EX2010-MB1, 00:00:00] [HO-EX2010-MB2, 1.00:00:00]",
    ),
    SeedingPostponed: effect(
      "Add-MailboxDatabaseCopy MB-HO-02 -MailboxServer HO-EX2010-MB2 -SeedingPostponed",
      "[string](Get-MailboxDatabaseCopyStatus MB-HO-02\\HO-EX2010-MB2).Status",
      "Suspended",
    ),
    TruncationLagTime: copy(
      "-TruncationLagTime 2.00:00:00",
      "TruncationLagTimes",
      "[HO-EX2010-MB1, 00:00:00] [HO-EX2010-MB2, 2.00:00:00]",
    ),
  },
  "Set-MailboxDatabaseCopy": {
    ActivationPreference: copyChange(
      "-ActivationPreference 1",
      "ActivationPreference",
      "[HO-EX2010-MB2, 1] [HO-EX2010-MB1, 2]",
    ),
    ReplayLagTime: copyChange(
      "-ReplayLagTime 1.00:00:00",
      "ReplayLagTimes",
      "[HO-EX2010-MB1, 00:00:00] [HO-EX2010-MB2, 1.00:00:00]",
    ),
    TruncationLagTime: copyChange(
      "-TruncationLagTime 2.00:00:00",
      "TruncationLagTimes",
      "[HO-EX2010-MB1, 00:00:00] [HO-EX2010-MB2, 2.00:00:00]",
    ),
  },
  "Enable-MailPublicFolder": {
    Server: effect(
      "Enable-MailPublicFolder \\Board\\Minutes -Server HO-EX2010-MB1",
      "(Get-MailPublicFolder Minutes).Name",
      "Minutes",
    ),
  },
  "Set-OfflineAddressBook": {
    UseDefaultAttributes: effect(
      "Set-OfflineAddressBook Other -ConfiguredAttributes 'ANR,Department'; Set-OfflineAddressBook Other -UseDefaultAttributes",
      "(Get-OfflineAddressBook Other).ConfiguredAttributes.Count -gt 9",
      "True",
    ),
  },
  "Enable-OutlookAnywhere": {
    DefaultAuthenticationMethod: effect(
      "$made = Enable-OutlookAnywhere -Server HO-EX2010-MB1 -ExternalHostname m.x.com -DefaultAuthenticationMethod Ntlm -SSLOffloading $false",
      '"$($made.ClientAuthenticationMethod) $($made.IISAuthenticationMethods)"',
      "Ntlm Ntlm",
    ),
  },
  "Set-OutlookAnywhere": {
    DefaultAuthenticationMethod: effect(
      "Set-OutlookAnywhere 'BR-EX2010-MB\\Rpc (Default Web Site)' -DefaultAuthenticationMethod Ntlm",
      '"$((Get-OutlookAnywhere).ClientAuthenticationMethod) $((Get-OutlookAnywhere).IISAuthenticationMethods)"',
      "Ntlm Ntlm",
    ),
  },
  "New-PublicFolder": {
    Path: made("New-PublicFolder p -Path \\Board", "Identity", "\\Board\\p"),
    Server: made("New-PublicFolder p -Server HO-EX2010-MB1", "Identity", "\\p"),
  },
  "Set-PublicFolder": {
    Server: effect(
      "Set-PublicFolder \\Board -Server HO-EX2010-MB1 -MaxItemSize 1MB",
      "[string](Get-PublicFolder \\Board).MaxItemSize",
      "1 MB (1,048,576 bytes)",
    ),
  },
  "New-ReceiveConnector": {
    Client: receives("-Client -RemoteIPRanges 10.1.1.1 -Bindings 0.0.0.0:99", "ExchangeUsers"),
    Custom: receives("-Custom -RemoteIPRanges 10.1.1.1 -Bindings 0.0.0.0:99", "None"),
    Internal: receives("-Internal -RemoteIPRanges 10.1.1.1", "ExchangeServers, ExchangeLegacyServers"),
    Internet: receives("-Internet -Bindings 0.0.0.0:99", "AnonymousUsers"),
    Partner: receives("-Partner -RemoteIPRanges 10.1.1.1 -Bindings 0.0.0.0:99", "Partners"),
    Usage: receives("-Usage Client -RemoteIPRanges 10.1.1.1", "ExchangeUsers"),
  },
  "New-RetentionPolicyTag": {
    ManagedFolderToUpgrade: made(
      "New-RetentionPolicyTag t -Type Personal -ManagedFolderToUpgrade Projects",
      "LegacyManagedFolder",
      "Projects",
    ),
  },
  "Set-RetentionPolicyTag": Object.fromEntries(
    ["Mailbox", "OptionalInMailbox"].map((parameter) => [
      parameter,
      effect(
        "$null = New-RetentionPolicyTag Own -Type Personal; Set-RetentionPolicyTag -Mailbox alan.reid -OptionalInMailbox Own",
        "(Get-RetentionPolicyTag -Mailbox alan.reid).Name -contains 'Own'",
        "True",
      ),
    ]),
  ),
  "New-SendConnector": {
    Custom: sends("-Custom", "DNSRoutingEnabled", "True"),
    Internal: sends("-Internal -SmartHosts 10.0.0.1", "SmartHostAuthMechanism", "ExchangeServer"),
    Internet: sends("-Internet", "DNSRoutingEnabled", "True"),
    Partner: sends("-Partner", "DomainSecureEnabled", "True"),
    Usage: sends("-Usage Partner", "DomainSecureEnabled", "True"),
  },
  "New-TransportRule": { Enabled: made("New-TransportRule t -PrependSubject x -Enabled $false", "State", "Disabled") },
};
