// The rules of what stands where and who ends up connected: each fails when the rule is turned round.
import { describe, expect, it } from "vitest";
import { setPower } from "../../src/network/change/power.js";
import { profileOf, run, serverOf, shellOf, twoSites, withArray, words } from "./support.js";

const array = "outlook.exchangeserverpro.net";

describe("Client Access array", () => {
  it("gets no DNS record by being made, and changes no database", () => {
    const shell = shellOf();
    run(shell, `New-ClientAccessArray -Fqdn ${array} -Site HeadOffice | Out-Null`);
    expect(shell.lab.dns.records().filter(({ name }) => name === array)).toEqual([]);
    expect(shell.run("(Get-MailboxDatabase MB-HO-01).RpcClientAccessServer").text).toBe(
      "HO-EX2010-MB1.exchangeserverpro.net\n",
    );
  });

  it("sends nobody to a server that is a member and not behind the balancer", () => {
    const shell = withArray("10.1.0.51");
    shell.lab.balancer({ name: "LB", address: "10.1.0.51", pool: ["HO-EX2010-MB2"] });
    for (const name of ["alan.reid", "sarah.jones", "emma.carlisle", "tom.okafor", "priya.nair"]) {
      shell.lab.outlook(name).open();
      expect(serverOf(shell, name)).toBe("HO-EX2010-MB2");
    }
    expect(shell.run("(Get-ClientAccessArray).Members.Count").text).toBe("2\n");
  });

  it("has the servers that are in its site now", () => {
    const shell = withArray();
    const members = "Get-ClientAccessArray | foreach { $_.Members } | foreach { $_.Name }";
    expect(shell.run(members).text).toBe("HO-EX2010-MB1\nHO-EX2010-MB2\n");
    shell.lab.host("HO-EX2010-MB2").moveTo("BranchOffice");
    expect(shell.run(members).text).toBe("HO-EX2010-MB1\n");
    expect(shell.lab.host("HO-EX2010-MB2").addresses).toEqual(["10.2.1.11"]);
    shell.lab.host("HO-EX2010-MB1").setRoles("Mailbox", "HubTransport");
    expect(shell.run(members).text).toBe("");
  });
});

describe("RpcClientAccessServer", () => {
  it("is the array's name for databases made after the array, and a server's for those made before", () => {
    const shell = shellOf();
    run(shell, `New-ClientAccessArray -Fqdn ${array} -Site HeadOffice | Out-Null`);
    run(shell, "New-MailboxDatabase MB-HO-04 -Server HO-EX2010-MB2 | Out-Null");
    run(
      shell,
      "Mount-Database MB-HO-04; New-Mailbox -Name 'Nina Berg' -Alias nina -UserPrincipalName nina@exchangeserverpro.net -Password (ConvertTo-SecureString 'Pass@word1' -AsPlainText -Force) -Database MB-HO-04 | Out-Null",
    );
    shell.lab.outlook("nina").open();
    shell.lab.outlook("alan.reid").open();
    expect(profileOf(shell, "nina")).toBe(array);
    expect(profileOf(shell, "alan.reid")).toBe("HO-EX2010-MB1.exchangeserverpro.net");
  });
});

describe("DNS", () => {
  it("leaves clients with the old address until the TTL ends", () => {
    const shell = withArray("10.1.1.10");
    const { lab } = shell;
    lab.outlook("alan.reid").open();
    expect(serverOf(shell, "alan.reid")).toBe("HO-EX2010-MB1");
    lab.wait(100);
    lab.host("HO-EX2010-MB1").stopService("MSExchangeRPC");
    lab.dns.change(array, { data: "10.1.1.11" });
    expect(serverOf(shell, "alan.reid")).toBe(null);
    lab.wait(199);
    expect(serverOf(shell, "alan.reid")).toBe(null);
    lab.wait(1);
    expect(serverOf(shell, "alan.reid")).toBe("HO-EX2010-MB2");
  });

  it("is asked at once after the cache is flushed", () => {
    const shell = withArray("10.1.1.10");
    const alan = shell.lab.outlook("alan.reid");
    alan.open();
    shell.lab.host("HO-EX2010-MB1").stopService("MSExchangeRPC");
    shell.lab.dns.change(array, { data: "10.1.1.11" });
    alan.flushDns();
    expect(serverOf(shell, "alan.reid")).toBe("HO-EX2010-MB2");
  });

  it("loses against the hosts file", () => {
    const shell = withArray("10.1.1.10");
    const alan = shell.lab.outlook("alan.reid");
    alan.hosts(array, "10.1.1.11");
    alan.open();
    expect(serverOf(shell, "alan.reid")).toBe("HO-EX2010-MB2");
    shell.lab.outlook("sarah.jones").open();
    expect(serverOf(shell, "sarah.jones")).toBe("HO-EX2010-MB1");
  });

  it("may name an address with nothing behind it: it resolves, and nothing answers", () => {
    const shell = withArray("10.1.0.99");
    const steps = shell.lab.outlook("alan.reid").open();
    expect(words(steps.slice(-2))).toEqual([
      `The DNS server HO-DC says that ${array} is 10.1.0.99.`,
      "! Nothing answers at 10.1.0.99: no machine has this address.",
    ]);
    expect(steps.at(-1)?.seconds).toBe(21);
    expect(serverOf(shell, "alan.reid")).toBe(null);
    expect(shell.run("(Test-MapiConnectivity alan.reid).Result.ToString()").text).toBe("Success\n");
  });

  it("gives each client one address of several, and that client is lost with the server", () => {
    const shell = withArray("10.1.1.10");
    const { lab } = shell;
    lab.dns.add(array, "10.1.1.11", { timeToLive: 300 });
    for (const name of ["alan.reid", "sarah.jones"]) lab.outlook(name).open();
    expect([serverOf(shell, "alan.reid"), serverOf(shell, "sarah.jones")]).toEqual(["HO-EX2010-MB1", "HO-EX2010-MB2"]);
    lab.host("HO-EX2010-MB2").stop();
    expect([serverOf(shell, "alan.reid"), serverOf(shell, "sarah.jones")]).toEqual(["HO-EX2010-MB1", null]);
  });

  it("needs a domain controller whose DNS service runs", () => {
    const shell = withArray();
    for (const name of ["HO-DC", "BR-DC"]) shell.lab.host(name).stopService("DNS");
    const steps = shell.lab.outlook("alan.reid", { profileServer: array }).open();
    expect(words(steps)).toEqual([`! No DNS server answers the question for ${array}.`]);
    shell.lab.host("BR-DC").startService("DNS");
    expect(serverOf(shell, "alan.reid")).not.toBe(null);
  });

  it("follows an alias, and has other answers outside than inside", () => {
    const shell = withArray();
    const { lab } = shell;
    lab.dns.add("mail.exchangeserverpro.net", array, { type: "CNAME" });
    lab.dns.add("mail.exchangeserverpro.net", "203.0.113.10", { view: "Outside" });
    const trace = (location: "Inside" | "Outside" | "VPN") => {
      const name = location.toLowerCase();
      lab.outlook("alan.reid", { name, location, profileServer: "mail.exchangeserverpro.net" });
      return lab.trace(name)[0]?.text;
    };
    expect(trace("Inside")).toBe("The DNS server HO-DC says that mail.exchangeserverpro.net is 10.1.0.50.");
    expect(trace("VPN")).toBe("The DNS server HO-DC says that mail.exchangeserverpro.net is 10.1.0.50.");
    expect(trace("Outside")).toBe(
      "mail.exchangeserverpro.net resolves outside (203.0.113.10), so Outlook tries RPC there before HTTPS.",
    );
  });
});

describe("load balancer", () => {
  it("spreads clients, keeps those of healthy servers where they are, and takes failed ones out", () => {
    const shell = withArray();
    const names = ["alan.reid", "sarah.jones", "emma.carlisle", "tom.okafor", "priya.nair"];
    for (const name of names) shell.lab.outlook(name).open();
    const before = names.map((name) => serverOf(shell, name));
    expect(new Set(before)).toEqual(new Set(["HO-EX2010-MB1", "HO-EX2010-MB2"]));
    shell.lab.host("HO-EX2010-MB2").stop();
    shell.lab.wait(10);
    expect(names.map((name) => serverOf(shell, name))).toEqual(names.map(() => "HO-EX2010-MB1"));
    shell.undo();
    shell.undo();
    shell.lab.host("HO-EX2010-MB1").stopService("MSExchangeRPC");
    shell.lab.wait(10);
    expect(names.map((name) => serverOf(shell, name))).toEqual(names.map(() => "HO-EX2010-MB2"));
  });

  it("sees a member that fails, and one that is well again, when its interval has passed", () => {
    const shell = withArray();
    const { lab } = shell;
    lab.balancer("LB01").change({ healthInterval: 30 });
    const alan = lab.outlook("alan.reid");
    alan.open();
    expect(serverOf(shell, "alan.reid")).toBe("HO-EX2010-MB2");
    const [lost] = lab.whatIf((topology) => setPower(topology, "HO-EX2010-MB2", false));
    expect([lost?.effect, lost?.back]).toEqual(["Lost", shell.topology.clock + 300_000_000n]);
    lab.host("HO-EX2010-MB2").stop();
    lab.wait(29);
    expect(words(alan.open()).slice(-2)).toEqual([
      "The load balancer LB01 (10.1.0.50) sends to HO-EX2010-MB2.",
      "! HO-EX2010-MB2 is down, which the load balancer has not seen yet.",
    ]);
    lab.wait(1);
    expect(words(alan.open()).slice(-1)).toEqual(["It is connected to HO-EX2010-MB1, and the connection stands."]);
    expect(shell.run("(Get-LabBalancer LB01).Healthy").text).toBe("HO-EX2010-MB1\n");
    lab.host("HO-EX2010-MB2").start();
    lab.wait(29);
    expect(shell.run("(Get-LabBalancer LB01).Healthy").text).toBe("HO-EX2010-MB1\n");
    lab.wait(1);
    expect(shell.run("(Get-LabBalancer LB01).Healthy").text).toBe("HO-EX2010-MB1\nHO-EX2010-MB2\n");
  });

  it("has members in other subnets, which Windows NLB has not", () => {
    const shell = shellOf();
    shell.lab.balancer({ name: "LB", address: "10.1.0.50", pool: ["HO-EX2010-MB1", "BR-EX2010-MB"] });
    expect(() =>
      shell.lab.nlb({ name: "NLB", address: "10.1.0.51", members: ["HO-EX2010-MB1", "BR-EX2010-MB"] }),
    ).toThrow("BR-EX2010-MB (10.2.1.12) is not in the subnet of 10.1.0.51: all of an NLB cluster is in one subnet.");
    shell.lab.nlb({ name: "NLB", address: "10.1.0.51", members: ["HO-EX2010-MB1", "HO-EX2010-MB2"] });
  });

  it("is not Windows NLB on members of a DAG", () => {
    const shell = shellOf(twoSites);
    expect(() => shell.lab.nlb({ name: "NLB", address: "10.1.0.51", members: ["EX1"] })).toThrow(
      "EX1 is a member of the DAG DAG1: Windows Network Load Balancing and failover clustering cannot be on the same server.",
    );
    shell.lab.balancer({ name: "LB", address: "10.1.0.51", pool: ["EX1", "EX2"] });
  });

  it("sees what it checks: a ping does not see that a service has stopped, and NLB sees machines only", () => {
    const shell = withArray();
    const { lab } = shell;
    lab.balancer("LB01").change({ healthCheck: "Ping" });
    const names = ["alan.reid", "sarah.jones", "emma.carlisle", "tom.okafor"];
    for (const name of names) lab.outlook(name).open();
    lab.host("HO-EX2010-MB1").stopService("MSExchangeRPC");
    expect(new Set(names.map((name) => serverOf(shell, name)))).toEqual(new Set([null, "HO-EX2010-MB2"]));
    lab.balancer("LB01").change({ healthCheck: "Service" });
    lab.wait(10);
    expect(new Set(names.map((name) => serverOf(shell, name)))).toEqual(new Set(["HO-EX2010-MB2"]));
  });

  it("loses everybody when it goes down itself", () => {
    const shell = withArray();
    shell.lab.outlook("alan.reid").open();
    shell.lab.balancer("LB01").stop();
    expect(serverOf(shell, "alan.reid")).toBe(null);
    shell.lab.balancer("LB01").start();
    expect(serverOf(shell, "alan.reid")).not.toBe(null);
  });
});

describe("DAG", () => {
  it("has an address that follows the core group, not the databases", () => {
    const shell = shellOf(twoSites);
    const { lab } = shell;
    lab.dns.add("paris.contoso.com", "10.1.2.10");
    lab.dns.add("lyon.contoso.com", "10.2.1.11");
    expect(lab.dns.records().find(({ name }) => name === "DAG1.contoso.com")?.data).toBe("10.1.2.10");
    const steps = lab.outlook("anna").open();
    expect(words(steps).slice(-4, -2)).toEqual([
      "The DNS server DC1 says that paris.contoso.com is 10.1.2.10.",
      "10.1.2.10 belongs to the cluster of DAG1, no endpoint for clients; its core group is on EX1 now.",
    ]);
    lab.moveCoreGroup("DAG1", "EX2");
    expect(lab.dns.records().find(({ name }) => name === "DAG1.contoso.com")?.data).toBe("10.2.2.10");
    expect(serverOf(shell, "anna")).toBe(null);
    expect(shell.run("(Get-MailboxDatabase DB1).Server.Name").text).toBe("EX1\n");
  });

  it("activates a copy when a server goes down, whatever arrays there are", () => {
    const shell = shellOf(twoSites);
    expect(shell.run("(Get-MailboxDatabase DB1).Server.Name").text).toBe("EX1\n");
    shell.lab.host("EX1").stop();
    expect(shell.run("(Get-MailboxDatabase DB1).Server.Name").text).toBe("EX2\n");
    expect(shell.run("(Get-MailboxDatabase DB1).RpcClientAccessServer").text).toBe("paris.contoso.com\n");
    shell.lab.host("EX1").start();
    expect(shell.run("(Get-MailboxDatabase DB1).Server.Name").text).toBe("EX2\n");
  });
});

describe("Outlook, inside", () => {
  it("keeps the name in its profile as long as it answers; a repair updates it", () => {
    const shell = shellOf();
    const alan = shell.lab.outlook("alan.reid");
    alan.open();
    run(shell, `New-ClientAccessArray -Fqdn ${array} -Site HeadOffice | Out-Null`);
    run(shell, `Set-MailboxDatabase MB-HO-01 -RpcClientAccessServer ${array}`);
    shell.lab.dns.add(array, "10.1.1.11");
    expect([profileOf(shell, "alan.reid"), serverOf(shell, "alan.reid")]).toEqual([
      "HO-EX2010-MB1.exchangeserverpro.net",
      "HO-EX2010-MB1",
    ]);
    shell.lab.outlook("sarah.jones").open();
    expect([profileOf(shell, "sarah.jones"), serverOf(shell, "sarah.jones")]).toEqual([array, "HO-EX2010-MB2"]);
    alan.repair();
    expect([profileOf(shell, "alan.reid"), serverOf(shell, "alan.reid")]).toEqual([array, "HO-EX2010-MB2"]);
  });

  it("is not brought to the array by the loss of the old server: the profile still has its name", () => {
    const shell = withArray("10.1.1.11");
    const alan = shell.lab.outlook("alan.reid", { profileServer: "HO-EX2010-MB1.exchangeserverpro.net" });
    alan.open();
    shell.lab.host("HO-EX2010-MB1").stopService("MSExchangeRPC");
    expect([profileOf(shell, "alan.reid"), serverOf(shell, "alan.reid")]).toEqual([
      "HO-EX2010-MB1.exchangeserverpro.net",
      null,
    ]);
  });

  it("is redirected once by the old server when the mailbox has moved to Exchange 2010", () => {
    const shell = shellOf({
      domain: "contoso.com",
      servers: [
        { name: "EX2007", version: "8.3.83.6", roles: ["Mailbox"] },
        { name: "EX2010", version: "14.3.123.4" },
      ],
      databases: [
        { name: "Old", server: "EX2007" },
        { name: "New", server: "EX2010" },
      ],
      mailboxes: [{ name: "Anna Lind", alias: "anna", database: "Old" }],
    });
    shell.lab.outlook("anna", { version: "2007" }).open();
    expect([profileOf(shell, "anna"), serverOf(shell, "anna")]).toEqual(["EX2007.contoso.com", "EX2007"]);
    run(shell, "New-MoveRequest anna -TargetDatabase New | Out-Null", "Start-Sleep 86400");
    expect(shell.run("(Get-Mailbox anna).Database.Name").text).toBe("New\n");
    expect([profileOf(shell, "anna"), serverOf(shell, "anna")]).toEqual(["EX2010.contoso.com", "EX2010"]);
    shell.lab.host("EX2007").stop();
    expect(serverOf(shell, "anna")).toBe("EX2010");
  });

  const activated = (version: string, allow: boolean) => {
    const servers = [
      { name: "EX1", site: "Paris", version },
      { name: "EX2", site: "Lyon", version },
    ];
    const shell = shellOf({ ...twoSites, servers });
    shell.lab.dns.add("paris.contoso.com", "10.1.1.10");
    shell.lab.dns.add("lyon.contoso.com", "10.2.1.11");
    run(shell, `Set-DatabaseAvailabilityGroup DAG1 -AllowCrossSiteRpcClientAccess:$${allow}`);
    shell.lab.outlook("anna").open();
    expect([profileOf(shell, "anna"), serverOf(shell, "anna")]).toEqual(["paris.contoso.com", "EX1"]);
    run(shell, "Move-ActiveMailboxDatabase DB1 -ActivateOnServer EX2 -Confirm:$false | Out-Null");
    return [profileOf(shell, "anna"), serverOf(shell, "anna")];
  };

  it("is served across sites by the first site's array when the DAG allows it", () => {
    expect(activated("14.3.123.4", true)).toEqual(["paris.contoso.com", "EX1"]);
  });
  it("is redirected to the other site's array when the DAG does not", () => {
    expect(activated("14.3.123.4", false)).toEqual(["lyon.contoso.com", "EX2"]);
  });
  it("is served across sites before SP2, which brought the choice", () => {
    expect(activated("14.1.218.15", false)).toEqual(["paris.contoso.com", "EX1"]);
  });
});

const external = "mail.exchangeserverpro.net";

/** Outlook Anywhere, published, with its record outside and a certificate. */
function published() {
  const shell = withArray();
  const { lab } = shell;
  for (const server of ["HO-EX2010-MB1", "HO-EX2010-MB2"]) {
    run(
      shell,
      `Enable-OutlookAnywhere -Server ${server} -ExternalHostname ${external} -DefaultAuthenticationMethod Basic -SSLOffloading:$false -WarningAction SilentlyContinue | Out-Null`,
    );
  }
  lab.certificate(["HO-EX2010-MB1", "HO-EX2010-MB2"], [external, "autodiscover.exchangeserverpro.net"]);
  lab.publish({ name: "HTTPS", address: "203.0.113.10", port: 443, target: "10.1.0.50" });
  lab.dns.add(external, "203.0.113.10", { view: "Outside" });
  lab.dns.add("autodiscover.exchangeserverpro.net", "203.0.113.10", { view: "Outside" });
  return shell;
}

describe("Outlook, outside", () => {
  it("connects by HTTPS to the external name; the server's name in the profile is not resolved", () => {
    const shell = published();
    const alan = shell.lab.outlook("alan.reid", { location: "Outside" });
    const steps = alan.open();
    expect(alan.profile).toEqual({ server: array, proxy: external });
    const mail = alan.status().rows.find(({ type }) => type === "Mail");
    expect([mail?.serverName, mail?.conn, mail?.status]).toEqual([array, "HTTPS", "Established"]);
    expect(words(steps)).toContain(
      `${array} does not resolve outside, as it should be: Outlook goes straight to HTTPS.`,
    );
    expect(alan.status().attempt.seconds).toBe(0);
  });

  it("tries RPC first and waits for a time-out when the array's name resolves outside", () => {
    const shell = published();
    shell.lab.dns.add(array, "203.0.113.10", { view: "Outside" });
    const alan = shell.lab.outlook("alan.reid", { location: "Outside" });
    const steps = alan.open();
    expect(steps.filter(({ seconds }) => seconds !== undefined).map(({ seconds }) => seconds)).toEqual([21]);
    expect(alan.status().rows.find(({ type }) => type === "Mail")?.conn).toBe("HTTPS");
  });

  it("has no way in without Outlook Anywhere, and connects by RPC through a VPN", () => {
    const shell = withArray();
    const spec = { profileServer: array };
    shell.lab.outlook("alan.reid", { ...spec, location: "Outside" }).open();
    expect(serverOf(shell, "alan.reid")).toBe(null);
    const sarah = shell.lab.outlook("sarah.jones", { ...spec, location: "VPN" });
    sarah.open();
    expect(sarah.status().rows.find(({ type }) => type === "Mail")?.conn).toBe("TCP/IP");
  });
});

describe("public folders", () => {
  const prepared = () => {
    const shell = withArray();
    run(shell, "New-PublicFolderDatabase PF01 -Server HO-EX2010-MB1 | Out-Null", "Mount-Database PF01");
    run(
      shell,
      "New-MailboxDatabase MB-2 -Server HO-EX2010-MB2 -PublicFolderDatabase PF01 | Out-Null",
      "Mount-Database MB-2",
    );
    run(
      shell,
      "New-Mailbox -Name 'Nina Berg' -Alias nina -UserPrincipalName nina@exchangeserverpro.net -Password (ConvertTo-SecureString 'Pass@word1' -AsPlainText -Force) -Database MB-2 | Out-Null",
    );
    shell.lab.outlook("nina").open();
    return shell;
  };
  const rows = (shell: ReturnType<typeof prepared>) =>
    shell.lab
      .outlook("nina")
      .status()
      .rows.map(({ type, serverName, status }) => `${type} ${serverName} ${status}`);

  it("come straight from the Mailbox server, not through the array", () => {
    expect(rows(prepared())).toEqual([
      `Directory ${array} Established`,
      `Mail ${array} Established`,
      "Public Folders HO-EX2010-MB1.exchangeserverpro.net Established",
    ]);
  });

  it("hang when that server is down, array or not", () => {
    const shell = prepared();
    shell.lab.host("HO-EX2010-MB1").stop();
    expect(rows(shell)).toEqual([
      `Directory ${array} Established`,
      `Mail ${array} Established`,
      "Public Folders HO-EX2010-MB1.exchangeserverpro.net Connecting",
    ]);
  });
});

describe("web services", () => {
  it("have URLs of their own, share the virtual address, and need the name in the certificate, which RPC does not", () => {
    const shell = published();
    const { lab } = shell;
    run(
      shell,
      `Get-ActiveSyncVirtualDirectory | Set-ActiveSyncVirtualDirectory -ExternalUrl https://${external}/Microsoft-Server-ActiveSync`,
    );
    const phone = lab.client({ name: "phone", protocol: "ActiveSync", mailbox: "alan.reid", location: "Outside" });
    const attempt = phone.connect();
    expect([attempt.isConnected, attempt.certificate, attempt.url]).toEqual([
      true,
      "Valid",
      `https://${external}/Microsoft-Server-ActiveSync`,
    ]);
    lab.certificate(["HO-EX2010-MB1", "HO-EX2010-MB2"], ["other.exchangeserverpro.net"]);
    expect([phone.connect().isConnected, phone.connect().certificate]).toEqual([false, "WrongName"]);
    const browser = lab.client({
      name: "web",
      protocol: "OWA",
      mailbox: "alan.reid",
      url: `https://${external}/owa`,
      location: "Outside",
    });
    expect([browser.connect().isConnected, browser.connect().certificate]).toEqual([true, "WrongName"]);
    lab.outlook("alan.reid").open();
    expect(serverOf(shell, "alan.reid")).not.toBe(null);
  });

  it("are served on 443 by the web server, which may run without RPC, and the other way round", () => {
    const shell = withArray("10.1.1.10");
    const { lab } = shell;
    const url = "https://ho-ex2010-mb1.exchangeserverpro.net/owa";
    const browser = lab.client({ name: "web", protocol: "OWA", mailbox: "alan.reid", url });
    lab.outlook("alan.reid").open();
    lab.host("HO-EX2010-MB1").stopService("MSExchangeRPC");
    expect([browser.connect().isConnected, serverOf(shell, "alan.reid")]).toEqual([true, null]);
    lab.host("HO-EX2010-MB1").startService("MSExchangeRPC");
    lab.host("HO-EX2010-MB1").stopService("W3SVC");
    expect([browser.connect().isConnected, serverOf(shell, "alan.reid")]).toEqual([false, "HO-EX2010-MB1"]);
  });
});

describe("mail flow", () => {
  it("goes on without any Client Access service and without the array", () => {
    const shell = withArray();
    const { lab } = shell;
    lab.outlook("alan.reid").open();
    for (const server of ["HO-EX2010-MB1", "HO-EX2010-MB2"]) lab.host(server).stopService("MSExchangeRPC");
    run(shell, "Remove-ClientAccessArray outlook -Confirm:$false");
    run(
      shell,
      "Send-MailMessage -From alan.reid@exchangeserverpro.net -To sarah.jones@exchangeserverpro.net -Subject Hello -SmtpServer HO-EX2010-MB1",
    );
    expect(serverOf(shell, "alan.reid")).toBe(null);
    expect(shell.run("(Get-MessageTrackingLog -EventId DELIVER).Recipients").text).toBe(
      "sarah.jones@exchangeserverpro.net\n",
    );
  });
});

describe("Exchange 2007", () => {
  it("has Outlook connect straight to the Mailbox server, whatever Client Access servers there are", () => {
    const shell = shellOf({
      domain: "contoso.com",
      servers: [
        { name: "CAS", version: "8.3.83.6", roles: ["ClientAccess", "HubTransport"] },
        { name: "MBX", version: "8.3.83.6", roles: ["Mailbox"] },
      ],
      databases: [{ name: "DB", server: "MBX" }],
      mailboxes: [{ name: "Anna Lind", alias: "anna" }],
    });
    shell.lab.outlook("anna", { version: "2003" }).open();
    expect([profileOf(shell, "anna"), serverOf(shell, "anna")]).toEqual(["MBX.contoso.com", "MBX"]);
    shell.lab.host("CAS").stop();
    expect(serverOf(shell, "anna")).toBe("MBX");
    shell.lab.host("MBX").stop();
    expect(serverOf(shell, "anna")).toBe(null);
  });
});

describe("Exchange 2013", () => {
  it("has the mailbox's GUID in the profile, and all by HTTPS", () => {
    const shell = shellOf(
      {
        domain: "contoso.com",
        servers: [{ name: "EX13", version: "15.0.1497.2", roles: ["Mailbox", "ClientAccess"] }],
        databases: [{ name: "DB", server: "EX13" }],
        mailboxes: [{ name: "Anna Lind", alias: "anna" }],
      },
      { edition: "Exchange2013" },
    );
    const { lab } = shell;
    lab.certificate(["EX13"], ["ex13.contoso.com"]);
    const anna = lab.outlook("anna", { version: "2013" });
    anna.open();
    expect(anna.profile?.server).toMatch(/^[0-9a-f-]{36}@contoso\.com$/);
    expect(anna.status().rows.map(({ conn }) => conn)).toEqual(["HTTPS", "HTTPS"]);
    const old = lab.outlook("anna", { name: "old", version: "2003" });
    expect(words(old.open()).at(-1)).toBe("! Outlook 2003 cannot connect to Exchange 2013.");
  });
});
