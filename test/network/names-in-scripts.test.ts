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
