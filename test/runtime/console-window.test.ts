// What scripts ask of the window and of who runs them, before they begin.
import { expect, test } from "vitest";
import { createShell, restoreShell, type Shell } from "../../src/index.js";
import { expectConsole } from "../support/console.js";

const windows = (): Shell => createShell({ edition: "PowerShell5" });

test("the window is shown as a list (facts of the console: from memory)", () => {
  expectConsole(
    windows(),
    "$Host.UI.RawUI",
    `

ForegroundColor       : DarkYellow
BackgroundColor       : DarkMagenta
CursorPosition        : 0,0
WindowPosition        : 0,0
CursorSize            : 25
BufferSize            : 120,3000
WindowSize            : 120,50
MaxWindowSize         : 120,50
MaxPhysicalWindowSize : 120,50
KeyAvailable          : False
WindowTitle           : Administrator: Windows PowerShell



`,
  );
});

test("title and colours may be set; undo, copies and snapshots keep them", () => {
  const shell = windows();
  expectConsole(shell, "$Host.UI.RawUI.WindowTitle = 'Exchange'; $Host.UI.RawUI.ForegroundColor = 'white'", "");
  const line =
    '"$($Host.UI.RawUI.WindowTitle) $((Get-Host).UI.RawUI.ForegroundColor) $($ExecutionContext.Host.UI.RawUI.WindowTitle)"';
  const again = restoreShell(JSON.parse(JSON.stringify(shell.snapshot())));
  for (const each of [shell, shell.fork(), again]) expectConsole(each, line, "Exchange White Exchange\n");
  shell.undo();
  shell.undo();
  expectConsole(shell, line, "Administrator: Windows PowerShell DarkYellow Administrator: Windows PowerShell\n");
});

test("the window's size is that of the shell", () => {
  const shell = createShell({ edition: "PowerShell5", width: 90 });
  expectConsole(
    shell,
    "$size = $Host.UI.RawUI.BufferSize; $size.Width; $Host.UI.RawUI.BufferSize = $size; $size.Width = 200; $size.ToString()",
    "90\n200,3000\n",
  );
  const { errors } = shell.run("$Host.UI.RawUI.BufferSize = $size");
  expect(errors.map(({ message }) => message)).toEqual([
    'Exception setting "BufferSize": "The emulator does not run $Host.UI.RawUI.BufferSize of another size: the window has the width that the shell was given."',
  ]);
});

test.each(["Exchange2010", "PowerShell5", "PowerShell7"] as const)(
  "%s: whoever runs the console is its administrator",
  (edition) => {
    const shell = createShell({ edition });
    const identity = "[Security.Principal.WindowsIdentity]::GetCurrent()";
    const administrator = "[Security.Principal.WindowsBuiltInRole]";
    expectConsole(
      shell,
      `([Security.Principal.WindowsPrincipal] ${identity}).IsInRole(${administrator} 'Administrator')`,
      "True\n",
    );
    expectConsole(
      shell,
      `$p = New-Object Security.Principal.WindowsPrincipal(${identity}); $p.IsInRole(${administrator}::Guest); $p.IsInRole('BUILTIN\\Administrators'); $p.Identity.Name`,
      "False\nTrue\nESPNET\\Administrator\n",
    );
  },
);
