import { describe } from "vitest";
import { plays } from "./support.js";

describe("Out-Default, Out-Host and packets kept for later", () => {
  plays("outhost.basic", {
    profile: [
      "$m = @(",
      "[pscustomobject]@{Name=\"Alice\";Database=\"DB1\";ItemCount=120;Size=[decimal]10.5;Dept=\"Sales\"}",
      "[pscustomobject]@{Name=\"Bob\";Database=\"DB2\";ItemCount=7;Size=[decimal]200.25;Dept=\"IT\"}",
      "[pscustomobject]@{Name=\"Christopher\";Database=\"DB1\";ItemCount=9001;Size=[decimal]3;Dept=\"Sales\"})",
    ],
    lines: [
      {
        typed: "$m | Out-Host; \"after\"",
        shows7: ["", "Name      : Alice", "Database  : DB1", "ItemCount : 120", "Size      : 10.5", "Dept      : Sales", "", "Name      : Bob", "Database  : DB2", "ItemCount : 7", "Size      : 200.25", "Dept      : IT", "", "Name      : Christopher", "Database  : DB1", "ItemCount : 9001", "Size      : 3", "Dept      : Sales", "", "after"],
        shows5: ["", "", "Name      : Alice", "Database  : DB1", "ItemCount : 120", "Size      : 10.5", "Dept      : Sales", "", "Name      : Bob", "Database  : DB2", "ItemCount : 7", "Size      : 200.25", "Dept      : IT", "", "Name      : Christopher", "Database  : DB1", "ItemCount : 9001", "Size      : 3", "Dept      : Sales", "", "", "", "after"],
      },
      {
        typed: "$r = $m | ft Name | Out-Host; $null -eq $r",
        shows7: ["", "Name", "----", "Alice", "Bob", "Christopher", "", "True"],
        shows5: ["", "Name       ", "----       ", "Alice      ", "Bob        ", "Christopher", "", "", "True"],
      },
    ],
  });
  plays("outdefault.basic", {
    profile: [
      "$m = @(",
      "[pscustomobject]@{Name=\"Alice\";Database=\"DB1\";ItemCount=120;Size=[decimal]10.5;Dept=\"Sales\"}",
      "[pscustomobject]@{Name=\"Bob\";Database=\"DB2\";ItemCount=7;Size=[decimal]200.25;Dept=\"IT\"}",
      "[pscustomobject]@{Name=\"Christopher\";Database=\"DB1\";ItemCount=9001;Size=[decimal]3;Dept=\"Sales\"})",
    ],
    lines: [
      {
        typed: "$m | ft Name | Out-Default; \"after\"",
        shows7: ["", "Name", "----", "Alice", "Bob", "Christopher", "", "after"],
        shows5: ["", "Name       ", "----       ", "Alice      ", "Bob        ", "Christopher", "", "", "after"],
      },
      {
        typed: "$x = \"y\" | Out-Default",
        shows7: ["y"],
        shows5: ["y"],
      },
      {
        typed: "$m[0] | Out-Default",
        shows7: ["", "Name      : Alice", "Database  : DB1", "ItemCount : 120", "Size      : 10.5", "Dept      : Sales", ""],
        shows5: ["", "", "Name      : Alice", "Database  : DB1", "ItemCount : 120", "Size      : 10.5", "Dept      : Sales", "", "", ""],
      },
    ],
  });
  plays("blank.a-ft-fl", {
    profile: [
      "$m = @(",
      "[pscustomobject]@{Name=\"Alice\";Database=\"DB1\";ItemCount=120;Size=[decimal]10.5;Dept=\"Sales\"}",
      "[pscustomobject]@{Name=\"Bob\";Database=\"DB2\";ItemCount=7;Size=[decimal]200.25;Dept=\"IT\"}",
      "[pscustomobject]@{Name=\"Christopher\";Database=\"DB1\";ItemCount=9001;Size=[decimal]3;Dept=\"Sales\"})",
    ],
    lines: [
      {
        typed: "$m[0]; $m | ft Name; $m[0] | fl Name",
        shows7: ["", "Name      : Alice", "Database  : DB1", "ItemCount : 120", "Size      : 10.5", "Dept      : Sales", "", "", "Name", "----", "Alice", "Bob", "Christopher", "", "", "Name : Alice", ""],
        shows5: ["", "", "Name      : Alice", "Database  : DB1", "ItemCount : 120", "Size      : 10.5", "Dept      : Sales", "", "", "", "", "Name       ", "----       ", "Alice      ", "Bob        ", "Christopher", "", "", "", "", "Name : Alice", "", "", ""],
      },
      {
        typed: "$m | ft Name; $m | ft Dept",
        shows7: ["", "Name", "----", "Alice", "Bob", "Christopher", "", "", "Dept", "----", "Sales", "IT", "Sales", ""],
        shows5: ["", "Name       ", "----       ", "Alice      ", "Bob        ", "Christopher", "", "", "", "Dept ", "---- ", "Sales", "IT   ", "Sales", "", ""],
      },
    ],
  });
  plays("blank.implicit-then-ft", {
    profile: [
      "$m = @(",
      "[pscustomobject]@{Name=\"Alice\";Database=\"DB1\";ItemCount=120;Size=[decimal]10.5;Dept=\"Sales\"}",
      "[pscustomobject]@{Name=\"Bob\";Database=\"DB2\";ItemCount=7;Size=[decimal]200.25;Dept=\"IT\"}",
      "[pscustomobject]@{Name=\"Christopher\";Database=\"DB1\";ItemCount=9001;Size=[decimal]3;Dept=\"Sales\"})",
    ],
    lines: [
      {
        typed: "[pscustomobject]@{a=1;b=2}; $m | ft Name; [pscustomobject]@{a=1;b=2}",
        shows7: ["", "a b", "- -", "1 2", "", "", "Name", "----", "Alice", "Bob", "Christopher", "", "", "a b", "- -", "1 2", ""],
        shows5: ["", "a b", "- -", "1 2", "", "", "", "Name       ", "----       ", "Alice      ", "Bob        ", "Christopher", "", "", "", "a b", "- -", "1 2", "", ""],
      },
    ],
  });
  plays("onward.assign", {
    profile: [
      "$m = @(",
      "[pscustomobject]@{Name=\"Alice\";Database=\"DB1\";ItemCount=120;Size=[decimal]10.5;Dept=\"Sales\"}",
      "[pscustomobject]@{Name=\"Bob\";Database=\"DB2\";ItemCount=7;Size=[decimal]200.25;Dept=\"IT\"}",
      "[pscustomobject]@{Name=\"Christopher\";Database=\"DB1\";ItemCount=9001;Size=[decimal]3;Dept=\"Sales\"})",
    ],
    lines: [
      {
        typed: "$t = $m | ft Name,Dept",
        shows7: [],
        shows5: [],
      },
      {
        typed: "$t",
        shows7: ["", "Name        Dept", "----        ----", "Alice       Sales", "Bob         IT", "Christopher Sales", ""],
        shows5: ["", "Name        Dept ", "----        ---- ", "Alice       Sales", "Bob         IT   ", "Christopher Sales", "", ""],
      },
      {
        typed: "$t[0]",
        shows7: [""],
        shows5: [""],
      },
      {
        typed: "$t[0..1]",
        shows7: ["", "Name                                                        Dept", "----                                                        ----"],
        shows5: ["", "Name                                                        Dept                                                       ", "----                                                        ----                                                       "],
      },
    ],
  });
  plays("onward.start-inside-group", {
    profile: [
      "$m = @(",
      "[pscustomobject]@{Name=\"Alice\";Database=\"DB1\";ItemCount=120;Size=[decimal]10.5;Dept=\"Sales\"}",
      "[pscustomobject]@{Name=\"Bob\";Database=\"DB2\";ItemCount=7;Size=[decimal]200.25;Dept=\"IT\"}",
      "[pscustomobject]@{Name=\"Christopher\";Database=\"DB1\";ItemCount=9001;Size=[decimal]3;Dept=\"Sales\"})",
    ],
    lines: [
      {
        typed: "$t = @($m | ft Name); $u = @($m[0] | fl Name)",
        shows7: [],
        shows5: [],
      },
      {
        typed: "$t[0..2] + $u",
        shows7: ["", "Name", "----", "Alice", "out-lineoutput : The object of type \"Microsoft.PowerShell.Commands.Internal.Format.FormatStartData\" is not valid or not in the correct sequence. This is likely caused by a user-specified \"format-list\" command which is conflicting with the default formatting.", "+ CategoryInfo          : InvalidData: (:) [out-lineoutput], InvalidOperationException", "+ FullyQualifiedErrorId : ConsoleLineOutputOutOfSequencePacket,Microsoft.PowerShell.Commands.OutLineOutputCommand"],
        shows5: ["", "Name                                                                                                                   ", "----                                                                                                                   ", "Alice                                                                                                                  ", "out-lineoutput : The object of type \"Microsoft.PowerShell.Commands.Internal.Format.FormatStartData\" is not valid or ", "not in the correct sequence. This is likely caused by a user-specified \"format-list\" command which is conflicting with ", "the default formatting.", "    + CategoryInfo          : InvalidData: (:) [out-lineoutput], InvalidOperationException", "    + FullyQualifiedErrorId : ConsoleLineOutputOutOfSequencePacket,Microsoft.PowerShell.Commands.OutLineOutputCommand"],
      },
    ],
  });
  plays("onward.string-in-the-middle", {
    profile: [
      "$m = @(",
      "[pscustomobject]@{Name=\"Alice\";Database=\"DB1\";ItemCount=120;Size=[decimal]10.5;Dept=\"Sales\"}",
      "[pscustomobject]@{Name=\"Bob\";Database=\"DB2\";ItemCount=7;Size=[decimal]200.25;Dept=\"IT\"}",
      "[pscustomobject]@{Name=\"Christopher\";Database=\"DB1\";ItemCount=9001;Size=[decimal]3;Dept=\"Sales\"})",
    ],
    lines: [
      {
        typed: "$t = @($m | ft Name)",
        shows7: [],
        shows5: [],
      },
      {
        typed: "$t[0..2] + \"middle\" + $t[3..6]",
        shows7: ["", "Name", "----", "Alice", "middle", "Bob", "Christopher", ""],
        shows5: ["", "Name       ", "----       ", "Alice      ", "middle", "Bob        ", "Christopher", "", ""],
      },
    ],
  });
  plays("onward.ft-gettype", {
    profile: [
      "$m = @(",
      "[pscustomobject]@{Name=\"Alice\";Database=\"DB1\";ItemCount=120;Size=[decimal]10.5;Dept=\"Sales\"}",
      "[pscustomobject]@{Name=\"Bob\";Database=\"DB2\";ItemCount=7;Size=[decimal]200.25;Dept=\"IT\"}",
      "[pscustomobject]@{Name=\"Christopher\";Database=\"DB1\";ItemCount=9001;Size=[decimal]3;Dept=\"Sales\"})",
    ],
    lines: [
      {
        typed: "$m[0] | ft Name | % { $_.GetType().Name }",
        shows7: ["FormatStartData", "GroupStartData", "FormatEntryData", "GroupEndData", "FormatEndData"],
        shows5: ["FormatStartData", "GroupStartData", "FormatEntryData", "GroupEndData", "FormatEndData"],
      },
      {
        typed: "$m[0] | fl Name | % { $_.GetType().Name }",
        shows7: ["FormatStartData", "GroupStartData", "FormatEntryData", "GroupEndData", "FormatEndData"],
        shows5: ["FormatStartData", "GroupStartData", "FormatEntryData", "GroupEndData", "FormatEndData"],
      },
    ],
  });
  plays("implicit.mixed.warning-in-stream", {
    lines: [
      {
        typed: "[pscustomobject]@{a=1;b=2}; Write-Warning \"careful\"; [pscustomobject]@{a=3;b=4}",
        shows7: ["", "WARNING: careful", "a b", "- -", "1 2", "3 4", ""],
        shows5: ["", "WARNING: careful", "a b", "- -", "1 2", "3 4", "", ""],
      },
    ],
  });
  plays("implicit.mixed.nonterminating-div", {
    lines: [
      {
        typed: "1,0,2 | % { [pscustomobject]@{N=$_;Inverse=10/$_} }",
        shows7: ["", "N Inverse", "- -------", "1      10", "Attempted to divide by zero.", "At line:1 char:13", "+ 1,0,2 | % { [pscustomobject]@{N=$_;Inverse=10/$_} }", "+             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~", "+ CategoryInfo          : NotSpecified: (:) [], RuntimeException", "+ FullyQualifiedErrorId : RuntimeException", "2       5", ""],
        shows5: ["", "N Inverse", "- -------", "1      10", "Attempted to divide by zero.", "At line:1 char:13", "+ 1,0,2 | % { [pscustomobject]@{N=$_;Inverse=10/$_} }", "+             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~", "    + CategoryInfo          : NotSpecified: (:) [], RuntimeException", "    + FullyQualifiedErrorId : RuntimeException", " ", "2       5", "", ""],
      },
    ],
  });
  plays("ft.throw-in-middle", {
    profile: [
      "$m = @(",
      "[pscustomobject]@{Name=\"Alice\";Database=\"DB1\";ItemCount=120;Size=[decimal]10.5;Dept=\"Sales\"}",
      "[pscustomobject]@{Name=\"Bob\";Database=\"DB2\";ItemCount=7;Size=[decimal]200.25;Dept=\"IT\"}",
      "[pscustomobject]@{Name=\"Christopher\";Database=\"DB1\";ItemCount=9001;Size=[decimal]3;Dept=\"Sales\"})",
    ],
    lines: [
      {
        typed: "& { $m | ft Name; throw \"stop\"; $m | ft Dept }",
        shows7: ["", "Name", "----", "Alice", "Bob", "Christopher", "", "stop", "At line:1 char:19", "+ & { $m | ft Name; throw \"stop\"; $m | ft Dept }", "+                   ~~~~~~~~~~~~", "+ CategoryInfo          : OperationStopped: (stop:String) [], RuntimeException", "+ FullyQualifiedErrorId : stop"],
        shows5: ["", "Name       ", "----       ", "Alice      ", "Bob        ", "Christopher", "", "", "stop", "At line:1 char:19", "+ & { $m | ft Name; throw \"stop\"; $m | ft Dept }", "+                   ~~~~~~~~~~~~", "    + CategoryInfo          : OperationStopped: (stop:String) [], RuntimeException", "    + FullyQualifiedErrorId : stop", " "],
      },
    ],
  });
  plays("implicit.mixed.date-between", {
    lines: [
      {
        typed: "1; [datetime]\"2024-03-05 13:45:00\"; 2; \"x\"; [datetime]\"2024-03-05\"; [datetime]\"2024-03-06\"",
        shows7: ["1", "", "Tuesday, March 5, 2024 1:45:00 PM", "2", "x", "Tuesday, March 5, 2024 12:00:00 AM", "Wednesday, March 6, 2024 12:00:00 AM", ""],
        shows5: ["1", "", "Tuesday, March 5, 2024 1:45:00 PM", "2", "x", "Tuesday, March 5, 2024 12:00:00 AM", "Wednesday, March 6, 2024 12:00:00 AM", "", ""],
      },
    ],
  });
});
