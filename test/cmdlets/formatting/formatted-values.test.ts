import { describe } from "vitest";
import { shows } from "../support.js";

/** Asked of the engine of PowerShell 7.6. */
describe("formats of columns, and collections that stay whole", () => {
  shows([
    [
      [
        "$o = [pscustomobject]@{Name='alpha';Size=12;When=[datetime]'2013-01-02';N=$null;L=@(1,2,3);H=@{a=1};S={x};T=[timespan]'1:02:03'}",
        "$o | ft @{e='Name';f='x{0}y'}",
      ],
      ["", "Name", "----", "xalphay", ""],
    ],
    [
      [
        "$o = [pscustomobject]@{Name='alpha';Size=12;When=[datetime]'2013-01-02';N=$null;L=@(1,2,3);H=@{a=1};S={x};T=[timespan]'1:02:03'}",
        "$o | ft @{e='N';f='[{0}]'},Size",
      ],
      ["", "N  Size", "-  ----", "[]   12", ""],
    ],
    [
      [
        "$o = [pscustomobject]@{Name='alpha';Size=12;When=[datetime]'2013-01-02';N=$null;L=@(1,2,3);H=@{a=1};S={x};T=[timespan]'1:02:03'}",
        "$o | ft @{e='L';f='N2'},@{n='b';e='L';f='{0:N1}'}",
      ],
      ["", "L              b", "-              -", "1.00 2.00 3.00 1.0 2.0 3.0", ""],
    ],
    [
      [
        "$o = [pscustomobject]@{Name='alpha';Size=12;When=[datetime]'2013-01-02';N=$null;L=@(1,2,3);H=@{a=1};S={x};T=[timespan]'1:02:03'}",
        "$o | fl @{e='Name';f='{0,10}|'},@{e='L';f='N2'},@{e='N';f='{0}!'}",
      ],
      ["", "Name :      alpha|", "L    : 1.00 2.00 3.00", "N    : !", ""],
    ],
    [
      [
        "$o = [pscustomobject]@{Name='alpha';Size=12;When=[datetime]'2013-01-02';N=$null;L=@(1,2,3);H=@{a=1};S={x};T=[timespan]'1:02:03'}",
        "$o | ft -GroupBy @{e='Name';f='<{0}>'} Size",
      ],
      ["", "   Name: alpha", "", "Size", "----", "  12", ""],
    ],
    [
      [
        "$o = [pscustomobject]@{Name='alpha';Size=12;When=[datetime]'2013-01-02';N=$null;L=@(1,2,3);H=@{a=1};S={x};T=[timespan]'1:02:03'}",
        "$o | ft @{e='Nope';f='[{0}]'},Size",
      ],
      ["", "Nope Size", "---- ----", "       12", ""],
    ],
    [
      [
        "$o = [pscustomobject]@{Name='alpha';Size=12;When=[datetime]'2013-01-02';N=$null;L=@(1,2,3);H=@{a=1};S={x};T=[timespan]'1:02:03'}",
        "$o | ft @{e='L';f='<{0}>'}",
      ],
      ["", "L", "-", "<1 2 3>", ""],
    ],
    [
      "@{a=1} | ft -Expand CoreOnly -Force",
      [
        "",
        "IsReadOnly IsFixedSize IsSynchronized Keys Values SyncRoot Count",
        "---------- ----------- -------------- ---- ------ -------- -----",
        "     False       False          False {a}  {1}    {[a, 1]}     1",
        "",
      ],
    ],
    ["@{a=1} | fl -Expand CoreOnly Count", ["System.Collections.Hashtable"]],
    [
      ",@(@{a=1},5) | ft -Expand Both",
      [
        "The following object supports IEnumerable:",
        "",
        "Length         : 2",
        "LongLength     : 2",
        "Rank           : 1",
        "SyncRoot       : {System.Collections.Hashtable, 5}",
        "IsReadOnly     : False",
        "IsFixedSize    : True",
        "IsSynchronized : False",
        "Count          : 2",
        "",
        "The IEnumerable contains the following 2 objects:",
        "",
        "IsReadOnly IsFixedSize IsSynchronized Keys Values SyncRoot Count",
        "---------- ----------- -------------- ---- ------ -------- -----",
        "     False       False          False {a}  {1}    {[a, 1]}     1",
        "5",
        "",
      ],
    ],
    [
      "@{a=1} | ft Count -Expand Both",
      [
        "The following object supports IEnumerable:",
        "System.Collections.Hashtable",
        "The IEnumerable contains the following object:",
        "",
        "Count",
        "-----",
        "",
        "",
      ],
    ],
    [",@(1,$null,2)", ["1", "", "2"]],
    [",@($null) | ft", [""]],
    [",@($null,[pscustomobject]@{a=1},$null)", ["", "", "a", "-", "1", "", ""]],
    [",@($null,[pscustomobject]@{a=1},$null) | fl", ["", "", "a : 1", "", ""]],
    [",@([pscustomobject]@{a=1},$null) | ft a,b", ["", "a b", "- -", "1 ", "", ""]],
  ]);
});
