// [System.Net.Dns], as scripts that check servers ask it, over the network of the lab.
import { expect, test } from "vitest";
import { shellOf } from "./support.js";

test("names, aliases and addresses, both ways", () => {
  const shell = shellOf();
  shell.lab.dns.add("mail.exchangeserverpro.net", "ho-ex2010-mb2.exchangeserverpro.net", { type: "CNAME" });
  expect(shell.run('[System.Net.Dns]::GetHostByName("mail.exchangeserverpro.net")').text).toBe(`
HostName                                Aliases                                 AddressList                            
--------                                -------                                 -----------                            
HO-EX2010-MB2.exchangeserverpro.net     {mail.exchangeserverpro.net}            {10.1.1.11}                            


`);
  const line = (text: string) => shell.run(text).text;
  expect(line('[Net.Dns]::GetHostEntry("10.1.1.11").HostName')).toBe("HO-EX2010-MB2.exchangeserverpro.net\n");
  expect(line("[Net.Dns]::GetHostByAddress([ipaddress]'10.1.0.10').HostName")).toBe("HO-DC.exchangeserverpro.net\n");
  expect(line('[Net.Dns]::GetHostAddresses("ho-dc") | % { $_.IPAddressToString }')).toBe("10.1.0.10\n");
  expect(line("[Net.Dns]::GetHostName(); [Environment]::MachineName; [Environment]::UserDomainName")).toBe(
    "HO-EX2010-MB1\nHO-EX2010-MB1\nESPNET\n",
  );
});

test("a name that nobody knows is an exception, and is remembered as such", () => {
  const shell = shellOf();
  expect(shell.run('[Net.Dns]::GetHostEntry("nowhere")').text).toBe(
    `Exception calling "GetHostEntry" with "1" argument(s): "No such host is known"
At line:1 char:24
+ [Net.Dns]::GetHostEntry <<<< ("nowhere")
    + CategoryInfo          : NotSpecified: (:) [], MethodInvocationException
    + FullyQualifiedErrorId : DotNetMethodException
 
`,
  );
  const script = 'try { [Net.Dns]::GetHostByName("nowhere") } catch { $_.Exception.InnerException.GetType().FullName }';
  expect(shell.run(script).text).toBe("System.Net.Sockets.SocketException\n");
  expect(shell.run("ipconfig /displaydns").text).toContain("nowhere.exchangeserverpro.net");
});

test("a port that answers, one that is closed, a machine that is down", () => {
  const shell = shellOf();
  const line = (text: string) => shell.run(text).text;
  expect(line('$c = New-Object System.Net.Sockets.TcpClient; $c.Connect("HO-EX2010-MB2", 25); $c.Connected')).toBe(
    "True\n",
  );
  expect(line("$c.Close(); $c.Connected")).toBe("False\n");
  const failure = '(New-Object Net.Sockets.TcpClient).Connect("HO-EX2010-MB2", 8080)';
  expect(line(`try { ${failure} } catch { $_.Exception.Message }`)).toBe(
    'Exception calling "Connect" with "2" argument(s): "No connection could be made because the target machine ' +
      'actively refused it 10.1.1.11:8080"\n',
  );
  shell.lab.host("HO-EX2010-MB2").stop();
  shell.run(
    '$c = New-Object Net.Sockets.TcpClient; $before = Get-Date; $try = $c.BeginConnect("HO-EX2010-MB2", 25, $null, $null)',
  );
  expect(line("$try.AsyncWaitHandle.WaitOne(3000, $false); ((Get-Date) - $before).TotalSeconds; $c.Connected")).toBe(
    "False\n3\nFalse\n",
  );
  expect(line("$try.IsCompleted; Start-Sleep 10; $try.IsCompleted")).toBe("False\nFalse\n");
  expect(line("try { $c.EndConnect($try) } catch { $_.Exception.InnerException.GetType().Name }")).toBe(
    "SocketException\n",
  );
  // It has waited for the end of the attempt, not for another whole one.
  expect(line("$try.IsCompleted; ((Get-Date) - $before).TotalSeconds")).toBe("True\n21\n");
  shell.lab.host("HO-EX2010-MB2").start();
  const again = '$try = $c.BeginConnect("HO-EX2010-MB2", 443, $null, $null); $try.AsyncWaitHandle.WaitOne(1000)';
  expect(line(`${again}; $try.IsCompleted; $c.EndConnect($try); $c.Connected`)).toBe("True\nTrue\nTrue\n");
});
