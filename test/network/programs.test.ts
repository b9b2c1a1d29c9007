// Programs of Windows at the prompt. Their lines are written from memory of Windows Server 2008 R2.
import { describe, expect, test } from "vitest";
import { createShell, topologies } from "../../src/index.js";

const start = () => createShell({ topology: topologies.headOffice });

describe("ping", () => {
  test("a server of the same site", () => {
    expect(start().run("ping HO-EX2010-MB2").text).toBe(`
Pinging HO-EX2010-MB2.exchangeserverpro.net [10.1.1.11] with 32 bytes of data:
Reply from 10.1.1.11: bytes=32 time<1ms TTL=128
Reply from 10.1.1.11: bytes=32 time<1ms TTL=128
Reply from 10.1.1.11: bytes=32 time<1ms TTL=128
Reply from 10.1.1.11: bytes=32 time<1ms TTL=128

Ping statistics for 10.1.1.11:
    Packets: Sent = 4, Received = 4, Lost = 0 (0% loss),
Approximate round trip times in milli-seconds:
    Minimum = 0ms, Maximum = 0ms, Average = 0ms
`);
  });
  test("a server that is down, in this site and in another", () => {
    const shell = start();
    shell.lab.host("HO-EX2010-MB2").stop();
    shell.lab.host("BR-EX2010-MB").stop();
    expect(shell.run("ping -n 1 HO-EX2010-MB2.exchangeserverpro.net; $LASTEXITCODE").text).toBe(`
Pinging HO-EX2010-MB2.exchangeserverpro.net [10.1.1.11] with 32 bytes of data:
Reply from 10.1.1.10: Destination host unreachable.

Ping statistics for 10.1.1.11:
    Packets: Sent = 1, Received = 1, Lost = 0 (0% loss),
0
`);
    expect(shell.run("ping -n 2 10.2.1.12; $LASTEXITCODE").text).toBe(`
Pinging 10.2.1.12 with 32 bytes of data:
Request timed out.
Request timed out.

Ping statistics for 10.2.1.12:
    Packets: Sent = 2, Received = 0, Lost = 2 (100% loss),
1
`);
  });
  test("a name that does not exist fails the line", () => {
    const shell = start();
    expect(shell.run("ping nowhere").text).toBe(
      "Ping request could not find host nowhere. Please check the name and try again.\n",
    );
    expect(shell.run("$?; $LASTEXITCODE").text).toBe("False\n1\n");
  });
  test("lines are strings: the pipeline filters them", () => {
    expect(start().run('ping 10.1.1.11 | where { $_ -like "Reply*" } | select -first 1').text).toBe(
      "Reply from 10.1.1.11: bytes=32 time<1ms TTL=128\n",
    );
  });
  test("what would not end is refused", () => {
    const [error] = start().run("ping -t 10.1.1.11").errors;
    expect(`${error?.id}: ${error?.message}`).toBe(
      "NotEmulated: The emulator does not run ping -t, which does not end by itself. Give a number of packets with -n.",
    );
  });
});

describe("nslookup", () => {
  test("an address, an alias with two addresses, and the way back", () => {
    const shell = start();
    shell.lab.dns.add("outlook.exchangeserverpro.net", "10.1.0.50");
    shell.lab.dns.add("outlook.exchangeserverpro.net", "10.1.0.51");
    shell.lab.dns.add("mail.exchangeserverpro.net", "outlook.exchangeserverpro.net", { type: "CNAME" });
    expect(shell.run("nslookup mail").text).toBe(
      [
        "Server:  HO-DC.exchangeserverpro.net",
        "Address:  10.1.0.10",
        "",
        "Name:    outlook.exchangeserverpro.net",
        "Addresses:  10.1.0.50",
        "\t  10.1.0.51",
        "Aliases:  mail.exchangeserverpro.net",
        "",
        "",
      ].join("\n"),
    );
    expect(shell.run("nslookup 10.1.1.11").text).toBe(`Server:  HO-DC.exchangeserverpro.net
Address:  10.1.0.10

Name:    HO-EX2010-MB2.exchangeserverpro.net
Address:  10.1.1.11

`);
  });
  test("a name that does not exist is told past the output", () => {
    const shell = start();
    expect(shell.run("$lines = nslookup nowhere").text).toBe(
      "*** HO-DC.exchangeserverpro.net can't find nowhere: Non-existent domain\n",
    );
    expect(shell.run("$lines.Count; nslookup nowhere 2>$null").text).toBe(`3
Server:  HO-DC.exchangeserverpro.net
Address:  10.1.0.10

`);
    expect(shell.run("(nslookup nowhere 2>&1)[-1].FullyQualifiedErrorId").text).toBe("NativeCommandError\n");
  });
});

describe("ipconfig", () => {
  test("the cache is filled by those who ask, and emptied", () => {
    const shell = start();
    shell.run("dnscmd /recordadd exchangeserverpro.net outlook 300 A 10.1.0.50; ping -n 1 outlook");
    shell.lab.wait(120);
    expect(shell.run("ipconfig /displaydns").text).toBe(`
Windows IP Configuration

    outlook.exchangeserverpro.net
    ----------------------------------------
    Record Name . . . . . : outlook.exchangeserverpro.net
    Record Type . . . . . : 1
    Time To Live  . . . . : 180
    Data Length . . . . . : 4
    Section . . . . . . . : Answer
    A (Host) Record . . . : 10.1.0.50


`);
    expect(shell.run("ipconfig /flushdns").text).toBe(`
Windows IP Configuration

Successfully flushed the DNS Resolver Cache.
`);
    expect(shell.run("ipconfig /displaydns").text).toBe(`
Windows IP Configuration

Could not display the DNS Resolver Cache.
`);
  });
});

describe("dnscmd", () => {
  test("records are added, listed and deleted", () => {
    const shell = start();
    const add = "dnscmd HO-DC /RecordAdd exchangeserverpro.net outlook-ho 300 A 10.1.0.50";
    expect(shell.run(add).text).toBe(`Add A Record for outlook-ho.exchangeserverpro.net at exchangeserverpro.net
Command completed successfully.

`);
    expect(shell.run("(nslookup outlook-ho)[4]").text).toBe("Address:  10.1.0.50\n");
    expect(
      shell.run("dnscmd /recorddelete exchangeserverpro.net outlook-ho A 10.1.0.50 /f").text,
    ).toBe(`Deleted A record(s) at exchangeserverpro.net
Command completed successfully.

`);
    expect(shell.run("dnscmd /recorddelete exchangeserverpro.net outlook-ho A 10.1.0.50 /f; $LASTEXITCODE").text).toBe(`
Command failed:  DNS_ERROR_RECORD_DOES_NOT_EXIST     9701    0x25E5
9701
`);
  });
});

test("tracert -h bounds the hops, and its number is no target; ping -n 0 is refused", () => {
  const shell = start();
  expect(shell.run("tracert -d -h 2 BR-EX2010-MB").text).toBe(`
Tracing route to BR-EX2010-MB.exchangeserverpro.net [10.2.1.12]
over a maximum of 2 hops:

  1    <1 ms    <1 ms    <1 ms  10.1.0.1
  2    12 ms    12 ms    12 ms  10.2.0.1

Trace complete.
`);
  expect(shell.run("ping -n 0 10.1.1.11").text).toBe("Bad value for option -n, valid range is from 1 to 4294967295.\n");
});

test("tracert passes the routers of both sites; programs are applications", () => {
  const shell = start();
  expect(shell.run("tracert BR-EX2010-MB").text).toBe(`
Tracing route to BR-EX2010-MB.exchangeserverpro.net [10.2.1.12]
over a maximum of 30 hops:

  1    <1 ms    <1 ms    <1 ms  10.1.0.1
  2    12 ms    12 ms    12 ms  10.2.0.1
  3    12 ms    12 ms    12 ms  BR-EX2010-MB.exchangeserverpro.net [10.2.1.12]

Trace complete.
`);
  expect(shell.run('"$((Get-Command ping).CommandType) $((Get-Command ping).Path)"; hostname').text).toBe(
    "Application C:\\Windows\\system32\\PING.EXE\nHO-EX2010-MB1\n",
  );
});

test("whoami; a program that is known by name only says that it is not run", () => {
  expect(start().run("whoami").text).toBe("espnet\\administrator\n");
  expect(createShell({ user: "alan.reid" }).run("whoami.exe").text).toBe("espnet\\alan.reid\n");
  for (const line of ["iisreset /status", "whoami /groups", "eseutil.exe /mh MB.edb"]) {
    const [error] = start().run(line).errors;
    expect(error?.id).toBe("NotEmulated");
  }
  expect(start().run("netstat -an").text).toBe(`The emulator does not run the program netstat.exe.
At line:1 char:12
+ netstat -an <<<< 
    + CategoryInfo          : NotImplemented: (:) [], RuntimeException
    + FullyQualifiedErrorId : NotEmulated
 
`);
  expect(start().run("netstatt").errors[0]?.id).toBe("CommandNotFoundException");
});

describe("net", () => {
  test("stops a service and starts it again; clients see it", () => {
    const shell = start();
    expect(shell.run("net stop MSExchangeTransport").text).toBe(`The Microsoft Exchange Transport service is stopping.
The Microsoft Exchange Transport service was stopped successfully.

`);
    expect(shell.run("(Get-Service MSExchangeTransport).Status").text).toBe("Stopped\n");
    expect(
      shell.run('net start "Microsoft Exchange Transport"; $LASTEXITCODE').text,
    ).toBe(`The Microsoft Exchange Transport service is starting.
The Microsoft Exchange Transport service was started successfully.

0
`);
  });
  test("asks before it stops what others need", () => {
    const shell = createShell({ answers: ["n", "y"] });
    const question = `The following services are dependent on the Windows Process Activation Service service.
Stopping the Windows Process Activation Service service will also stop these services.

   World Wide Web Publishing Service

Do you want to continue this operation? (Y/N) [N]: `;
    expect(shell.run("net stop was").text).toBe(`${question}n\n`);
    expect(shell.run("net stop was").text).toBe(`${question}y
The World Wide Web Publishing Service service is stopping.
The World Wide Web Publishing Service service was stopped successfully.

The Windows Process Activation Service service is stopping.
The Windows Process Activation Service service was stopped successfully.

`);
  });
  test("says what is wrong, on the stream of errors", () => {
    const shell = start();
    expect(
      shell.run("net start nowhere; net start DNSCACHE; net stop MSExchangePOP3; $LASTEXITCODE").text,
    ).toBe(`The service name is invalid.

More help is available by typing NET HELPMSG 2185.

The requested service has already been started.

More help is available by typing NET HELPMSG 2182.

The Microsoft Exchange POP3 service is not started.

More help is available by typing NET HELPMSG 3521.

2
`);
    expect(shell.run("net use").errors[0]?.id).toBe("NotEmulated");
  });
  test("lists what runs", () => {
    const lines = start().run("net start").text.split("\n");
    expect(lines.slice(0, 2)).toEqual(["These Windows services are started:", ""]);
    expect(lines).toContain("   Microsoft Exchange Information Store");
    expect(lines).not.toContain("   Microsoft Exchange POP3");
    expect(lines.slice(-4)).toEqual(["", "The command completed successfully.", "", ""]);
  });
});

test("iisreset stops and starts IIS here or elsewhere, with what needs it", () => {
  const shell = start();
  expect(shell.run("iisreset /noforce").text).toBe(`
Attempting stop...
Internet services successfully stopped
Attempting start...
Internet services successfully restarted
`);
  expect(
    shell.run("Get-Service | ? { $_.Name -like 'MSExchange*' -and $_.Status -ne 'Running' } | % { $_.Name }").text,
  ).toBe("MSExchangeImap4\nMSExchangeMonitoring\nMSExchangePop3\n");
  expect(
    shell.run("iisreset HO-EX2010-MB2 /stop; Get-Service W3SVC -ComputerName HO-EX2010-MB2 | % { $_.Status }").text,
  ).toBe(`
Attempting stop...
Internet services successfully stopped
Stopped
`);
});
