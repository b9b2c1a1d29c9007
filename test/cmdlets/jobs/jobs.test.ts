import { describe, expect, test } from "vitest";
import { createShell } from "../../../src/index.js";
import { failure, shows } from "../support.js";

const head = [
  "",
  "Id     Name            PSJobTypeName   State         HasMoreData     Location             Command",
  "--     ----            -------------   -----         -----------     --------             -------",
];
const tasks = '$j = 1..2 | ForEach-Object -Parallel { "v$_" } -AsJob';

// PowerShell 7.6, asked: jobs of tasks, views and errors. What Start-Job adds (its processes) is from documentation.
describe("jobs of tasks", () => {
  shows([
    [
      [tasks, "$j"],
      [
        ...head,
        '1      Job1            PSTaskJob       Completed     True            PowerShell            "v$_" ',
        "",
      ],
    ],
    [
      [tasks, "Get-Job -IncludeChildJob"],
      [
        ...head,
        '1      Job1            PSTaskJob       Completed     True            PowerShell            "v$_" ',
        '2      Job2            PSTaskChildJob  Completed     True            PowerShell            "v$_" ',
        '3      Job3            PSTaskChildJob  Completed     True            PowerShell            "v$_" ',
        "",
      ],
    ],
    [
      [tasks, "Receive-Job $j -Keep; Receive-Job $j; Receive-Job $j; $j.HasMoreData"],
      ["v1", "v2", "v1", "v2", "False"],
    ],
    [
      [
        tasks,
        "Get-Job -ChildJobState Completed | % Id; Get-Job -Command *v* | % Id; Get-Job -Filter @{State='Completed'} | % Id; (Get-Job 2).Name",
      ],
      ["1", "2", "3", "1", "1", "Job2"],
    ],
    [
      [tasks, "Remove-Job $j -WhatIf"],
      [
        'What if: Performing the operation "Remove" on target "Remote Command:  "v$_" , associated with the job that has an ID of "1".".',
      ],
    ],
    [[tasks, "Get-Job | Remove-Job; Get-Job"], []],
    [
      [
        "$k = 1 | ForEach-Object -Parallel { 'a'; throw 'x' } -AsJob",
        "$k; Receive-Job $k; $k.State; $k.ChildJobs[0].State; $Error.Count",
      ],
      [
        ...head,
        "1      Job1            PSTaskJob       Failed        True            PowerShell            'a'; throw 'x' ",
        "a",
        "x",
        "+ CategoryInfo          : InvalidResult: (:) [], RuntimeException",
        "+ FullyQualifiedErrorId : JobStateFailed",
        "Failed",
        "Failed",
        "1",
        "",
      ],
    ],
    [
      [tasks, "Receive-Job $j -Wait -WriteJobInResults -AutoRemoveJob; Get-Job"],
      [
        ...head,
        '1      Job1            PSTaskJob       Completed     True            PowerShell            "v$_" ',
        "v1",
        "v2",
        "",
      ],
    ],
    [
      `${tasks}; "$j"; "$($j.JobStateInfo)"; Wait-Job $j | Out-Null; "$($j.JobStateInfo)"; $j.State.GetType().Name`,
      ["System.Management.Automation.PSTasks.PSTaskJob", "Running", "Completed", "String"],
    ],
  ]);

  test.each([
    [
      "Get-Job -Id 77",
      "Get-Job : The command cannot find a job with the job ID 77. Verify the value of the Id parameter and then try the command again.",
      "JobWithSpecifiedSessionNotFound",
    ],
    [
      "Get-Job nosuch",
      "Get-Job : The command cannot find the job because the job name nosuch was not found. Verify the value of the Name parameter, and then try the command again.",
      "JobWithSpecifiedNameNotFound",
    ],
    [
      "Receive-Job 77",
      "Receive-Job : The command cannot find a job with the job ID 77. Verify the value of the Id parameter and then try the command again.",
      "JobWithSpecifiedSessionNotFound",
    ],
    [
      "Get-Job -InstanceId ([guid]::Empty)",
      "Get-Job : The command cannot find a job with the instance identifier 00000000-0000-0000-0000-000000000000. Verify the value of the InstanceId parameter, and then try the command again.",
      "JobWithSpecifiedInstanceIdNotFound",
    ],
    [
      `${tasks}; Remove-Job $j`,
      "Remove-Job : The command cannot remove the job with the job ID 1 because the job is not finished. To remove the job, first stop the job, or use the Force parameter. (Parameter 'Job')",
      "JobObjectNotFinishedCannotBeRemoved",
    ],
    [
      `${tasks}; Receive-Job $j -AutoRemoveJob`,
      "Receive-Job : The -AutoRemoveJob parameter cannot be used without the -Wait parameter",
      "InvalidOperation",
    ],
    [
      `${tasks}; Receive-Job $j -ComputerName x`,
      "Receive-Job : The command cannot retrieve the jobs of the specified computers. The ComputerName parameter can be used only with jobs created by using PowerShell remoting.",
      "ComputerNameParameterNotSupported",
    ],
    [
      "1 | ForEach-Object -Parallel { 1 } -AsJob -TimeoutSeconds 3",
      "ForEach-Object : The 'TimeoutSeconds' parameter cannot be used with the 'AsJob' parameter.",
      "ParallelCannotUseTimeoutWithJob",
    ],
  ])("%s", (line, message, id) => {
    expect(failure(line)).toEqual([message, id]);
  });
});

describe("Start-Job", () => {
  shows([
    [
      "Start-Job { 1 }",
      [...head, "1      Job1            BackgroundJob   Running       True            localhost             1 ", ""],
    ],
    [
      ["Start-Job { 1 } -Name n | Out-Null", "Get-Job"],
      [...head, "1      n               BackgroundJob   Completed     True            localhost             1 ", ""],
    ],
    [
      '$x = 5; $j = Start-Job { param($a) "$a|$x|$using:x" } -ArgumentList 7; $j | Wait-Job | Receive-Job; $j.ChildJobs[0].Location',
      ["7||5", "localhost"],
    ],
    ["1..3 | Start-Job { $input | % { $_ * 2 } } | Receive-Job -Wait", ["2", "4", "6"]],
    [
      "$j = Start-Job { Start-Sleep 30; 'slept' }; while ($j.State -eq 'Running') { Start-Sleep 1 }; Receive-Job $j",
      ["slept"],
    ],
    [
      "$j = Start-Job { Write-Host 'on the console'; Write-Warning 'careful' }; 'before'; Receive-Job $j -Wait",
      ["before", "on the console", "WARNING: careful"],
    ],
    [
      "Start-Job -InitializationScript { function Twice($n) { 2 * $n } } { Twice 4 } | Receive-Job -Wait -AutoRemoveJob; Get-Job",
      ["8"],
    ],
    [
      "$j = Start-Job { Get-Item C:\\none; Set-Location C:\\ }; $Error.Count; Receive-Job $j -Wait; $Error.Count",
      [
        "0",
        "Cannot find path 'C:\\none' because it does not exist.",
        "+ CategoryInfo          : ObjectNotFound: (C:\\none:String) [Get-Item], ItemNotFoundException",
        "+ FullyQualifiedErrorId : PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand",
        "+ PSComputerName        : localhost",
        "1",
      ],
    ],
    [
      "$o = Start-Job { [pscustomobject]@{ a = 1 } } | Receive-Job -Wait; $o.a; $o.PSComputerName; $o.PSShowComputerName; $o.RunspaceId.GetType().Name",
      ["1", "localhost", "False", "Guid"],
    ],
    [
      "Start-Job { 1 } | Out-Null; Start-Job { 2 } | Out-Null; Get-Job | Wait-Job | % Id; Get-Job -Newest 1 | % Name; Get-Job | Remove-Job -Force; @(Get-Job).Count",
      ["1", "3", "Job3", "0"],
    ],
    ["$j = Start-Job { 1 }; Stop-Job $j; $j.State; Receive-Job $j", ["Stopped"]],
  ]);
  shows(
    [
      [
        "Start-Job { 1 }",
        [
          "",
          "Id              Name            State      HasMoreData     Location             Command                  ",
          "--              ----            -----      -----------     --------             -------                  ",
          "1               Job1            Running    True            localhost             1                       ",
          "",
          "",
        ],
      ],
    ],
    { edition: "Exchange2010" },
  );

  test("jobs are taken back, copied and kept with the session", () => {
    const shell = createShell({ edition: "PowerShell7" });
    shell.run("Start-Job { 'first' } | Out-Null");
    const fork = shell.fork();
    shell.run("Receive-Job 1");
    expect(shell.run("(Get-Job 1).HasMoreData").text).toBe("False\n");
    shell.undo();
    shell.undo();
    expect(shell.run("Receive-Job 1").text).toBe("first\n");
    expect(fork.run("Receive-Job 1").text).toBe("first\n");
  });
});

describe("Invoke-Command as a job", () => {
  const run = (...lines: readonly string[]): string => {
    const shell = createShell({ edition: "Exchange2016" });
    let text = "";
    for (const line of lines) ({ text } = shell.run(line));
    return text;
  };
  test("a child for each machine", () => {
    expect(
      run(
        "$j = Invoke-Command -ComputerName HO-EX2010-MB1, HO-EX2010-MB2 { $env:COMPUTERNAME } -AsJob -JobName both",
        "$j | Receive-Job -Wait; $j.Location; $j.PSJobTypeName; $j.Name; $j.ChildJobs.Count",
      ),
    ).toBe("HO-EX2010-MB1\nHO-EX2010-MB2\nHO-EX2010-MB1,HO-EX2010-MB2\nRemoteJob\nboth\n2\n");
  });
  test("through a connection", () => {
    expect(
      run(
        "$s = New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri http://HO-EX2010-MB1/PowerShell/",
        "Invoke-Command -Session $s { (Get-ExchangeServer HO-EX2010-MB1).Name } -AsJob | Receive-Job -Wait",
      ),
    ).toBe("HO-EX2010-MB1\n");
  });
});
