// The module ActiveDirectory: users. Errors as public console output shows them; those from memory say so in the code.
import { describe, expect, test } from "vitest";
import { restoreShell, topologies } from "../../../src/index.js";
import { expectSaid, said, startShell, type } from "../support.js";

/** The organization contoso with the module loaded. */
function start(options: Parameters<typeof startShell>[0] = {}) {
  const shell = startShell({ topology: topologies.contoso, ...options });
  type(shell, "Import-Module ActiveDirectory");
  return shell;
}
const newer = { edition: "Exchange2016" } as const;
const password = "(ConvertTo-SecureString 'Passw0rd!' -AsPlainText -Force)";
const names = (search: string) => `(Get-ADUser ${search} | % { $_.SamAccountName }) -join ','`;

describe("the module", () => {
  test("2.0 knows its commands after Import-Module, 3.0 and later at once", () => {
    const old = startShell({ topology: topologies.contoso });
    expectSaid(
      old,
      "Get-ADUser alan.reid",
      `
The term 'Get-ADUser' is not recognized as the name of a cmdlet, function, script file, or operable program. Check the
spelling of the name, or if a path was included, verify that the path is correct and try again.
At line:1 char:11
+ Get-ADUser <<<<  alan.reid
    + CategoryInfo          : ObjectNotFound: (Get-ADUser:String) [], CommandNotFoundException
    + FullyQualifiedErrorId : CommandNotFoundException`,
    );
    expectSaid(start(), "(Get-ADUser alan.reid).Name", "Alan Reid");
    const late = startShell({ topology: topologies.contoso, ...newer });
    expectSaid(late, "(Get-ADUser alan.reid).Name", "Alan Reid");
  });

  test("cmdlets for sites and subnets came with the second version", () => {
    expect(said(start(), "Get-ADReplicationSite x")).toContain("is not recognized");
  });

  test("cmdlets without behaviour say so", () => {
    expect(said(start(), "Search-ADAccount -LockedOut")).toContain("does not run the command Search-ADAccount.");
    expect(said(start(newer), "Get-ADTrust -Filter *")).toContain("does not run the command Get-ADTrust.");
    expect(said(start(), "Get-ADTrust -Filter *")).toContain("is not recognized");
  });

  test("undo takes the import back, snapshot and fork keep it", () => {
    const shell = start();
    type(shell, "$user = Get-ADUser alan.reid -Properties Title");
    const copies = [shell.fork(), restoreShell(JSON.parse(JSON.stringify(shell.snapshot())))];
    for (const copy of copies) {
      expectSaid(copy, "$user.DistinguishedName", "CN=Alan Reid,CN=Users,DC=contoso,DC=com");
      expectSaid(copy, "(Get-ADUser $user).Name", "Alan Reid");
    }
    shell.undo();
    shell.undo();
    expect(said(shell, "Get-ADUser alan.reid")).toContain("is not recognized");
  });
});

describe("Get-ADUser", () => {
  test("the default properties, in alphabetical order", () => {
    expectSaid(
      start(),
      "Get-ADUser alan.reid",
      `
DistinguishedName : CN=Alan Reid,CN=Users,DC=contoso,DC=com
Enabled           : True
GivenName         : Alan
Name              : Alan Reid
ObjectClass       : user
ObjectGUID        : b42db292-d860-40f8-b02d-a9f928c4e455
SamAccountName    : alan.reid
SID               : S-1-5-21-3942868977-3928892582-2915634199-1019
Surname           : Reid
UserPrincipalName : alan.reid@contoso.com`,
    );
  });

  test("-Properties by the module's names and by the directory's", () => {
    const shell = start();
    type(shell, "Set-Mailbox alan.reid -CustomAttribute1 'Team A'", "Set-User alan.reid -Title Clerk");
    expectSaid(
      shell,
      "Get-ADUser alan.reid -Properties Title,mail,EmailAddress,extensionAttribute1 | fl t*,*mail*,ext*",
      `
Title               : Clerk
EmailAddress        : alan.reid@contoso.com
mail                : alan.reid@contoso.com
extensionAttribute1 : Team A`,
    );
    expectSaid(shell, "(Get-ADUser alan.reid).Title", "");
  });

  test("-Properties that nothing has", () => {
    expectSaid(
      start(newer),
      "Get-ADUser alan.reid -Properties PasswordHint",
      `
Get-ADUser : One or more properties are invalid.
Parameter name: PasswordHint
At line:1 char:1
+ Get-ADUser alan.reid -Properties PasswordHint
+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    + CategoryInfo          : InvalidArgument: (alan.reid:ADUser) [Get-ADUser], ArgumentException
    + FullyQualifiedErrorId : ActiveDirectoryCmdlet:System.ArgumentException,Microsoft.ActiveDirectory.Management.Comm
   ands.GetADUser`,
    );
  });

  test.each([
    "alan.reid",
    "ALAN.REID",
    "'CN=Alan Reid,CN=Users,DC=contoso,DC=com'",
    "b42db292-d860-40f8-b02d-a9f928c4e455",
    "S-1-5-21-3942868977-3928892582-2915634199-1019",
    "(Get-ADUser alan.reid)",
    "(Get-ADUser alan.reid).SID",
    "(Get-ADUser alan.reid).ObjectGUID",
    "(Get-Mailbox alan.reid).DistinguishedName",
  ])("-Identity %s", (identity) => {
    expectSaid(start(), `(Get-ADUser ${identity}).Name`, "Alan Reid");
  });

  test.each(["'Alan Reid'", "alan.reid@contoso.com", "contoso\\alan.reid"])("%s is no identity", (identity) => {
    expect(said(start(), `Get-ADUser ${identity}`)).toContain("Cannot find an object with identity: '");
  });

  test("what is not there: the module of 2008 R2 has the text as id, later ones a name", () => {
    expectSaid(
      start(),
      "Get-ADUser nobody",
      `
Get-ADUser : Cannot find an object with identity: 'nobody' under: 'DC=contoso,DC=com'.
At line:1 char:11
+ Get-ADUser <<<<  nobody
    + CategoryInfo          : ObjectNotFound: (nobody:ADUser) [Get-ADUser], ADIdentityNotFoundException
    + FullyQualifiedErrorId : Cannot find an object with identity: 'nobody' under: 'DC=contoso,DC=com'.,Microsoft.Acti
   veDirectory.Management.Commands.GetADUser`,
    );
    expectSaid(
      start(newer),
      "Get-ADUser nobody -ErrorAction SilentlyContinue",
      `
Get-ADUser : Cannot find an object with identity: 'nobody' under: 'DC=contoso,DC=com'.
At line:1 char:1
+ Get-ADUser nobody -ErrorAction SilentlyContinue
+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    + CategoryInfo          : ObjectNotFound: (nobody:ADUser) [Get-ADUser], ADIdentityNotFoundException
    + FullyQualifiedErrorId : ActiveDirectoryCmdlet:Microsoft.ActiveDirectory.Management.ADIdentityNotFoundException,M
   icrosoft.ActiveDirectory.Management.Commands.GetADUser`,
    );
    expectSaid(
      start(newer),
      "try { Get-ADUser nobody } catch [Microsoft.ActiveDirectory.Management.ADIdentityNotFoundException] { 'gone' }",
      "gone",
    );
  });

  test("through the pipeline the others are still found", () => {
    const shell = start();
    expect(said(shell, "'nobody','alan.reid' | Get-ADUser | % { $_.Name }")).toMatch(/under[\s\S]*\nAlan Reid$/);
  });

  test("a server that is not there", () => {
    expect(said(start(), "Get-ADUser alan.reid -Server nowhere")).toContain(
      "Get-ADUser : Unable to contact the server. This may be because this server does not exist",
    );
    expectSaid(start(), "(Get-ADUser alan.reid -Server DC01.contoso.com).Name", "Alan Reid");
  });

  test("-Filter is asked for", () => {
    expectSaid(
      start({ answers: ["Name -eq 'Alan Reid'"] }),
      "Get-ADUser | select -expand SamAccountName",
      `
cmdlet Get-ADUser at command pipeline position 1
Supply values for the following parameters:
Filter: Name -eq 'Alan Reid'
alan.reid`,
    );
  });
});

describe("New-ADUser", () => {
  test("an account with a password is on, and is a user for Exchange", () => {
    const shell = start();
    const line = `New-ADUser 'Bob Hill' -SamAccountName bob -GivenName Bob -Surname Hill -AccountPassword ${password} -Enabled $true`;
    expectSaid(shell, line, "");
    expectSaid(shell, "Get-ADUser bob -Properties userAccountControl | % { $_.userAccountControl }", "512");
    expectSaid(
      shell,
      "Get-User bob | fl Name,FirstName,LastName,RecipientTypeDetails",
      "Name                 : Bob Hill\nFirstName            : Bob\nLastName             : Hill\nRecipientTypeDetails : User",
    );
    expectSaid(
      shell,
      "Get-ADUser bob | Enable-Mailbox | ft Name,Alias -auto",
      "Name     Alias\n----     -----\nBob Hill BobHill",
    );
  });

  test("without a password it is made, and stays off", () => {
    const shell = start(newer);
    expectSaid(
      shell,
      "New-ADUser Zoe -Enabled $true",
      `
New-ADUser : The password does not meet the length, complexity, or history requirement of the domain.
At line:1 char:1
+ New-ADUser Zoe -Enabled $true
+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    + CategoryInfo          : InvalidData: (CN=Zoe,CN=Users,DC=contoso,DC=com:String) [New-ADUser], ADPasswordComplexi
   tyException
    + FullyQualifiedErrorId : ActiveDirectoryServer:1325,Microsoft.ActiveDirectory.Management.Commands.NewADUser`,
    );
    expectSaid(shell, "(Get-ADUser Zoe).Enabled", "False");
    expectSaid(shell, "(Get-User Zoe).RecipientTypeDetails.ToString()", "DisabledUser");
    expect(said(shell, "Enable-ADAccount Zoe")).toContain("The password does not meet");
    type(shell, `Set-ADAccountPassword Zoe -Reset -NewPassword ${password}`, "Enable-ADAccount Zoe");
    expectSaid(shell, "(Get-ADUser Zoe).Enabled", "True");
  });

  test.each([
    ["New-ADUser alan.reid", "The specified account already exists"],
    ["New-ADUser 'Alan Reid' -SamAccountName other", "with a name that is already in use"],
    [
      "New-ADUser x -UserPrincipalName alan.reid@contoso.com",
      "UPN value provided for addition/modification is not unique",
    ],
    ["New-ADUser x -Path 'OU=None,DC=contoso,DC=com'", "Directory object not found"],
    ["New-ADUser x -OtherAttributes @{nonsense='x'}", "attribute or value does not exist"],
    ["New-ADUser x -Manager nobody", "Cannot find an object with identity: 'nobody'"],
  ])("%s", (line, text) => {
    const shell = start();
    expect(said(shell, line)).toContain(text);
    expectSaid(shell, "Get-ADUser -Filter {SamAccountName -eq 'x'}", "");
  });

  test("from a file: properties by name", () => {
    const shell = start({
      files: { "C:\\users.csv": "Name,SamAccountName,Title\nMia Moon,mia,Clerk\nTom Tall,tom,Boss" },
    });
    type(shell, "Import-Csv C:\\users.csv | New-ADUser -Path 'CN=Users,DC=contoso,DC=com' -Department Sales");
    expectSaid(
      shell,
      "Get-ADUser -Filter {Department -eq 'Sales'} -Properties Title,Department | ft Name,Title,Department,Enabled -auto",
      `
Name     Title Department Enabled
----     ----- ---------- -------
Mia Moon Clerk Sales        False
Tom Tall Boss  Sales        False`,
    );
  });
});

describe("Set-ADUser", () => {
  const texts = (
    "City Company Country Department Description DisplayName Division EmployeeID EmployeeNumber Fax GivenName " +
    "HomeDirectory HomeDrive HomePage HomePhone Initials LogonWorkstations MobilePhone Office OfficePhone Organization " +
    "OtherName POBox PostalCode ProfilePath SamAccountName ScriptPath State StreetAddress Surname Title UserPrincipalName"
  ).split(" ");
  test.each(texts)("-%s is kept, and goes with $null", (name) => {
    const shell = start();
    type(shell, `Set-ADUser alan.reid -${name} 'New value'`);
    const id = "CN=Alan Reid,CN=Users,DC=contoso,DC=com";
    const read = `[string](Get-ADUser '${id}' -Properties ${name}).${name}`;
    expectSaid(shell, read, "New value");
    type(shell, `Set-ADUser '${id}' -${name} $null`);
    expectSaid(shell, read, "");
  });

  test.each([
    "AccountNotDelegated",
    "AllowReversiblePasswordEncryption",
    "CannotChangePassword",
    "PasswordNeverExpires",
    "PasswordNotRequired",
    "SmartcardLogonRequired",
    "TrustedForDelegation",
    "Enabled",
  ])("-%s", (name) => {
    const shell = start();
    const read = `(Get-ADUser alan.reid -Properties ${name}).${name}`;
    for (const value of ["True", "False", "True"]) {
      type(shell, `Set-ADUser alan.reid -${name} $${value}`);
      expectSaid(shell, read, value);
    }
  });

  test("-Add, -Remove, -Replace, -Clear take the directory's names", () => {
    const shell = start();
    type(
      shell,
      "Set-ADUser alan.reid -Add @{proxyAddresses='smtp:a@contoso.com','smtp:b@contoso.com'; extensionAttribute2='two'}",
      "Set-ADUser alan.reid -Remove @{proxyAddresses='smtp:a@contoso.com'} -Replace @{extensionAttribute1='one';title='T'}",
      "Set-ADUser alan.reid -Clear extensionAttribute2",
    );
    expectSaid(
      shell,
      "Get-Mailbox alan.reid | fl EmailAddresses,CustomAttribute1,CustomAttribute2",
      "EmailAddresses   : {SMTP:alan.reid@contoso.com, smtp:b@contoso.com}\nCustomAttribute1 : one\nCustomAttribute2 :",
    );
    expectSaid(shell, "(Get-User alan.reid).Title", "T");
  });

  test("userAccountControl as a number", () => {
    const shell = start();
    type(shell, "Set-ADUser alan.reid -Replace @{userAccountControl=66050}");
    expectSaid(
      shell,
      "Get-ADUser alan.reid -Properties PasswordNeverExpires,userAccountControl | fl Enabled,Pass*,user*",
      "Enabled              : False\nPasswordNeverExpires : True\nuserAccountControl   : 66050\nUserPrincipalName    : alan.reid@contoso.com",
    );
    expectSaid(shell, "(Get-Mailbox alan.reid).ExchangeUserAccountControl", "AccountDisabled");
  });

  test("-Manager, and who reports to it", () => {
    const shell = start();
    type(shell, "Set-ADUser alan.reid -Manager administrator");
    expectSaid(
      shell,
      "(Get-ADUser alan.reid -Properties Manager).Manager",
      "CN=Administrator,CN=Users,DC=contoso,DC=com",
    );
    expectSaid(
      shell,
      "(Get-ADUser administrator -Properties directReports).directReports",
      "CN=Alan Reid,CN=Users,DC=contoso,DC=com",
    );
    expectSaid(shell, "(Get-User alan.reid).Manager.Name", "Administrator");
  });

  test("-Instance writes what was set on the object", () => {
    const shell = start();
    type(shell, "$u = Get-ADUser alan.reid", "$u.Title = 'CEO'; $u.Surname = 'Reid-Hall'", "Set-ADUser -Instance $u");
    expectSaid(shell, "Get-User alan.reid | fl Title,LastName", "Title    : CEO\nLastName : Reid-Hall");
  });

  test("-WhatIf, -PassThru", () => {
    const shell = start();
    expectSaid(
      shell,
      "Set-ADUser alan.reid -Title x -WhatIf",
      'What if: Performing operation "Set" on Target "CN=Alan Reid,CN=Users,DC=contoso,DC=com".',
    );
    expectSaid(shell, "(Set-ADUser alan.reid -Title x -PassThru).Name", "Alan Reid");
  });

  test("the address of a mailbox is Exchange's to write", () => {
    expect(said(start(), "Set-ADUser alan.reid -EmailAddress x@contoso.com")).toContain("NotEmulated");
    const shell = start();
    type(shell, "New-ADUser Zoe -EmailAddress zoe@outside.com");
    expectSaid(shell, "(Get-ADUser Zoe -Properties mail).mail", "zoe@outside.com");
  });
});

describe("accounts", () => {
  test("off and on", () => {
    const shell = start();
    type(shell, "Disable-ADAccount alan.reid");
    expectSaid(shell, names("-Filter {Enabled -eq $false}"), "alan.reid");
    type(shell, "Get-ADUser alan.reid | Enable-ADAccount");
    expectSaid(shell, names("-Filter {Enabled -eq $false}"), "");
  });

  test("a mailbox that nobody logs on to has an account that is off", () => {
    const shell = start();
    type(
      shell,
      "New-ADUser Desk -AccountPassword (ConvertTo-SecureString Passw0rd! -AsPlainText -Force) -Enabled $true",
      "Enable-Mailbox Desk -Shared",
    );
    expectSaid(shell, "(Get-ADUser Desk).Enabled", "False");
  });

  test("a password that is too simple; one without the old one", () => {
    const shell = start(newer);
    expectSaid(
      shell,
      "Set-ADAccountPassword alan.reid -Reset -NewPassword (ConvertTo-SecureString short -AsPlainText -Force)",
      `
Set-ADAccountPassword : The password does not meet the length, complexity, or history requirement of the domain.
At line:1 char:1
+ Set-ADAccountPassword alan.reid -Reset -NewPassword (ConvertTo-Secure ...
+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    + CategoryInfo          : InvalidData: (alan.reid:ADAccount) [Set-ADAccountPassword], ADPasswordComplexityExceptio
   n
    + FullyQualifiedErrorId : ActiveDirectoryServer:1325,Microsoft.ActiveDirectory.Management.Commands.SetADAccountPas
   sword`,
    );
    expect(said(shell, `Set-ADAccountPassword alan.reid -NewPassword ${password}`)).toContain(
      "The specified network password is not correct",
    );
  });

  test("Remove-ADUser asks; the mailbox stays behind in its database", () => {
    const shell = start({ answers: ["y"] });
    type(shell, "New-ADGroup Staff Global", "Add-ADGroupMember Staff alan.reid");
    expectSaid(
      shell,
      "Remove-ADUser alan.reid",
      `
Confirm
Are you sure you want to perform this action?
Performing operation "Remove" on Target "CN=Alan Reid,CN=Users,DC=contoso,DC=com".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [S] Suspend  [?] Help (default is "Y"): y`,
    );
    expect(said(shell, "Get-Mailbox alan.reid")).toContain("couldn't be found");
    expectSaid(shell, "Get-ADGroupMember Staff", "");
    type(shell, "Get-MailboxDatabase | Clean-MailboxDatabase");
    expectSaid(
      shell,
      "(Get-MailboxDatabase | Get-MailboxStatistics | ? { $_.DisconnectDate }).DisplayName",
      "Alan Reid",
    );
  });
});
