// What the cmdlets of the lab show of names, whole.
import { describe } from "vitest";
import { session } from "../support.js";

describe("cmdlets of the lab: names", () => {
  session([
    [
      "Get-LabDnsRecord HO-*",
      [
        "",
        "Name                                         Type   TimeToLive View     Data                                           ",
        "----                                         ----   ---------- ----     ----                                           ",
        "HO-EX2010-MB1.exchangeserverpro.net          A      1200       Inside   10.1.1.10                                      ",
        "HO-EX2010-MB2.exchangeserverpro.net          A      1200       Inside   10.1.1.11                                      ",
        "HO-DC.exchangeserverpro.net                  A      1200       Inside   10.1.0.10                                      ",
        "",
        "",
      ],
    ],
    [
      "New-LabDnsRecord outlook.exchangeserverpro.net 10.1.0.50",
      [
        "",
        "Name                                         Type   TimeToLive View     Data                                           ",
        "----                                         ----   ---------- ----     ----                                           ",
        "outlook.exchangeserverpro.net                A      3600       Inside   10.1.0.50                                      ",
        "",
        "",
      ],
    ],
    [
      "New-LabDnsRecord outlook.exchangeserverpro.net 10.1.0.50",
      [
        "New-LabDnsRecord : The record outlook.exchangeserverpro.net A 10.1.0.50 exists already (Inside).",
        "At line:1 char:17",
        "+ New-LabDnsRecord <<<<  outlook.exchangeserverpro.net 10.1.0.50",
        "    + CategoryInfo          : ResourceExists: (outlook.exchangeserverpro.net:String) [New-LabDnsRecord], InvalidOperat ",
        "   ionException",
        "    + FullyQualifiedErrorId : NameTaken,EmsEmulator.Lab.NewLabDnsRecordCommand",
        " ",
      ],
    ],
    [
      "New-LabDnsRecord mail.exchangeserverpro.net outlook.exchangeserverpro.net -Type CNAME -View Outside -Ttl 60",
      [
        "",
        "Name                                         Type   TimeToLive View     Data                                           ",
        "----                                         ----   ---------- ----     ----                                           ",
        "mail.exchangeserverpro.net                   CNAME  60         Outside  outlook.exchangeserverpro.net                  ",
        "",
        "",
      ],
    ],
    [
      "New-LabDnsRecord mail.fabrikam.com 10.1.0.50",
      [
        "New-LabDnsRecord : No zone holds mail.fabrikam.com (Inside). There are exchangeserverpro.net, 1.10.in-addr.arpa, 2.10.i",
        "n-addr.arpa.",
        "At line:1 char:17",
        "+ New-LabDnsRecord <<<<  mail.fabrikam.com 10.1.0.50",
        "    + CategoryInfo          : ObjectNotFound: (mail.fabrikam.com:String) [New-LabDnsRecord], InvalidOperationException",
        "    + FullyQualifiedErrorId : NotFound,EmsEmulator.Lab.NewLabDnsRecordCommand",
        " ",
      ],
    ],
    [
      "New-LabDnsRecord web.exchangeserverpro.net 10.1.0",
      [
        'New-LabDnsRecord : "10.1.0" is no IPv4 address. Write it as 10.1.0.50.',
        "At line:1 char:17",
        "+ New-LabDnsRecord <<<<  web.exchangeserverpro.net 10.1.0",
        "    + CategoryInfo          : InvalidArgument: (10.1.0:String) [New-LabDnsRecord], ArgumentException",
        "    + FullyQualifiedErrorId : InvalidArgument,EmsEmulator.Lab.NewLabDnsRecordCommand",
        " ",
      ],
    ],
    ["Set-LabDnsRecord outlook.exchangeserverpro.net -NewData 10.1.0.51 -Ttl 300", []],
    [
      "Get-LabDnsRecord *exchangeserverpro.net -View Outside",
      [
        "",
        "Name                                         Type   TimeToLive View     Data                                           ",
        "----                                         ----   ---------- ----     ----                                           ",
        "mail.exchangeserverpro.net                   CNAME  60         Outside  outlook.exchangeserverpro.net                  ",
        "",
        "",
      ],
    ],
    [
      "Get-LabDnsRecord outlook*",
      [
        "",
        "Name                                         Type   TimeToLive View     Data                                           ",
        "----                                         ----   ---------- ----     ----                                           ",
        "outlook.exchangeserverpro.net                A      300        Inside   10.1.0.51                                      ",
        "",
        "",
      ],
    ],
    ["Remove-LabDnsRecord HO-EX2010-MB2.exchangeserverpro.net", []],
    [
      "Get-LabDnsRecord HO-EX* -Type A",
      [
        "",
        "Name                                         Type   TimeToLive View     Data                                           ",
        "----                                         ----   ---------- ----     ----                                           ",
        "HO-EX2010-MB1.exchangeserverpro.net          A      1200       Inside   10.1.1.10                                      ",
        "",
        "",
      ],
    ],
    [
      "Remove-LabDnsRecord nothing.exchangeserverpro.net",
      [
        "Remove-LabDnsRecord : There is no such record: nothing.exchangeserverpro.net (Inside).",
        "At line:1 char:20",
        "+ Remove-LabDnsRecord <<<<  nothing.exchangeserverpro.net",
        "    + CategoryInfo          : ObjectNotFound: (nothing.exchangeserverpro.net:String) [Remove-LabDnsRecord], InvalidOpe ",
        "   rationException",
        "    + FullyQualifiedErrorId : NotFound,EmsEmulator.Lab.RemoveLabDnsRecordCommand",
        " ",
      ],
    ],
  ]);
});
