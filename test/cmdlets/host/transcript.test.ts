import { describe } from "vitest";
import { shows } from "../support.js";

describe("transcripts of 5.1", () => {
  shows(
    [
      [
        ["Start-Transcript t.txt", "1..2", "Stop-Transcript", "gc t.txt"],
        [
          "**********************",
          "Windows PowerShell transcript start",
          "Start time: 20130603090000",
          "Username: ESPNET\\Administrator",
          "RunAs User: ESPNET\\Administrator",
          "Configuration Name: ",
          "Machine: HO-EX2010-MB1 (Microsoft Windows NT 10.0.17763.0)",
          "Host Application: C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
          "Process ID: 4712",
          "PSVersion: 5.1.17763.1",
          "PSEdition: Desktop",
          "PSCompatibleVersions: 1.0, 2.0, 3.0, 4.0, 5.0, 5.1.17763.1",
          "BuildVersion: 10.0.17763.1",
          "CLRVersion: 4.0.30319.42000",
          "WSManStackVersion: 3.0",
          "PSRemotingProtocolVersion: 2.3",
          "SerializationVersion: 1.1.0.1",
          "**********************",
          "Transcript started, output file is C:\\t.txt",
          "PS C:\\>1..2",
          "1",
          "2",
          "PS C:\\>Stop-Transcript",
          "**********************",
          "Windows PowerShell transcript end",
          "End time: 20130603090000",
          "**********************",
        ],
      ],
      [
        ["Start-Transcript t.txt -IncludeInvocationHeader", "'a'", "Stop-Transcript", "gc t.txt -Tail 12"],
        [
          "Command start time: 20130603090000",
          "**********************",
          "PS C:\\>'a'",
          "a",
          "**********************",
          "Command start time: 20130603090000",
          "**********************",
          "PS C:\\>Stop-Transcript",
          "**********************",
          "Windows PowerShell transcript end",
          "End time: 20130603090000",
          "**********************",
        ],
      ],
      [
        "Start-Transcript",
        [
          "Transcript started, output file is C:\\Users\\Administrator\\Documents\\PowerShell_transcript.HO-EX2010-MB1.oAh+9Rnu.20130603090000.txt",
        ],
      ],
      [
        "Stop-Transcript",
        [
          "Stop-Transcript : An error occurred stopping transcription: The host is not currently transcribing.",
          "At line:1 char:1",
          "+ Stop-Transcript",
          "+ ~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : InvalidOperation: (:) [Stop-Transcript], PSInvalidOperationException",
          "    + FullyQualifiedErrorId : InvalidOperation,Microsoft.PowerShell.Commands.StopTranscriptCommand",
          " ",
        ],
      ],
      [
        ["'x' > t.txt", "Start-Transcript t.txt -NoClobber"],
        [
          "Start-Transcript : File C:\\t.txt already exists and NoClobber was specified.",
          "At line:1 char:1",
          "+ Start-Transcript t.txt -NoClobber",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : ResourceExists: (C:\\t.txt:String) [Start-Transcript], UnauthorizedAccessException",
          "    + FullyQualifiedErrorId : NoClobber,Microsoft.PowerShell.Commands.StartTranscriptCommand",
          " ",
        ],
      ],
      [
        ["'x' > t.txt; Start-Transcript t.txt -Append", "Stop-Transcript", "gc t.txt -TotalCount 3"],
        ["x", "**********************", "Windows PowerShell transcript start"],
      ],
      [["$Transcript = 'C:\\mine.txt'", "Start-Transcript"], ["Transcript started, output file is C:\\mine.txt"]],
      [
        "Start-Transcript env:x",
        [
          "Start-Transcript : The current provider (Microsoft.PowerShell.Core\\Environment) cannot open a file.",
          "At line:1 char:1",
          "+ Start-Transcript env:x",
          "+ ~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : InvalidArgument: (:) [Start-Transcript], PSInvalidOperationException",
          "    + FullyQualifiedErrorId : ReadWriteFileNotFileSystemProvider,Microsoft.PowerShell.Commands.StartTranscriptCommand",
          " ",
        ],
      ],
      [
        "Start-Transcript Q:\\a.txt",
        [
          "Start-Transcript : Cannot find drive. A drive with the name 'Q' does not exist.",
          "At line:1 char:1",
          "+ Start-Transcript Q:\\a.txt",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : ObjectNotFound: (Q:String) [Start-Transcript], DriveNotFoundException",
          "    + FullyQualifiedErrorId : DriveNotFound,Microsoft.PowerShell.Commands.StartTranscriptCommand",
          " ",
        ],
      ],
    ],
    { edition: "PowerShell5" },
  );
});

describe("of 7", () => {
  shows(
    [
      [
        ["Start-Transcript t.txt", "1", "Stop-Transcript", "gc t.txt"],
        [
          "**********************",
          "PowerShell transcript start",
          "Start time: 20130603090000",
          "Username: ESPNET\\Administrator",
          "RunAs User: ESPNET\\Administrator",
          "Configuration Name: ",
          "Machine: HO-EX2010-MB1 (Microsoft Windows NT 10.0.17763.0)",
          "Host Application: C:\\Program Files\\PowerShell\\7\\pwsh.dll",
          "Process ID: 4712",
          "PSVersion: 7.6.5",
          "PSEdition: Core",
          "GitCommitId: 7.6.5",
          "OS: Microsoft Windows 10.0.17763",
          "Platform: Win32NT",
          "PSCompatibleVersions: 1.0, 2.0, 3.0, 4.0, 5.0, 5.1, 6.0, 7.0",
          "PSRemotingProtocolVersion: 2.4",
          "SerializationVersion: 1.1.0.1",
          "WSManStackVersion: 3.0",
          "**********************",
          "Transcript started, output file is C:\\t.txt",
          "PS C:\\>1",
          "1",
          "PS C:\\>Stop-Transcript",
          "**********************",
          "PowerShell transcript end",
          "End time: 20130603090000",
          "**********************",
        ],
      ],
      [
        ["Start-Transcript t.txt -UseMinimalHeader", "Stop-Transcript", "gc t.txt"],
        [
          "**********************",
          "PowerShell transcript start",
          "Start time: 20130603090000",
          "**********************",
          "Transcript started, output file is C:\\t.txt",
          "PS C:\\>Stop-Transcript",
          "**********************",
          "PowerShell transcript end",
          "End time: 20130603090000",
          "**********************",
        ],
      ],
    ],
    { edition: "PowerShell7" },
  );
});

describe("of 2.0", () => {
  shows(
    [
      [
        ["Start-Transcript t.txt", "1", "Stop-Transcript", "gc t.txt"],
        [
          "**********************",
          "Windows PowerShell Transcript Start",
          "Start time: 20130603090000",
          "Username  : ESPNET\\Administrator ",
          "Machine\t  : HO-EX2010-MB1 (Microsoft Windows NT 6.1.7601 Service Pack 1) ",
          "**********************",
          "Transcript started, output file is C:\\t.txt",
          "[PS] C:\\>1",
          "1",
          "[PS] C:\\>Stop-Transcript",
          "**********************",
          "Windows PowerShell Transcript End",
          "End time: 20130603090000",
          "**********************",
        ],
      ],
      [
        ["Start-Transcript t.txt", "Start-Transcript u.txt"],
        [
          "Start-Transcript : Transcription has already been started. Use the stop-transcript command to stop transcription.",
          "At line:1 char:17",
          "+ Start-Transcript <<<<  u.txt",
          "    + CategoryInfo          : InvalidOperation: (:) [Start-Transcript], PSInvalidOperationException",
          "    + FullyQualifiedErrorId : InvalidOperation,Microsoft.PowerShell.Commands.StartTranscriptCommand",
          " ",
        ],
      ],
    ],
    { edition: "Exchange2010" },
  );
});
