import { describe } from "vitest";
import { shows } from "../support.js";

const files = {
  "C:\\data\\a.txt": "one\r\ntwo\r\nthree\r\n",
  "C:\\data\\b.csv": "x,y\r\n1,2\r\n",
  "C:\\data\\sub\\deep\\c.txt": "hi\r\n",
};

describe("making, copying, moving, removing", () => {
  shows(
    [
      [
        "mkdir new\\deep",
        [
          "",
          "",
          "    Directory: C:\\new",
          "",
          "",
          "Mode                LastWriteTime         Length Name                                                                  ",
          "----                -------------         ------ ----                                                                  ",
          "d-----         6/3/2013   9:00 AM                deep                                                                  ",
          "",
          "",
        ],
      ],
      [
        "ni data\\a.txt",
        [
          "ni : The file 'C:\\data\\a.txt' already exists.",
          "At line:1 char:1",
          "+ ni data\\a.txt",
          "+ ~~~~~~~~~~~~~",
          "    + CategoryInfo          : WriteError: (C:\\data\\a.txt:String) [New-Item], IOException",
          "    + FullyQualifiedErrorId : NewItemIOError,Microsoft.PowerShell.Commands.NewItemCommand",
          " ",
        ],
      ],
      [
        "ni data\\n.txt -Value x -WhatIf; cpi data\\a.txt data\\z.txt -WhatIf; mi data\\a.txt data\\z.txt -WhatIf; rni data\\a.txt z.txt -WhatIf; ri data\\a.txt -WhatIf; sc data\\a.txt x -WhatIf; clc data\\a.txt -WhatIf",
        [
          'What if: Performing the operation "Create File" on target "Destination: C:\\data\\n.txt".',
          'What if: Performing the operation "Copy File" on target "Item: C:\\data\\a.txt Destination: C:\\data\\z.txt".',
          'What if: Performing the operation "Move File" on target "Item: C:\\data\\a.txt Destination: C:\\data\\z.txt".',
          'What if: Performing the operation "Rename File" on target "Item: C:\\data\\a.txt Destination: C:\\data\\z.txt".',
          'What if: Performing the operation "Remove File" on target "C:\\data\\a.txt".',
          'What if: Performing the operation "Set Content" on target "Path: C:\\data\\a.txt".',
          'What if: Performing the operation "Clear Content" on target "Item: C:\\data\\a.txt".',
        ],
      ],
      [["ri data", "Test-Path data\\a.txt"], ["True"]],
      [
        "ri data",
        [
          "",
          "Confirm",
          "The item at C:\\data has children and the Recurse parameter was not specified. If you continue, all children will be ",
          "removed with the item. Are you sure you want to continue?",
          '[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [S] Suspend  [?] Help (default is "Y"): n',
        ],
      ],
      ["ri data\\* -Include *.txt -Recurse; dir data -Name", ["sub", "b.csv"]],
      [["cpi data copy -Recurse; dir copy -Recurse -Name"], ["sub", "a.txt", "b.csv", "sub\\deep", "sub\\deep\\c.txt"]],
      [
        "cpi data\\a.txt data\\a.txt",
        [
          "cpi : Cannot overwrite the item C:\\data\\a.txt with itself.",
          "At line:1 char:1",
          "+ cpi data\\a.txt data\\a.txt",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : WriteError: (C:\\data\\a.txt:String) [Copy-Item], IOException",
          "    + FullyQualifiedErrorId : CopyError,Microsoft.PowerShell.Commands.CopyItemCommand",
          " ",
        ],
      ],
      [
        "rni data\\a.txt C:\\x\\y.txt",
        [
          "rni : Cannot rename the specified target, because it represents a path or device name.",
          "At line:1 char:1",
          "+ rni data\\a.txt C:\\x\\y.txt",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : InvalidArgument: (:) [Rename-Item], PSArgumentException",
          "    + FullyQualifiedErrorId : Argument,Microsoft.PowerShell.Commands.RenameItemCommand",
          " ",
        ],
      ],
      [
        "rni data\\nope.txt x",
        [
          "rni : Cannot rename because item at 'data\\nope.txt' does not exist.",
          "At line:1 char:1",
          "+ rni data\\nope.txt x",
          "+ ~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : InvalidOperation: (:) [Rename-Item], PSInvalidOperationException",
          "    + FullyQualifiedErrorId : InvalidOperation,Microsoft.PowerShell.Commands.RenameItemCommand",
          " ",
        ],
      ],
      [
        ["dir data\\*.txt | rni -NewName { $_.Name -replace 'txt$', 'log' }; dir data -Name"],
        ["sub", "a.log", "b.csv"],
      ],
      [
        ["cd data\\sub", "ri C:\\data\\sub -Recurse"],
        [
          "ri : Cannot remove the item at 'C:\\data\\sub' because it is in use.",
          "At line:1 char:1",
          "+ ri C:\\data\\sub -Recurse",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : InvalidOperation: (:) [Remove-Item], PSInvalidOperationException",
          "    + FullyQualifiedErrorId : InvalidOperation,Microsoft.PowerShell.Commands.RemoveItemCommand",
          " ",
        ],
      ],
      ["ni function:hello -Value { 'hi' } | Out-Null; hello", ["hi"]],
      [
        "Clear-Content data",
        [
          "Clear-Content : Unable to clear the content of the directory 'C:\\data'. Clear-Content is only supported on files.",
          "At line:1 char:1",
          "+ Clear-Content data",
          "+ ~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : InvalidOperation: (C:\\data:String) [Clear-Content], PSInvalidOperationException",
          "    + FullyQualifiedErrorId : ClearContent,Microsoft.PowerShell.Commands.ClearContentCommand",
          " ",
        ],
      ],
      ["Test-Path data\\a.txt -OlderThan 1/1/2000; Test-Path data\\a.txt -NewerThan 1/1/2000", ["False", "True"]],
    ],
    { edition: "PowerShell5", answers: ["n"], files },
  );
});

describe("properties", () => {
  shows(
    [
      [
        "Get-ItemProperty data\\a.txt Length | fl",
        [
          "",
          "",
          "Length       : 17",
          "PSPath       : Microsoft.PowerShell.Core\\FileSystem::C:\\data\\a.txt",
          "PSParentPath : Microsoft.PowerShell.Core\\FileSystem::C:\\data",
          "PSChildName  : a.txt",
          "PSDrive      : C",
          "PSProvider   : Microsoft.PowerShell.Core\\FileSystem",
          "",
          "",
          "",
        ],
      ],
      ["Get-ItemPropertyValue data\\a.txt Extension", [".txt"]],
      [
        "Get-ItemProperty data\\a.txt Colour",
        [
          "Get-ItemProperty : Property Colour does not exist at path C:\\data\\a.txt.",
          "At line:1 char:1",
          "+ Get-ItemProperty data\\a.txt Colour",
          "+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : InvalidArgument: (Colour:String) [Get-ItemProperty], PSArgumentException",
          "    + FullyQualifiedErrorId : System.Management.Automation.PSArgumentException,Microsoft.PowerShell.Commands.GetItemPr ",
          "   opertyCommand",
          " ",
        ],
      ],
      [
        "sp data\\a.txt IsReadOnly $true; sc data\\a.txt x",
        [
          "sc : Access to the path 'C:\\data\\a.txt' is denied.",
          "At line:1 char:33",
          "+ sp data\\a.txt IsReadOnly $true; sc data\\a.txt x",
          "+                                 ~~~~~~~~~~~~~~~",
          "    + CategoryInfo          : PermissionDenied: (C:\\data\\a.txt:String) [Set-Content], UnauthorizedAccessException",
          "    + FullyQualifiedErrorId : GetContentWriterUnauthorizedAccessError,Microsoft.PowerShell.Commands.SetContentCommand",
          " ",
        ],
      ],
      [
        "sp data\\a.txt LastWriteTime 1/2/2003 -PassThru",
        [
          "",
          "",
          "    Directory: C:\\data",
          "",
          "",
          "Mode                LastWriteTime         Length Name                                                                  ",
          "----                -------------         ------ ----                                                                  ",
          "-a----         1/2/2003  12:00 AM             17 a.txt                                                                 ",
          "",
          "",
        ],
      ],
      [
        "sp data\\a.txt IsReadOnly $true -WhatIf",
        [
          'What if: Performing the operation "Set Property File" on target "Item: C:\\data\\a.txt Property: IsReadOnly".',
        ],
      ],
    ],
    { edition: "PowerShell5", files },
  );
});

describe("encodings", () => {
  shows(
    [
      ["'x' | Out-File u.txt; (gi u.txt).Length", ["8"]],
      ["'é€☃' | Out-File u.txt -Encoding ascii; gc u.txt", ["???"]],
      [
        "'x' | Out-File u.txt -Encoding nope",
        [
          "Out-File : Cannot validate argument on parameter 'Encoding'. The argument \"nope\" does not belong to the set ",
          '"unknown,string,unicode,bigendianunicode,utf8,utf7,utf32,ascii,default,oem" specified by the ValidateSet attribute. ',
          "Supply an argument that is in the set and then try the command again.",
          "At line:1 char:32",
          "+ 'x' | Out-File u.txt -Encoding nope",
          "+                                ~~~~",
          "    + CategoryInfo          : InvalidData: (:) [Out-File], ParameterBindingValidationException",
          "    + FullyQualifiedErrorId : ParameterArgumentValidationError,Microsoft.PowerShell.Commands.OutFileCommand",
          " ",
        ],
      ],
      ["1..2 | tee t.txt | Out-Null; gc t.txt", ["1", "2"]],
    ],
    { edition: "PowerShell5", files },
  );
});
