// The module ActiveDirectory: filters, groups, computers, units, the forest, sites.
import { describe, expect, test } from "vitest";
import { parseLdapFilter } from "../../../src/exchange/active-directory/ldap-filter.js";
import { topologies } from "../../../src/index.js";
import { expectSaid, said, startShell, type } from "../support.js";

function start(options: Parameters<typeof startShell>[0] = {}) {
  const shell = startShell({ topology: topologies.contoso, ...options });
  type(shell, "Import-Module ActiveDirectory");
  return shell;
}
const newer = { edition: "Exchange2016" } as const;
const people = [
  "New-ADUser Ann -Title Boss -Department Sales -EmployeeID 7",
  "New-ADUser Ben -Title Clerk -Department Sales -EmployeeID 12 -OtherAttributes @{extensionAttribute1='x*y'}",
  "New-ADUser Cid -Title 'Boss (acting)' -Department IT",
];
const found = (search: string) => `(Get-ADUser ${search} | % { $_.Name }) -join ','`;

describe("-Filter and -LDAPFilter", () => {
  test.each([
    ["-Filter {Department -eq 'Sales'}", "Ann,Ben"],
    ["-Filter 'Department -eq \"sales\"'", "Ann,Ben"],
    ["-Filter {Department -eq 'Sales' -and Title -ne 'Boss'}", "Ben"],
    ["-Filter {(Title -like 'Boss*') -or (EmployeeID -eq 12)}", "Ann,Ben,Cid"],
    ["-Filter {Department -like '*' -and -not (Department -eq 'IT')}", "Ann,Ben"],
    ["-Filter {Department -notlike 'S*' -and Title -like '*'}", "Cid"],
    ["-Filter {Title -ge 'Boss ('}", "Ben,Cid"],
    ["-Filter {Title -lt 'Boss ('}", "Ann"],
    ["-Filter {sAMAccountName -eq 'ben' -and objectClass -eq 'user'}", "Ben"],
    ["-Filter {Enabled -eq $false -and Department -eq $dept}", "Ann,Ben"],
    ["-Filter {Department -eq $text.Trim()} ", null],
    ['-Filter {Department -eq "$dept"}', "Ann,Ben"],
    ["-Filter {userAccountControl -band 2}", "Ann,Ben,Cid"],
    ["-Filter {whenCreated -ge $today} -SearchBase 'CN=Users,DC=contoso,DC=com' -ResultSetSize 1", "Administrator"],
    ["-Filter {whenCreated -gt $today.AddDays(1)}", null],
    ["-LDAPFilter '(department=Sales)'", "Ann,Ben"],
    ["-LDAPFilter 'department=sales'", "Ann,Ben"],
    ["-LDAPFilter '(&(objectCategory=person)(objectClass=user)(department=*)(!(department=IT)))'", "Ann,Ben"],
    ["-LDAPFilter '(|(title=Boss)(title=Clerk))'", "Ann,Ben"],
    ["-LDAPFilter '(title=Boss \\28acting\\29)'", "Cid"],
    ["-LDAPFilter '(extensionAttribute1=x\\2a*)'", "Ben"],
    ["-LDAPFilter '(&(title>=boss)(title<=Boss))'", "Ann"],
    ["-LDAPFilter '(userAccountControl:1.2.840.113556.1.4.803:=2)'", "Ann,Ben,Cid"],
  ])("%s", (search, names) => {
    const shell = start();
    type(shell, ...people, "$dept = 'Sales'; $text = ' Sales '; $today = Get-Date '2013-06-03'");
    if (names === null) expect(said(shell, found(search))).toContain("Error parsing query");
    else expectSaid(shell, found(search), names);
  });

  test.each(["(", "(a)", "(&)", "(a=b", "(a=b))", "(!a=b)", "(a:1.2.3:=4)", "(a=(b))"])("%s is no filter", (text) => {
    expect(() => parseLdapFilter(text)).toThrow("The search filter cannot be recognized");
  });

  test("what is wrong, and where", () => {
    expectSaid(
      start(newer),
      "Get-ADUser -Filter {Name -equals 'x'}",
      `
Get-ADUser : Error parsing query: 'Name -equals 'x'' Error Message: 'syntax error' at position: '6'.
At line:1 char:1
+ Get-ADUser -Filter {Name -equals 'x'}
+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    + CategoryInfo          : ParserError: (:) [Get-ADUser], ADFilterParsingException
    + FullyQualifiedErrorId : ActiveDirectoryCmdlet:Microsoft.ActiveDirectory.Management.ADFilterParsingException,Micr
   osoft.ActiveDirectory.Management.Commands.GetADUser`,
    );
    const shell = start();
    expect(said(shell, "Get-ADUser -Filter {Name -eq $nope}")).toContain(
      "Variable: 'nope' found in expression: $nope is not defined.",
    );
    expect(said(shell, "Get-ADUser -Filter {Title -eq $null}")).toContain("The search filter cannot be recognized");
    type(shell, "$row = '' | select Name");
    expect(said(shell, "Get-ADUser -Filter {Name -eq $row.Name}")).toContain(
      "Property: 'Name' not found in object of type: 'System.Management.Automation.PSCustomObject'.",
    );
  });

  test("-SearchBase and -SearchScope", () => {
    const shell = start();
    type(
      shell,
      "New-ADOrganizationalUnit Sales",
      "New-ADOrganizationalUnit East -Path 'OU=Sales,DC=contoso,DC=com'",
      "New-ADUser Ann -Path 'OU=Sales,DC=contoso,DC=com'",
      "New-ADUser Ben -Path 'OU=East,OU=Sales,DC=contoso,DC=com'",
    );
    const below = "-Filter * -SearchBase 'OU=Sales,DC=contoso,DC=com'";
    expectSaid(shell, found(below), "Ann,Ben");
    expectSaid(shell, found(`${below} -SearchScope OneLevel`), "Ann");
    expectSaid(shell, found(`${below} -SearchScope Base`), "");
    expectSaid(
      shell,
      "Get-ADOrganizationalUnit -Filter {Name -like 'S*' -or Name -eq 'East'} | % { $_.DistinguishedName }",
      "OU=Sales,DC=contoso,DC=com\nOU=East,OU=Sales,DC=contoso,DC=com",
    );
    expect(said(shell, "Get-ADUser -Filter * -SearchBase 'OU=None,DC=contoso,DC=com'")).toContain(
      "Get-ADUser : Directory object not found",
    );
  });
});

describe("groups", () => {
  test("make, fill, read, empty", () => {
    const shell = start();
    expectSaid(
      shell,
      "New-ADGroup Staff Global -Description 'All of us' -PassThru | select * -ExcludeProperty SID",
      `
DistinguishedName : CN=Staff,CN=Users,DC=contoso,DC=com
GroupCategory     : Security
GroupScope        : Global
Name              : Staff
ObjectClass       : group
ObjectGUID        : b77cf0d3-d8a3-4611-9546-a89e8853238c
SamAccountName    : Staff`,
    );
    expectSaid(shell, "(Get-Group Staff).GroupType.ToString()", "Global, SecurityEnabled");
    type(shell, "New-ADGroup Bosses Universal", "Add-ADGroupMember Staff administrator,alan.reid,Bosses");
    type(shell, "Get-ADUser alan.reid | Add-ADPrincipalGroupMembership -MemberOf Bosses");
    expectSaid(
      shell,
      "(Get-ADGroupMember Staff | % { $_.SamAccountName }) -join ','",
      "administrator,alan.reid,Bosses",
    );
    expectSaid(
      shell,
      "Get-ADGroupMember Bosses",
      `
distinguishedName : CN=Alan Reid,CN=Users,DC=contoso,DC=com
name              : Alan Reid
objectClass       : user
objectGUID        : b42db292-d860-40f8-b02d-a9f928c4e455
SamAccountName    : alan.reid
SID               : S-1-5-21-3942868977-3928892582-2915634199-1019`,
    );
    expectSaid(shell, "(Get-ADGroupMember Staff -Recursive | % { $_.name }) -join ','", "Administrator,Alan Reid");
    expectSaid(shell, "(Get-ADPrincipalGroupMembership alan.reid | % { $_.Name }) -join ','", "Staff,Bosses");
    expectSaid(
      shell,
      "(Get-ADUser -Filter {MemberOf -recursivematch 'CN=Staff,CN=Users,DC=contoso,DC=com'} | % { $_.Name }) -join ','",
      "Administrator,Alan Reid",
    );
    type(shell, "Remove-ADGroupMember Staff alan.reid -Confirm:$false");
    expectSaid(shell, "(Get-ADGroup Staff -Properties Members).Members.Count", "2");
  });

  test("a member twice, or none: nothing of the command is done", () => {
    const shell = start(newer);
    type(shell, "New-ADGroup Staff Global", "Add-ADGroupMember Staff administrator");
    expectSaid(
      shell,
      "Add-ADGroupMember Staff alan.reid,administrator",
      `
Add-ADGroupMember : The specified account name is already a member of the group
At line:1 char:1
+ Add-ADGroupMember Staff alan.reid,administrator
+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    + CategoryInfo          : NotSpecified: (Staff:ADGroup) [Add-ADGroupMember], ADException
    + FullyQualifiedErrorId : ActiveDirectoryServer:1378,Microsoft.ActiveDirectory.Management.Commands.AddADGroupMembe
   r`,
    );
    expectSaid(shell, "Get-ADGroupMember Staff | % { $_.name }", "Administrator");
    expect(said(shell, "Remove-ADGroupMember Staff alan.reid -Confirm:$false")).toContain(
      "The specified account name is not a member of the group",
    );
  });

  test("the same groups as Exchange's", () => {
    const shell = start();
    type(shell, "New-DistributionGroup Team", "Add-ADGroupMember Team alan.reid");
    expectSaid(shell, "Get-DistributionGroupMember Team | % { $_.Name }", "Alan Reid");
    type(shell, "Set-ADGroup Team -GroupCategory Security");
    expectSaid(shell, "(Get-DistributionGroup Team).GroupType.ToString()", "Universal, SecurityEnabled");
    expectSaid(shell, "(Get-ADGroup Team -Properties groupType).groupType", "-2147483640");
    type(shell, "Add-ADGroupMember 'Help Desk' alan.reid");
    expectSaid(shell, "Get-RoleGroupMember 'Help Desk' | % { $_.Name }", "Alan Reid");
    type(shell, "Remove-ADGroup Team -Confirm:$false");
    expect(said(shell, "Get-DistributionGroup Team")).toContain("couldn't be found");
  });

  test("a name that is taken", () => {
    const shell = start();
    type(shell, "New-ADGroup Staff Global");
    expect(said(shell, "New-ADGroup Staff Global")).toContain("The specified group already exists");
  });
});

describe("computers, units, objects", () => {
  test("a server's account", () => {
    expectSaid(
      start(),
      "Get-ADComputer EX01 -Properties OperatingSystem | select * -ExcludeProperty SID",
      `
DistinguishedName : CN=EX01,CN=Computers,DC=contoso,DC=com
DNSHostName       : EX01.contoso.com
Enabled           : True
Name              : EX01
ObjectClass       : computer
ObjectGUID        : 882051ad-e626-4698-95dd-c54b5c24a5cb
OperatingSystem   : Windows Server 2008 R2 Enterprise
SamAccountName    : EX01$
UserPrincipalName :`,
    );
    expectSaid(
      start(),
      '(Get-ADComputer DC01 -Properties userAccountControl) | % { "$($_.userAccountControl) $_" }',
      "532480 CN=DC01,OU=Domain Controllers,DC=contoso,DC=com",
    );
  });

  test("Get-ADObject: four properties are a table", () => {
    expectSaid(
      start(),
      "Get-ADObject -Filter {objectClass -eq 'site'} -SearchBase (Get-ADRootDSE).configurationNamingContext",
      `
DistinguishedName             Name                          ObjectClass                   ObjectGUID
-----------------             ----                          -----------                   ----------
CN=Default-First-Site-Name... Default-First-Site-Name       site                          c7b290cf-b848-4503-b3f1-7c...`,
    );
    expectSaid(start(), "Get-ADObject -Filter {objectClass -eq 'site'}", "");
  });

  test("a unit is protected; move, rename, remove", () => {
    const shell = start();
    type(shell, "New-ADOrganizationalUnit Sales", "New-ADUser Ann");
    const unit = "'OU=Sales,DC=contoso,DC=com'";
    expect(said(shell, `Remove-ADOrganizationalUnit ${unit} -Confirm:$false`)).toContain("Access is denied");
    type(shell, `Get-ADUser Ann | Move-ADObject -TargetPath ${unit}`);
    type(shell, "Get-ADUser Ann | Rename-ADObject -NewName 'Ann Ash'");
    expectSaid(shell, "(Get-ADUser Ann).DistinguishedName", "CN=Ann Ash,OU=Sales,DC=contoso,DC=com");
    type(shell, `Set-ADOrganizationalUnit ${unit} -ProtectedFromAccidentalDeletion $false`);
    expect(said(shell, `Remove-ADOrganizationalUnit ${unit} -Confirm:$false`)).toContain("only on a leaf object");
    type(shell, `Remove-ADOrganizationalUnit ${unit} -Recursive -Confirm:$false`);
    expectSaid(shell, "Get-ADUser -Filter {SamAccountName -eq 'Ann'}", "");
  });
});

describe("the forest", () => {
  test("domain, forest, controllers", () => {
    const shell = start();
    expectSaid(
      shell,
      "Get-ADDomain | fl DNSRoot,DomainMode,DomainSID,NetBIOSName,PDCEmulator,UsersContainer",
      `
DNSRoot        : contoso.com
DomainMode     : Windows2008R2Domain
DomainSID      : S-1-5-21-3942868977-3928892582-2915634199
NetBIOSName    : CONTOSO
PDCEmulator    : DC01.contoso.com
UsersContainer : CN=Users,DC=contoso,DC=com`,
    );
    expectSaid(shell, "(Get-ADDomain contoso).DistinguishedName", "DC=contoso,DC=com");
    expect(said(shell, "Get-ADDomain fabrikam")).toContain("Cannot find an object with identity: 'fabrikam'");
    expectSaid(
      shell,
      "Get-ADForest",
      `
ApplicationPartitions : {DC=ForestDnsZones,DC=contoso,DC=com, DC=DomainDnsZones,DC=contoso,DC=com}
CrossForestReferences : {}
DomainNamingMaster    : DC01.contoso.com
Domains               : {contoso.com}
ForestMode            : Windows2008R2Forest
GlobalCatalogs        : {DC01.contoso.com}
Name                  : contoso.com
PartitionsContainer   : CN=Partitions,CN=Configuration,DC=contoso,DC=com
RootDomain            : contoso.com
SchemaMaster          : DC01.contoso.com
Sites                 : {Default-First-Site-Name}
SPNSuffixes           : {}
UPNSuffixes           : {}`,
    );
    expectSaid(
      shell,
      "Get-ADDomainController -Filter * | ft Name,Site,IsGlobalCatalog -auto",
      "Name Site                    IsGlobalCatalog\n---- ----                    ---------------\nDC01 Default-First-Site-Name            True",
    );
    expectSaid(shell, "(Get-ADDomainController -Discover).HostName", "DC01.contoso.com");
  });

  test("sites and subnets", () => {
    const shell = start(newer);
    type(shell, "New-ADReplicationSite Branch", "New-ADReplicationSubnet 10.2.0.0/16 Branch -Location Riga");
    expectSaid(
      shell,
      "Get-ADReplicationSubnet -Filter *",
      `
DistinguishedName : CN=10.2.0.0/16,CN=Subnets,CN=Sites,CN=Configuration,DC=contoso,DC=com
Location          : Riga
Name              : 10.2.0.0/16
ObjectClass       : subnet
ObjectGUID        : 2481a9b6-79ed-4300-96a4-979db066937f
Site              : CN=Branch,CN=Sites,CN=Configuration,DC=contoso,DC=com`,
    );
    expectSaid(shell, "(Get-ADSite | % { $_.Name }) -join ','", "Default-First-Site-Name,Branch");
    type(shell, "Set-ADReplicationSubnet 10.2.0.0/16 -Site Default-First-Site-Name");
    expectSaid(
      shell,
      "(Get-ADReplicationSubnet 10.2.0.0/16).Site",
      "CN=Default-First-Site-Name,CN=Sites,CN=Configuration,DC=contoso,DC=com",
    );
    type(
      shell,
      "Remove-ADReplicationSubnet 10.2.0.0/16 -Confirm:$false",
      "Remove-ADReplicationSite Branch -Confirm:$false",
    );
    expectSaid(shell, "(Get-ADReplicationSite -Filter *).Name", "Default-First-Site-Name");
  });
});
