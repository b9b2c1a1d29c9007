// How the organization wants its distribution groups called, and where it wants them.
import { expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

const groups = "Get-DistributionGroup | % { $_.Name + '|' + $_.DisplayName + '|' + $_.OrganizationalUnit }";

test("a policy of words and attributes of who makes the group", () => {
  const shell = startShell({ width: 160 });
  type(
    shell,
    "Set-User Administrator -Department IT",
    "Set-OrganizationConfig -DistributionGroupNamingPolicy 'DL_<Department>_<GroupName>_x'",
  );
  expectSaid(
    shell,
    "Get-OrganizationConfig | fl DistributionGroupNamingPolicy",
    "DistributionGroupNamingPolicy : DL_<Department>_<GroupName>_x",
  );
  expectSaid(
    shell,
    "New-DistributionGroup Team",
    `
Name                                    DisplayName                             GroupType                               PrimarySmtpAddress
----                                    -----------                             ---------                               ------------------
DL_IT_Team_x                            DL_IT_Team_x                            Universal                               DL_IT_Team_x@exchangeserverpro.net`,
  );
  type(shell, "New-DistributionGroup Team -IgnoreNamingPolicy", "New-DistributionGroup Staff -DisplayName 'All Staff'");
  expectSaid(
    shell,
    groups,
    `
DL_IT_Team_x|DL_IT_Team_x|exchangeserverpro.net/Users
Team|Team|exchangeserverpro.net/Users
DL_IT_Staff_x|DL_IT_All Staff_x|exchangeserverpro.net/Users`,
  );
});

test("another name follows the policy too, once", () => {
  const shell = startShell();
  type(
    shell,
    "Set-OrganizationConfig -DistributionGroupNamingPolicy 'DL_<GroupName>'",
    "New-DistributionGroup Team",
    "Set-DistributionGroup DL_Team -Name Crew -DisplayName 'DL_The Crew'",
    "New-DistributionGroup Board",
    "Set-DistributionGroup DL_Board -Name Directors -IgnoreNamingPolicy",
  );
  expectSaid(
    shell,
    groups,
    "DL_Crew|DL_The Crew|exchangeserverpro.net/Users\nDirectors|DL_Board|exchangeserverpro.net/Users",
  );
});

test("words that are blocked", () => {
  const shell = startShell({ width: 160 });
  type(shell, "Set-OrganizationConfig -DistributionGroupNameBlockedWordsList payroll,CEO");
  expectSaid(
    shell,
    "New-DistributionGroup 'Payroll Team'",
    `
The group name "Payroll Team" contains the word "payroll", which isn't allowed in group names in your organization. Please choose another name.
    + CategoryInfo          : InvalidArgument: (0:Int32) [New-DistributionGroup], RecipientTaskException
    + FullyQualifiedErrorId : B468D4A7,Microsoft.Exchange.Management.RecipientTasks.NewDistributionGroup`,
  );
  type(shell, "New-DistributionGroup 'Payrolls Team'", "New-DistributionGroup 'CEO' -IgnoreNamingPolicy");
  expect(said(shell, "Set-DistributionGroup 'Payrolls Team' -Name 'The CEO'")).toContain('contains the word "CEO"');
});

test("a policy needs the name in it, and attributes that there are", () => {
  const shell = startShell({ width: 300 });
  expectSaid(
    shell,
    "Set-OrganizationConfig -DistributionGroupNamingPolicy 'DL_<Nose>_<GroupName>'",
    `
Cannot process argument transformation on parameter 'DistributionGroupNamingPolicy'. Cannot convert value "DL_<Nose>_<GroupName>" to type "Microsoft.Exchange.Data.Directory.SystemConfiguration.DistributionGroupNamingPolicy". Error: ""<Nose>" isn't an attribute that a group naming policy can have."
    + CategoryInfo          : InvalidData: (:) [Set-OrganizationConfig], ParameterBindin...mationException
    + FullyQualifiedErrorId : ParameterArgumentTransformationError,Set-OrganizationConfig`,
  );
  expect(said(shell, "Set-OrganizationConfig -DistributionGroupNamingPolicy DL_")).toContain("<GroupName> once");
});

test("the unit where the organization wants groups", () => {
  const shell = startShell();
  type(
    shell,
    "Set-OrganizationConfig -DistributionGroupDefaultOU 'Head Office'",
    "New-DistributionGroup Team",
    "New-DistributionGroup Crew -OrganizationalUnit Users",
  );
  expectSaid(shell, groups, "Team|Team|exchangeserverpro.net/Head Office\nCrew|Crew|exchangeserverpro.net/Users");
});
