import { expect, it } from "vitest";
import { createShell } from "../../src/index.js";

const define = `function Get-Part {
  [CmdletBinding()] param([string]$Name)
  dynamicparam {
    if ($Name -ne 'engine') { return }
    $attributes = [System.Collections.ObjectModel.Collection[System.Attribute]]::new()
    $attributes.Add([Parameter]@{ Position = 1 })
    $attributes.Add([ValidateSet]::new('left', 'right'))
    $made = [System.Management.Automation.RuntimeDefinedParameterDictionary]::new()
    $made.Add('Side', [System.Management.Automation.RuntimeDefinedParameter]::new('Side', [string], $attributes))
    $made
  }
  end { "$Name $($PSBoundParameters['Side'])" }
}`;

function shown(line: string): string {
  return createShell({ edition: "PowerShell7", profile: `${define}\n$ErrorView = 'NormalView'` }).run(line).text;
}

it("a dynamic parameter binds by name, by prefix and by position", () => {
  expect(shown("Get-Part engine -Side left; Get-Part engine -Si right; Get-Part engine left; Get-Part engine")).toBe(
    "engine left\nengine right\nengine left\nengine \n",
  );
});

it("it is there only when the block makes it", () => {
  expect(
    shown("Get-Part wing -Side left"),
  ).toBe(`Get-Part : A parameter cannot be found that matches parameter name 'Side'.
At line:1 char:15
+ Get-Part wing -Side left
+               ~~~~~
+ CategoryInfo          : InvalidArgument: (:) [Get-Part], ParameterBindingException
+ FullyQualifiedErrorId : NamedParameterNotFound,Get-Part
`);
});

it("its attributes validate", () => {
  expect(
    shown("Get-Part engine -Side top"),
  ).toBe(`Get-Part : Cannot validate argument on parameter 'Side'. The argument "top" does not belong to the set "left,right" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again.
At line:1 char:23
+ Get-Part engine -Side top
+                       ~~~
+ CategoryInfo          : InvalidData: (:) [Get-Part], ParameterBindingValidationException
+ FullyQualifiedErrorId : ParameterArgumentValidationError,Get-Part
`);
});

it("a block that throws is the binder's error", () => {
  const line = 'function d4 { [CmdletBinding()]param($n) dynamicparam { throw "x" } end { "in" } }; d4 1; "next"';
  expect(shown(line)).toBe(`d4 : Cannot retrieve the dynamic parameters for the cmdlet. x
At line:1 char:85
+ … g()]param($n) dynamicparam { throw "x" } end { "in" } }; d4 1; "next"
+                                                            ~~~~
+ CategoryInfo          : InvalidArgument: (:) [d4], ParameterBindingException
+ FullyQualifiedErrorId : GetDynamicParametersException,d4
next
`);
});
