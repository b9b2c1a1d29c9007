import { describe } from "vitest";
import { shows } from "../cmdlets/support.js";

// PowerShell 7.6, asked.
describe("exceptions and error records list their own properties where .NET has them", () => {
  shows([
    [
      "[argumentexception]::new('x','y').psobject.properties.name -join ' '",
      ["Message ParamName TargetSite Data InnerException HelpLink Source HResult StackTrace"],
    ],
    ["[io.filenotfoundexception]::new('m','f') | % { $_.FileName; $_.HResult }", ["f", "-2147024894"]],
    [
      "[Management.Automation.ItemNotFoundException]'x' | fl",
      [
        "",
        "ErrorRecord                 : x",
        "ItemName                    : ",
        "SessionStateCategory        : Variable",
        "WasThrownFromThrowStatement : False",
        "TargetSite                  : ",
        "Message                     : x",
        "Data                        : {}",
        "InnerException              : ",
        "HelpLink                    : ",
        "Source                      : ",
        "HResult                     : -2146233087",
        "StackTrace                  : ",
        "",
      ],
    ],
    ["try { 1/0 } catch { $_.Exception.InnerException.HResult }", ["-2147352558"]],
    [
      "try { throw 'x' } catch { $_ | fl * -Force }",
      [
        "",
        "PSMessageDetails      : ",
        "Exception             : System.Management.Automation.RuntimeException: x",
        "TargetObject          : x",
        "CategoryInfo          : OperationStopped: (x:String) [], RuntimeException",
        "FullyQualifiedErrorId : x",
        "ErrorDetails          : ",
        "InvocationInfo        : System.Management.Automation.InvocationInfo",
        "ScriptStackTrace      : at <ScriptBlock>, <No file>: line 1",
        "PipelineIterationInfo : {}",
        "",
      ],
    ],
  ]);
});

describe("Windows PowerShell has .NET Framework's order, 2.0 neither HResult nor ScriptStackTrace", () => {
  const names = "try { 1/0 } catch { ($_.Exception | Get-Member -MemberType Property | % { $_.Name }) -join ' ' }";
  shows(
    [
      [
        "([exception]'x').psobject.properties.name -join ' '",
        ["Message Data InnerException TargetSite StackTrace HelpLink Source HResult"],
      ],
    ],
    { edition: "PowerShell5" },
  );
  shows(
    [
      [
        names,
        ["Data ErrorRecord HelpLink InnerException Message Source StackTrace TargetSite WasThrownFromThrowStatement"],
      ],
      [
        "trap { ($_ | Get-Member -MemberType Property | % { $_.Name }) -join ' '; continue }; throw 'x'",
        ["CategoryInfo ErrorDetails Exception FullyQualifiedErrorId InvocationInfo PipelineIterationInfo TargetObject"],
      ],
    ],
    { edition: "Exchange2010" },
  );
});
