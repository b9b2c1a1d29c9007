import { describe } from "vitest";
import { fails, shows } from "../support.js";

describe("the option AllScope stays", () => {
  fails([
    [
      "Set-Alias cd Get-Date",
      "Set-Alias : The AllScope option cannot be removed from the alias 'cd'.",
      "AliasAllScopeOptionCannotBeRemoved",
    ],
    [
      "& { Set-Alias cd Get-Date -Force }",
      "Set-Alias : The AllScope option cannot be removed from the alias 'cd'.",
      "AliasAllScopeOptionCannotBeRemoved",
    ],
    [
      ["Set-Variable q 1 -Option AllScope", "Set-Variable q 1 -Option None"],
      "Set-Variable : The AllScope option cannot be removed from the variable 'q'.",
      "VariableAllScopeOptionCannotBeRemoved",
    ],
  ]);
  shows([
    ["Set-Alias cd Get-Date -Option AllScope; (Get-Alias cd).Definition", ["Get-Date"]],
    ["Set-Alias gcx Get-Date; (Get-Alias gcx).Options", ["None"]],
  ]);
});
