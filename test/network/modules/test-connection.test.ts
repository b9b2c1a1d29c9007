// Test-Connection. Tables and errors of 5.1: consoles recorded by others; tables of 7: asked of the engine with objects of these types.
import { describe } from "vitest";
import { session, shellOn } from "../support.js";

describe("Test-Connection up to 5.1", () => {
  session(
    [
      [
        "Test-Connection BR-EX2010-MB -Count 2",
        [
          "",
          "Source        Destination     IPV4Address      IPV6Address                              Bytes    Time(ms) ",
          "------        -----------     -----------      -----------                              -----    -------- ",
          "HO-EX2010-MB1 BR-EX2010-MB    10.2.1.12                                                 32       12       ",
          "HO-EX2010-MB1 BR-EX2010-MB    10.2.1.12                                                 32       12       ",
          "",
          "",
        ],
      ],
      [
        "Test-Connection HO-EX2010-MB2 -Count 1 -BufferSize 64 | fl",
        [
          "",
          "",
          "Source      : HO-EX2010-MB1",
          "Destination : HO-EX2010-MB2",
          "IPV4Address : 10.1.1.11",
          "IPV6Address : ",
          "Bytes       : 64",
          "Time(ms)    : 0",
          "",
          "",
          "",
        ],
      ],
      [
        "$before = Get-Date; Test-Connection HO-EX2010-MB2 -Delay 5 | Out-Null; ((Get-Date) - $before).TotalSeconds",
        ["15"],
      ],
      [
        "Test-Connection HO-DC, BR-DC -Source BR-EX2010-MB -Count 1",
        [
          "",
          "Source        Destination     IPV4Address      IPV6Address                              Bytes    Time(ms) ",
          "------        -----------     -----------      -----------                              -----    -------- ",
          "BR-EX2010-MB  HO-DC           10.1.0.10                                                 32       12       ",
          "BR-EX2010-MB  BR-DC           10.2.0.11                                                 32       0        ",
          "",
          "",
        ],
      ],
      [
        "Test-Connection nowhere -Count 1",
        [
          "Test-Connection : Testing connection to computer 'nowhere' failed: No such host is known",
          "At line:1 char:1",
          "+ Test-Connection nowhere -Count 1",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : ResourceUnavailable: (nowhere:String) [Test-Connection], PingException",
          "    + FullyQualifiedErrorId : TestConnectionException,Microsoft.PowerShell.Commands.TestConnectionCommand",
          " ",
        ],
      ],
      ["Test-Connection nowhere -Quiet", ["False"]],
      [
        "Test-Connection BR-DC -TimeToLive 1 -Count 1",
        [
          "Test-Connection : Testing connection to computer 'BR-DC' failed: There was a problem with some part of the filterspec ",
          "or provider-specific buffer in general",
          "At line:1 char:1",
          "+ Test-Connection BR-DC -TimeToLive 1 -Count 1",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : ResourceUnavailable: (BR-DC:String) [Test-Connection], PingException",
          "    + FullyQualifiedErrorId : TestConnectionException,Microsoft.PowerShell.Commands.TestConnectionCommand",
          " ",
        ],
      ],
      [
        "Stop-Computer HO-EX2010-MB2, BR-EX2010-MB; Test-Connection HO-EX2010-MB2 -Count 1",
        [
          "Test-Connection : Testing connection to computer 'HO-EX2010-MB2' failed: A non-recoverable error occurred during a ",
          "database lookup",
          "At line:1 char:44",
          "+ ... r HO-EX2010-MB2, BR-EX2010-MB; Test-Connection HO-EX2010-MB2 -Count 1",
          "+                                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : ResourceUnavailable: (HO-EX2010-MB2:String) [Test-Connection], PingException",
          "    + FullyQualifiedErrorId : TestConnectionException,Microsoft.PowerShell.Commands.TestConnectionCommand",
          " ",
        ],
      ],
      [
        "Test-Connection BR-EX2010-MB -Count 1",
        [
          "Test-Connection : Testing connection to computer 'BR-EX2010-MB' failed: Error due to lack of resources",
          "At line:1 char:1",
          "+ Test-Connection BR-EX2010-MB -Count 1",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : ResourceUnavailable: (BR-EX2010-MB:String) [Test-Connection], PingException",
          "    + FullyQualifiedErrorId : TestConnectionException,Microsoft.PowerShell.Commands.TestConnectionCommand",
          " ",
        ],
      ],
      ["Test-Connection HO-EX2010-MB2, HO-DC -Quiet", ["False", "True"]],
      [
        "Test-Connection HO-DC -Source BR-EX2010-MB -Count 1",
        [
          "Test-Connection : The RPC server is unavailable. (Exception from HRESULT: 0x800706BA)",
          "At line:1 char:1",
          "+ Test-Connection HO-DC -Source BR-EX2010-MB -Count 1",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : InvalidOperation: (BR-EX2010-MB:String) [Test-Connection], COMException",
          "    + FullyQualifiedErrorId : TestConnectionException,Microsoft.PowerShell.Commands.TestConnectionCommand",
          " ",
        ],
      ],
    ],
    shellOn("Windows Server 2008 R2"),
  );
});

describe("Test-Connection in 2.0", () => {
  session(
    [
      [
        "Test-Connection HO-EX2010-MB2 -Count 1",
        [
          "",
          "Source        Destination     IPV4Address      IPV6Address                              Bytes    Time(ms) ",
          "------        -----------     -----------      -----------                              -----    -------- ",
          "HO-EX2010-MB1 HO-EX2010-MB2   10.1.1.11                                                 32       0        ",
          "",
          "",
        ],
      ],
      [
        "Test-Connection nowhere -Count 1",
        [
          "Test-Connection : Testing connection to computer 'nowhere' failed: No such host is known",
          "At line:1 char:16",
          "+ Test-Connection <<<<  nowhere -Count 1",
          "    + CategoryInfo          : ResourceUnavailable: (nowhere:String) [Test-Connection], PingException",
          "    + FullyQualifiedErrorId : TestConnectionException,Microsoft.PowerShell.Commands.TestConnectionCommand",
          " ",
        ],
      ],
    ],
    shellOn("Windows Server 2008 R2", { edition: "Exchange2010" }),
  );
});

describe("Test-Connection in 7", () => {
  session(
    [
      [
        "Test-Connection BR-EX2010-MB -Count 2",
        [
          "",
          "   Destination: BR-EX2010-MB",
          "",
          "Ping Source           Address                   Latency BufferSize Status",
          "                                                   (ms)        (B)",
          "---- ------           -------                   ------- ---------- ------",
          "   1 HO-EX2010-MB1    10.2.1.12                      12         32 Success",
          "   2 HO-EX2010-MB1    10.2.1.12                      12         32 Success",
          "",
        ],
      ],
      [
        "Test-Connection nowhere",
        ["Test-Connection: Testing connection to computer 'nowhere' failed: Cannot resolve the target name."],
      ],
      ["Test-Connection nowhere -Quiet", ["False"]],
      [
        'Test-Connection HO-EX2010-MB2 -Count 1 | % { "$($_.Address) $($_.Status) $($_.Latency)" }',
        ["10.1.1.11 Success 0"],
      ],
      ["Test-Connection HO-EX2010-MB2 -TcpPort 443", ["True"]],
      [
        "Test-Connection HO-EX2010-MB2 -TcpPort 443 -Detailed",
        [
          "",
          "   Target: HO-EX2010-MB2",
          "",
          "  Id Source           Address                      Port Latency Connected  Status",
          "                                                           (ms)",
          "  -- ------           -------                      ---- ------- ---------  ------",
          "   1 HO-EX2010-MB1    10.1.1.11                     443       0 True       Success",
          "",
        ],
      ],
      [
        "Test-Connection HO-EX2010-MB2 -TcpPort 24 -Detailed",
        [
          "",
          "   Target: HO-EX2010-MB2",
          "",
          "  Id Source           Address                      Port Latency Connected  Status",
          "                                                           (ms)",
          "  -- ------           -------                      ---- ------- ---------  ------",
          "   1 HO-EX2010-MB1    10.1.1.11                      24       0 False      ConnectionRefused",
          "",
        ],
      ],
      [
        "Test-Connection BR-EX2010-MB -Traceroute",
        [
          "",
          "   Target: BR-EX2010-MB",
          "",
          "Hop Hostname                  Ping Latency Status           Source       TargetAddress",
          "                                      (ms)",
          "--- --------                  ---- ------- ------           ------       -------------",
          "  1 10.1.0.1                     1       0 Success          HO-EX2010-M… 10.2.1.12",
          "  1 10.1.0.1                     2       0 Success          HO-EX2010-M… 10.2.1.12",
          "  1 10.1.0.1                     3       0 Success          HO-EX2010-M… 10.2.1.12",
          "  2 10.2.0.1                     1      12 Success          HO-EX2010-M… 10.2.1.12",
          "  2 10.2.0.1                     2      12 Success          HO-EX2010-M… 10.2.1.12",
          "  2 10.2.0.1                     3      12 Success          HO-EX2010-M… 10.2.1.12",
          "  3 10.2.1.12                    1      12 Success          HO-EX2010-M… 10.2.1.12",
          "  3 10.2.1.12                    2      12 Success          HO-EX2010-M… 10.2.1.12",
          "  3 10.2.1.12                    3      12 Success          HO-EX2010-M… 10.2.1.12",
          "",
        ],
      ],
      [
        "Test-Connection BR-EX2010-MB -Traceroute -ResolveDestination -MaxHops 1",
        [
          "",
          "   Target: BR-EX2010-MB",
          "",
          "Hop Hostname                  Ping Latency Status           Source       TargetAddress",
          "                                      (ms)",
          "--- --------                  ---- ------- ------           ------       -------------",
          "  1 10.1.0.1                     1       0 Success          HO-EX2010-M… 10.2.1.12",
          "  1 10.1.0.1                     2       0 Success          HO-EX2010-M… 10.2.1.12",
          "  1 10.1.0.1                     3       0 Success          HO-EX2010-M… 10.2.1.12",
          "",
        ],
      ],
      [
        "Stop-Computer HO-EX2010-MB2, BR-EX2010-MB; Test-Connection HO-EX2010-MB2 -Count 1",
        [
          "",
          "   Destination: HO-EX2010-MB2",
          "",
          "Ping Source           Address                   Latency BufferSize Status",
          "                                                   (ms)        (B)",
          "---- ------           -------                   ------- ---------- ------",
          "   1 HO-EX2010-MB1    *                               *          * DestinationHostUnreachable",
          "",
        ],
      ],
      [
        "Test-Connection BR-EX2010-MB -Count 1",
        [
          "",
          "   Destination: BR-EX2010-MB",
          "",
          "Ping Source           Address                   Latency BufferSize Status",
          "                                                   (ms)        (B)",
          "---- ------           -------                   ------- ---------- ------",
          "   1 HO-EX2010-MB1    *                               *          * TimedOut",
          "",
        ],
      ],
      ["Test-Connection BR-EX2010-MB -Quiet", ["False"]],
    ],
    shellOn("Windows Server 2019", { edition: "PowerShell7" }),
  );
});
