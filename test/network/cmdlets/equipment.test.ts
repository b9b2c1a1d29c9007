// What the cmdlets of the lab show of load balancers, the firewall and certificates, whole.
import { describe } from "vitest";
import { session } from "../support.js";

describe("cmdlets of the lab: load balancers, the firewall, certificates", () => {
  session([
    [
      "New-LabBalancer LB01 10.1.0.50 HO-EX2010-MB1,HO-EX2010-MB2",
      [
        "",
        "Name             VirtualAddress  State Affinity      HealthCheck Pool                                                  ",
        "----             --------------  ----- --------      ----------- ----                                                  ",
        "LB01             10.1.0.50       Up    SourceAddress Service     {HO-EX2010-MB1, HO-EX2010-MB2}                        ",
        "",
        "",
      ],
    ],
    [
      "New-LabBalancer LB02 10.1.0.51 HO-EX2010-MB1 -Port 135,443 -HealthCheck Ping -HealthInterval 30 -Affinity None -Method RoundRobin | fl",
      [
        "",
        "",
        "Name           : LB02",
        "VirtualAddress : 10.1.0.51",
        "State          : Up",
        "Affinity       : None",
        "Method         : RoundRobin",
        "HealthCheck    : Ping",
        "HealthInterval : 30",
        "Ports          : {135, 443}",
        "Pool           : {HO-EX2010-MB1}",
        "Healthy        : {HO-EX2010-MB1}",
        "",
        "",
        "",
      ],
    ],
    [
      "New-LabBalancer LB03 10.1.0.50 HO-EX2010-MB1",
      [
        "New-LabBalancer : The address 10.1.0.50 is in use: LB01 answers there.",
        "At line:1 char:16",
        "+ New-LabBalancer <<<<  LB03 10.1.0.50 HO-EX2010-MB1",
        "    + CategoryInfo          : ResourceExists: (10.1.0.50:String) [New-LabBalancer], InvalidOperationException",
        "    + FullyQualifiedErrorId : AddressTaken,EmsEmulator.Lab.NewLabBalancerCommand",
        " ",
      ],
    ],
    [
      "New-LabBalancer LB03 10.1.0 HO-EX2010-MB1",
      [
        'New-LabBalancer : "10.1.0" is no IPv4 address. Write it as 10.1.0.50.',
        "At line:1 char:16",
        "+ New-LabBalancer <<<<  LB03 10.1.0 HO-EX2010-MB1",
        "    + CategoryInfo          : InvalidArgument: (10.1.0:String) [New-LabBalancer], ArgumentException",
        "    + FullyQualifiedErrorId : InvalidArgument,EmsEmulator.Lab.NewLabBalancerCommand",
        " ",
      ],
    ],
    [
      "New-LabBalancer LB03 10.1.0.52 EX99",
      [
        'New-LabBalancer : There is no server or domain controller "EX99".',
        "At line:1 char:16",
        "+ New-LabBalancer <<<<  LB03 10.1.0.52 EX99",
        "    + CategoryInfo          : ObjectNotFound: (EX99:String) [New-LabBalancer], InvalidOperationException",
        "    + FullyQualifiedErrorId : NotFound,EmsEmulator.Lab.NewLabBalancerCommand",
        " ",
      ],
    ],
    ["Set-LabBalancer LB02 -Pool BR-EX2010-MB -State Down", []],
    [
      "Get-LabBalancer",
      [
        "",
        "Name             VirtualAddress  State Affinity      HealthCheck Pool                                                  ",
        "----             --------------  ----- --------      ----------- ----                                                  ",
        "LB01             10.1.0.50       Up    SourceAddress Service     {HO-EX2010-MB1, HO-EX2010-MB2}                        ",
        "LB02             10.1.0.51       Down  None          Ping        {BR-EX2010-MB}                                        ",
        "",
        "",
      ],
    ],
    ["Remove-LabBalancer LB02", []],
    [
      "Get-LabBalancer LB02",
      [
        'Get-LabBalancer : There is no load balancer "LB02".',
        "At line:1 char:16",
        "+ Get-LabBalancer <<<<  LB02",
        "    + CategoryInfo          : ObjectNotFound: (LB02:String) [Get-LabBalancer], InvalidOperationException",
        "    + FullyQualifiedErrorId : NotFound,EmsEmulator.Lab.GetLabBalancerCommand",
        " ",
      ],
    ],
    [
      "New-LabFirewallRule HTTPS 203.0.113.10 443 10.1.0.50",
      [
        "",
        "Name                     ExternalAddress Port  Target                                                                  ",
        "----                     --------------- ----  ------                                                                  ",
        "HTTPS                    203.0.113.10    443   10.1.0.50                                                               ",
        "",
        "",
      ],
    ],
    [
      "New-LabFirewallRule Again 203.0.113.10 443 10.1.0.51",
      [
        "New-LabFirewallRule : Port 443 of 203.0.113.10 leads to 10.1.0.50 already (HTTPS).",
        "At line:1 char:20",
        "+ New-LabFirewallRule <<<<  Again 203.0.113.10 443 10.1.0.51",
        "    + CategoryInfo          : ResourceExists: (Again:String) [New-LabFirewallRule], InvalidOperationException",
        "    + FullyQualifiedErrorId : AddressTaken,EmsEmulator.Lab.NewLabFirewallRuleCommand",
        " ",
      ],
    ],
    [
      "Get-LabFirewallRule",
      [
        "",
        "Name                     ExternalAddress Port  Target                                                                  ",
        "----                     --------------- ----  ------                                                                  ",
        "HTTPS                    203.0.113.10    443   10.1.0.50                                                               ",
        "",
        "",
      ],
    ],
    ["Remove-LabFirewallRule HTTPS", []],
    ["Get-LabFirewallRule", []],
    ["Install-LabCertificate HO-EX2010-MB1 mail.exchangeserverpro.net,autodiscover.exchangeserverpro.net", []],
    [
      "Get-ExchangeCertificate -Server HO-EX2010-MB1 | ft Services,Subject,Issuer -auto",
      [
        "",
        "       Services Subject                       Issuer                        ",
        "       -------- -------                       ------                        ",
        "IMAP, POP, SMTP CN=HO-EX2010-MB1              CN=HO-EX2010-MB1              ",
        "            IIS CN=mail.exchangeserverpro.net CN=Lab Certification Authority",
        "",
        "",
      ],
    ],
    [
      "Install-LabCertificate HO-DC mail.exchangeserverpro.net",
      [
        "Install-LabCertificate : HO-DC is no Client Access server.",
        "At line:1 char:23",
        "+ Install-LabCertificate <<<<  HO-DC mail.exchangeserverpro.net",
        "    + CategoryInfo          : InvalidOperation: (HO-DC:String) [Install-LabCertificate], InvalidOperationException",
        "    + FullyQualifiedErrorId : NotAllowed,EmsEmulator.Lab.InstallLabCertificateCommand",
        " ",
      ],
    ],
  ]);
});
