// The first as recorded (utility.variable.private); what the session's own code sees is documented.
import { describe } from "vitest";
import { shows } from "../support.js";

describe("Visibility of variables", () => {
  shows([
    [
      "New-Variable s 1 -Visibility Private; $s",
      [
        "Cannot access the variable '$s' because it is a private variable.",
        "At line:1 char:39",
        "+ New-Variable s 1 -Visibility Private; $s",
        "+                                       ~~",
        "+ CategoryInfo          : PermissionDenied: (s:String) [], SessionStateException",
        "+ FullyQualifiedErrorId : VariableIsPrivate",
      ],
    ],
    ["New-Variable s 1 -Visibility Private; function f { $s }; f; (Get-Variable s).Visibility", ["1", "Private"]],
    ["Set-Variable s 2 -Visibility Private; Set-Variable s 3 -Visibility Public; $s", ["3"]],
  ]);
});
