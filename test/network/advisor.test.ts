// The advisor: each rule in an organization in which it finds something, and its commands, which mend it.
import { describe, expect, test } from "vitest";
import type { Shell } from "../../src/index.js";
import { advisorRules } from "../../src/network/advisor/index.js";
import type { TopologySpec } from "../../src/topology/index.js";
import { run, shellOf } from "./support.js";

/** Two multi-role servers in a DAG, in one site. */
const paris: TopologySpec = {
  domain: "contoso.com",
  sites: ["Paris"],
  domainControllers: [{ name: "DC1", site: "Paris" }],
  servers: [
    { name: "EX1", site: "Paris" },
    { name: "EX2", site: "Paris" },
  ],
  availabilityGroups: [{ name: "DAG1", members: ["EX1", "EX2"] }],
  databases: [
    { name: "DB1", server: "EX1", copies: ["EX2"] },
    { name: "DB2", server: "EX2", copies: ["EX1"] },
  ],
  mailboxes: [{ name: "Anna Lind", database: "DB1", alias: "anna" }],
};

const directories = [
  ["Owa", "owa", "owa"],
  ["Ecp", "ecp", "ecp"],
  ["WebServices", "EWS", "EWS/Exchange.asmx"],
  ["ActiveSync", "Microsoft-Server-ActiveSync", "Microsoft-Server-ActiveSync"],
  ["Oab", "OAB", "OAB"],
];

/** Scenario 20: a balancer, an array, databases, names and certificates as they should be. */
const allRight = [
  "New-LabBalancer LB1 10.1.0.50 EX1,EX2",
  "New-LabDnsRecord outlook.contoso.com 10.1.0.50 -TimeToLive 300",
  "New-LabDnsRecord mail.contoso.com 10.1.0.50 -TimeToLive 300",
  "New-LabDnsRecord mail.contoso.com 203.0.113.10 -View Outside",
  "New-LabFirewallRule mail 203.0.113.10 443 10.1.0.50",
  "New-ClientAccessArray -Fqdn outlook.contoso.com -Site Paris",
  "Get-MailboxDatabase | Set-MailboxDatabase -RpcClientAccessServer outlook.contoso.com",
  "Get-ClientAccessServer | Set-ClientAccessServer -AutoDiscoverServiceInternalUri https://mail.contoso.com/Autodiscover/Autodiscover.xml",
  ...directories.map(([noun, , path]) => {
    const url = `https://mail.contoso.com/${path}`;
    return `Get-${noun}VirtualDirectory | Set-${noun}VirtualDirectory -InternalUrl ${url} -ExternalUrl ${url}`;
  }),
  "Get-ClientAccessServer | Enable-OutlookAnywhere -ExternalHostname mail.contoso.com -DefaultAuthenticationMethod Basic -SSLOffloading $false",
  "Install-LabCertificate EX1,EX2 mail.contoso.com,autodiscover.contoso.com",
  "New-LabOutlook anna",
];

function healthy(...lines: readonly string[]): Shell {
  const shell = shellOf(paris);
  run(shell, ...allRight, ...lines);
  return shell;
}

/** Outside a DAG: one or two servers. */
function small(servers: number, ...lines: readonly string[]): Shell {
  const names = ["EX1", "EX2"].slice(0, servers);
  const shell = shellOf({
    ...paris,
    servers: names.map((name) => ({ name, site: "Paris" })),
    availabilityGroups: [],
    databases: [{ name: "DB1", server: "EX1" }],
  });
  run(shell, ...lines);
  return shell;
}

/** Two sites with a server each. */
function twoSites(...lines: readonly string[]): Shell {
  const shell = shellOf({
    ...paris,
    sites: ["Paris", "Lyon"],
    servers: [
      { name: "EX1", site: "Paris" },
      { name: "EX2", site: "Lyon" },
    ],
    availabilityGroups: [],
    databases: [{ name: "DB1", server: "EX1" }],
  });
  run(shell, ...lines);
  return shell;
}

interface Case {
  readonly rule: string;
  readonly shell: () => Shell;
  readonly objects: readonly string[];
  readonly message: string;
  readonly commands: readonly string[];
}

const withArray = "New-ClientAccessArray -Fqdn outlook.contoso.com -Site Paris";

const cases: readonly Case[] = [
  {
    rule: "SiteWithoutArray",
    shell: () => small(2),
    objects: ["Paris"],
    message:
      "The site Paris has 2 Client Access servers and no Client Access array. Each database names one of them for its clients.",
    commands: ["New-ClientAccessArray -Fqdn outlook.contoso.com -Site Paris"],
  },
  {
    rule: "SiteWithoutArray",
    shell: () => small(1),
    objects: ["Paris"],
    message:
      "The site Paris has a Client Access server, EX1, and no Client Access array. Profiles that are made now keep the server's name when another server takes its place.",
    commands: ["New-ClientAccessArray -Fqdn outlook.contoso.com -Site Paris"],
  },
  {
    rule: "ArrayWithoutServers",
    shell: () => twoSites("New-ClientAccessArray -Fqdn lyon.contoso.com -Site Lyon", "Set-LabHost EX2 -Role Mailbox"),
    objects: ["lyon"],
    message: "The array lyon has no members: there is no Client Access server of Exchange 2010 in the site Lyon.",
    commands: ["Remove-ClientAccessArray lyon -Confirm:$false"],
  },
  {
    rule: "ArrayNameIsServerName",
    shell: () => small(1, "New-ClientAccessArray -Name cas -Fqdn ex1.contoso.com -Site Paris"),
    objects: ["cas"],
    message:
      "The array cas has the name of a server, ex1.contoso.com. Its name cannot lead to another server when this one is down or goes.",
    commands: [
      "dnscmd /RecordAdd contoso.com outlook 300 A 10.1.1.10",
      "Set-ClientAccessArray cas -Fqdn outlook.contoso.com",
      "Get-MailboxDatabase | where { $_.RpcClientAccessServer -eq 'ex1.contoso.com' } | Set-MailboxDatabase -RpcClientAccessServer outlook.contoso.com",
    ],
  },
  {
    rule: "ArrayNameIsWebName",
    shell: () =>
      healthy(
        "Set-ClientAccessArray outlook -Fqdn mail.contoso.com",
        "Get-MailboxDatabase | Set-MailboxDatabase -RpcClientAccessServer mail.contoso.com",
      ),
    objects: ["outlook"],
    message:
      "mail.contoso.com is the name of the array outlook and the host name of web services, too. Clients outside that can resolve it try RPC there and wait for a time-out before they use HTTPS.",
    commands: [
      "dnscmd /RecordAdd contoso.com outlook-paris 300 A 10.1.0.50",
      "Set-ClientAccessArray outlook -Fqdn outlook-paris.contoso.com",
      "Get-MailboxDatabase | where { $_.RpcClientAccessServer -eq 'mail.contoso.com' } | Set-MailboxDatabase -RpcClientAccessServer outlook-paris.contoso.com",
    ],
  },
  {
    rule: "ArrayNameResolvesOutside",
    shell: () => healthy("New-LabDnsRecord outlook.contoso.com 203.0.113.10 -View Outside"),
    objects: ["outlook"],
    message:
      "outlook.contoso.com, the name of the array outlook, resolves outside. Outlook outside tries RPC there and waits for a time-out before it uses HTTPS.",
    commands: ["Remove-LabDnsRecord outlook.contoso.com -View Outside"],
  },
  {
    rule: "ArrayNameWithoutRecord",
    shell: () => small(2, withArray),
    objects: ["outlook"],
    message:
      "DNS has no address for outlook.contoso.com, the name of the array outlook. Making an array makes no record.",
    commands: [
      "New-LabBalancer LB-Paris 10.1.4.0 -Pool EX1,EX2",
      "dnscmd /RecordAdd contoso.com outlook 300 A 10.1.4.0",
    ],
  },
  {
    rule: "ArrayNameWithoutRecord",
    shell: () => small(1, "New-ClientAccessArray -Fqdn outlook.fabrikam.com -Site Paris"),
    objects: ["outlook"],
    message:
      "DNS has no address for outlook.fabrikam.com, the name of the array outlook. Making an array makes no record.",
    commands: [
      "dnscmd /ZoneAdd outlook.fabrikam.com /DsPrimary",
      "dnscmd /RecordAdd outlook.fabrikam.com '@' 300 A 10.1.1.10",
    ],
  },
  {
    rule: "ArrayRecordLeadsNowhere",
    shell: () => healthy("Set-LabDnsRecord outlook.contoso.com -NewData 10.1.0.99"),
    objects: ["outlook"],
    message: "outlook.contoso.com resolves, but nobody serves mailboxes there: no machine has the address 10.1.0.99.",
    commands: [
      "dnscmd /RecordDelete contoso.com outlook A 10.1.0.99 /f",
      "dnscmd /RecordAdd contoso.com outlook 300 A 10.1.0.50",
    ],
  },
  {
    rule: "ArrayRecordLeadsToDag",
    shell: () => healthy("Set-LabDnsRecord outlook.contoso.com -NewData 10.1.2.10"),
    objects: ["outlook", "DAG1"],
    message:
      "outlook.contoso.com leads to 10.1.2.10, the address of the cluster of DAG1. It is no endpoint for clients: it follows the core group of the cluster, not the databases and not the load.",
    commands: [
      "dnscmd /RecordDelete contoso.com outlook A 10.1.2.10 /f",
      "dnscmd /RecordAdd contoso.com outlook 300 A 10.1.0.50",
    ],
  },
  {
    rule: "ArrayRecordLeadsToOneServer",
    shell: () => healthy("Set-LabDnsRecord outlook.contoso.com -NewData 10.1.1.10"),
    objects: ["outlook"],
    message:
      "outlook.contoso.com leads to EX1 alone, although the site Paris has 2 Client Access servers. While it is down no client of the array connects.",
    commands: [
      "dnscmd /RecordDelete contoso.com outlook A 10.1.1.10 /f",
      "dnscmd /RecordAdd contoso.com outlook 300 A 10.1.0.50",
    ],
  },
  {
    rule: "ArrayRecordIsRoundRobin",
    shell: () =>
      small(
        2,
        withArray,
        "New-LabDnsRecord outlook.contoso.com 10.1.1.10",
        "New-LabDnsRecord outlook.contoso.com 10.1.1.11",
      ),
    objects: ["outlook"],
    message:
      "outlook.contoso.com leads to EX1, EX2 by DNS round robin. DNS does not know which of them is up: clients that were given the address of one that is down stay disconnected.",
    commands: [
      "New-LabBalancer LB-Paris 10.1.4.0 -Pool EX1,EX2",
      "dnscmd /RecordDelete contoso.com outlook A 10.1.1.10 /f",
      "dnscmd /RecordDelete contoso.com outlook A 10.1.1.11 /f",
      "dnscmd /RecordAdd contoso.com outlook 300 A 10.1.4.0",
    ],
  },
  {
    rule: "ArrayTimeToLiveTooLong",
    shell: () => small(1, withArray, "New-LabDnsRecord outlook.contoso.com 10.1.1.10"),
    objects: ["outlook"],
    message:
      "Clients keep the address of outlook.contoso.com for 60 minutes (3600 seconds), and no load balancer is behind it. When the record has to lead to another server they follow only then.",
    commands: ["Set-LabDnsRecord outlook.contoso.com -Type A -TimeToLive 300"],
  },
  {
    rule: "ServerNotBehindBalancer",
    shell: () => healthy("Set-LabBalancer LB1 -Pool EX1"),
    objects: ["EX2"],
    message:
      "EX2 is a member of the array outlook, but not in the pool of the load balancer LB1: no client is sent there.",
    commands: ["Set-LabBalancer LB1 -Pool EX1,EX2"],
  },
  {
    rule: "DatabaseNamesServer",
    shell: () => healthy("Get-MailboxDatabase | Set-MailboxDatabase -RpcClientAccessServer EX1"),
    objects: ["DB1", "DB2"],
    message:
      "New profiles of mailboxes in DB1, DB2 get the name EX1.contoso.com, although the site has the array outlook.contoso.com.",
    commands: [
      "Set-MailboxDatabase DB1 -RpcClientAccessServer outlook.contoso.com",
      "Set-MailboxDatabase DB2 -RpcClientAccessServer outlook.contoso.com",
    ],
  },
  {
    rule: "DatabaseNamesOtherArray",
    shell: () =>
      twoSites(
        "New-ClientAccessArray -Fqdn lyon.contoso.com -Site Lyon",
        "Set-MailboxDatabase DB1 -RpcClientAccessServer lyon.contoso.com",
      ),
    objects: ["DB1"],
    message: "DB1: the clients are sent to lyon.contoso.com, the array of another site than that of the databases.",
    commands: ["Set-MailboxDatabase DB1 -RpcClientAccessServer EX1.contoso.com"],
  },
  {
    rule: "DatabaseNamesNobody",
    shell: () => small(2, "Set-LabHost EX1 -Role Mailbox"),
    objects: ["DB1"],
    message: "DB1: the clients are sent to EX1.contoso.com, which is no Client Access server and no array.",
    commands: ["Set-MailboxDatabase DB1 -RpcClientAccessServer EX2.contoso.com"],
  },
  {
    rule: "UrlsDiffer",
    shell: () =>
      healthy(
        "Set-OwaVirtualDirectory 'EX2\\owa (Default Web Site)' -InternalUrl https://ex2.contoso.com/owa",
        "Set-EcpVirtualDirectory 'EX2\\ecp (Default Web Site)' -ExternalUrl $null",
      ),
    objects: ["EX1", "EX2"],
    message:
      "The servers of the site Paris do not have the same addresses for OWA (internal), ECP (external). Clients get the name of one server, and what works through one does not work through the other.",
    commands: [
      "Set-OwaVirtualDirectory 'EX2\\owa (Default Web Site)' -InternalUrl https://mail.contoso.com/owa",
      "Set-EcpVirtualDirectory 'EX2\\ecp (Default Web Site)' -ExternalUrl https://mail.contoso.com/ecp",
    ],
  },
  {
    rule: "UrlsDiffer",
    shell: () => small(2),
    objects: ["EX1", "EX2"],
    message:
      "The servers of the site Paris do not have the same addresses for Autodiscover (internal), OWA (internal), ECP (internal), EWS (internal), ActiveSync (internal), OAB (internal). Clients get the name of one server, and what works through one does not work through the other.",
    commands: [
      "New-LabBalancer LB-Paris 10.1.4.0 -Pool EX1,EX2",
      "dnscmd /RecordAdd contoso.com mail 300 A 10.1.4.0",
      "Set-ClientAccessServer EX1 -AutoDiscoverServiceInternalUri https://mail.contoso.com/Autodiscover/Autodiscover.xml",
      "Set-ClientAccessServer EX2 -AutoDiscoverServiceInternalUri https://mail.contoso.com/Autodiscover/Autodiscover.xml",
      "Set-OwaVirtualDirectory 'EX1\\owa (Default Web Site)' -InternalUrl https://mail.contoso.com/owa",
      "Set-OwaVirtualDirectory 'EX2\\owa (Default Web Site)' -InternalUrl https://mail.contoso.com/owa",
      "Set-EcpVirtualDirectory 'EX1\\ecp (Default Web Site)' -InternalUrl https://mail.contoso.com/ecp",
      "Set-EcpVirtualDirectory 'EX2\\ecp (Default Web Site)' -InternalUrl https://mail.contoso.com/ecp",
      "Set-WebServicesVirtualDirectory 'EX1\\EWS (Default Web Site)' -InternalUrl https://mail.contoso.com/EWS/Exchange.asmx",
      "Set-WebServicesVirtualDirectory 'EX2\\EWS (Default Web Site)' -InternalUrl https://mail.contoso.com/EWS/Exchange.asmx",
      "Set-ActiveSyncVirtualDirectory 'EX1\\Microsoft-Server-ActiveSync (Default Web Site)' -InternalUrl https://mail.contoso.com/Microsoft-Server-ActiveSync",
      "Set-ActiveSyncVirtualDirectory 'EX2\\Microsoft-Server-ActiveSync (Default Web Site)' -InternalUrl https://mail.contoso.com/Microsoft-Server-ActiveSync",
      "Set-OabVirtualDirectory 'EX1\\OAB (Default Web Site)' -InternalUrl http://mail.contoso.com/OAB",
      "Set-OabVirtualDirectory 'EX2\\OAB (Default Web Site)' -InternalUrl http://mail.contoso.com/OAB",
    ],
  },
  {
    rule: "WebNameWithoutRecord",
    shell: () => healthy("Remove-LabDnsRecord mail.contoso.com -View Inside"),
    objects: ["mail.contoso.com"],
    message:
      "DNS has no address inside for mail.contoso.com, the host name of Autodiscover, OWA, ECP, EWS, ActiveSync, OAB in the site Paris.",
    commands: ["dnscmd /RecordAdd contoso.com mail 300 A 10.1.0.50"],
  },
  {
    rule: "CertificateWithoutNames",
    shell: () => healthy("Install-LabCertificate EX2 autodiscover.contoso.com"),
    objects: ["EX2"],
    message: "The certificate that IIS uses on EX2 does not hold mail.contoso.com.",
    commands: ["Install-LabCertificate EX2 mail.contoso.com,autodiscover.contoso.com"],
  },
  {
    rule: "CertificateNotTrusted",
    shell: () => small(1),
    objects: ["EX1"],
    message: "The certificate that IIS uses on EX1 is self-signed: browsers warn of it, and telephones do not connect.",
    commands: ["Install-LabCertificate EX1 ex1.contoso.com,ex1"],
  },
  {
    rule: "ProfileHoldsServerName",
    shell: () => healthy("New-LabOutlook anna -Name old -ServerName EX1.contoso.com"),
    objects: ["old"],
    message:
      "Profiles of Outlook still hold the name EX1.contoso.com, although the database names the array outlook.contoso.com: old. They keep it as long as that server answers.",
    commands: ["Get-LabClient | where { $_.ServerName -eq 'EX1.contoso.com' } | Repair-LabOutlook"],
  },
  {
    rule: "PublicFolderWithOneReplica",
    shell: () =>
      healthy(
        "New-PublicFolderDatabase PF1 -Server EX1",
        "Mount-Database PF1",
        "New-PublicFolder Sales",
        "New-PublicFolder East -Path \\Sales",
      ),
    objects: ["\\Sales", "\\Sales\\East"],
    message:
      "\\Sales, \\Sales\\East: the only replica is in PF1 on EX1. Outlook connects straight to that server; when it is down Outlook hangs on these folders, array or not.",
    commands: [
      "New-PublicFolderDatabase PF-EX2 -Server EX2",
      "Mount-Database PF-EX2",
      "Set-PublicFolder '\\Sales' -Replicas PF1,PF-EX2",
      "Set-PublicFolder '\\Sales\\East' -Replicas PF1,PF-EX2",
    ],
  },
  {
    rule: "NlbWithAvailabilityGroup",
    shell: () =>
      small(
        2,
        "Import-Module NetworkLoadBalancingClusters",
        "New-NlbCluster -HostName EX1 -InterfaceName LAN -ClusterPrimaryIP 10.1.0.60 -ClusterName NLB1",
        "Add-NlbClusterNode -HostName EX1 -NewNodeName EX2 -NewNodeInterface LAN",
        "New-DatabaseAvailabilityGroup DAG1 -WitnessServer DC1 -WitnessDirectory C:\\DAG1",
        "Add-DatabaseAvailabilityGroupServer DAG1 EX2",
      ),
    objects: ["NLB1", "EX2"],
    message:
      "EX2 is a member of the NLB cluster NLB1 and of DAG1. Windows does not support network load balancing and failover clustering on the same server: a load balancer has to take the address 10.1.0.60.",
    commands: [
      "Import-Module NetworkLoadBalancingClusters",
      "Remove-NlbCluster -HostName EX2 -Force",
      "New-LabBalancer NLB1 10.1.0.60 -Pool EX1,EX2",
    ],
  },
];

const found = (shell: Shell, rule: string) => shell.lab.advise().filter((finding) => finding.rule === rule);

describe.each(cases)("$rule", ({ rule, shell: make, objects, message, commands }) => {
  test("is found, and its commands mend it", () => {
    const shell = make();
    expect(found(shell, rule)).toEqual([
      { rule, severity: advisorRules.find(({ name }) => name === rule)?.severity, objects, message, commands },
    ]);
    run(shell, ...commands);
    expect(found(shell, rule)).toEqual([]);
  });
});

test("every rule has an organization in which it finds something", () => {
  const shown = new Set(cases.map(({ rule }) => rule));
  expect(advisorRules.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
});

describe("scenario 20", () => {
  test("multi-role servers in a DAG, a balancer, names, certificates and databases right: nothing to report", () => {
    const shell = healthy();
    expect(shell.lab.advise()).toEqual([]);
    expect(shell.run("Test-LabConfiguration").text).toBe("");
    expect(shell.lab.outlook("anna").profile).toEqual({ server: "outlook.contoso.com", proxy: "mail.contoso.com" });
  });
  test.each([
    ["the article's organization", () => shellOf()],
    ["two servers as they were installed", () => small(2)],
    ["two sites", () => twoSites()],
  ])("%s: the commands of the first finding, again and again, until there is none", (_name, make) => {
    const shell = make();
    const rules: string[] = [];
    for (let [first] = shell.lab.advise(); first !== undefined; [first] = shell.lab.advise()) {
      run(shell, ...first.commands);
      rules.push(first.rule);
      if (rules.length > 50) throw new Error(rules.join(" "));
    }
    expect(new Set(rules)).toContain("SiteWithoutArray");
  });
});

describe("Test-LabConfiguration", () => {
  const broken = () =>
    healthy(
      "Set-LabDnsRecord outlook.contoso.com -NewData 10.1.2.10",
      "Set-MailboxDatabase DB2 -RpcClientAccessServer EX2",
    );
  test("as a table", () => {
    expect(broken().run("Test-LabConfiguration").text).toBe(
      [
        "",
        "Severity    Rule                        Object               Message                                                   ",
        "--------    ----                        ------               -------                                                   ",
        "Error       ArrayRecordLeadsToDag       {outlook, DAG1}      outlook.contoso.com leads to 10.1.2.10, the address of the",
        "                                                              cluster of DAG1. It is no endpoint for clients: it follow",
        "                                                             s the core group of the cluster, not the databases and not",
        "                                                              the load.                                                ",
        "Warning     DatabaseNamesServer         {DB2}                New profiles of mailboxes in DB2 get the name EX2.contoso.",
        "                                                             com, although the site has the array outlook.contoso.com. ",
        "",
        "",
        "",
      ].join("\n"),
    );
  });
  test("as a list, with the commands", () => {
    expect(broken().run("Test-LabConfiguration | fl").text).toBe(
      [
        "",
        "",
        "Severity : Error",
        "Rule     : ArrayRecordLeadsToDag",
        "Object   : {outlook, DAG1}",
        "Message  : outlook.contoso.com leads to 10.1.2.10, the address of the cluster of DAG1. It is no endpoint for clients: i",
        "           t follows the core group of the cluster, not the databases and not the load.",
        "Commands : {dnscmd /RecordDelete contoso.com outlook A 10.1.2.10 /f, dnscmd /RecordAdd contoso.com outlook 300 A 10.1.0",
        "           .50}",
        "",
        "Severity : Warning",
        "Rule     : DatabaseNamesServer",
        "Object   : {DB2}",
        "Message  : New profiles of mailboxes in DB2 get the name EX2.contoso.com, although the site has the array outlook.conto",
        "           so.com.",
        "Commands : {Set-MailboxDatabase DB2 -RpcClientAccessServer outlook.contoso.com}",
        "",
        "",
        "",
        "",
      ].join("\n"),
    );
  });
  test("one rule, by pattern; one severity; a rule that there is not", () => {
    const shell = broken();
    expect(shell.run("Test-LabConfiguration Database* | % { $_.Rule }").text).toBe("DatabaseNamesServer\n");
    expect(shell.run("Test-LabConfiguration -Severity error | % { $_.Rule }").text).toBe("ArrayRecordLeadsToDag\n");
    expect(shell.run("Test-LabConfiguration Nothing").errors.map(({ message }) => message)).toEqual([
      'There is no rule "Nothing".',
    ]);
  });
  test("its commands are lines that run", () => {
    const shell = broken();
    run(shell, "Test-LabConfiguration | % { $_.Commands } | Invoke-Expression");
    expect(shell.lab.advise()).toEqual([]);
  });
});
