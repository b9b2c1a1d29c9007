// Groups, their members, and dynamic groups: what the cmdlets show, change and refuse.
import { describe, expect, test } from "vitest";
import {
  distributionGroup,
  distributionGroupVerbs,
} from "../../../src/exchange/recipients/groups/distribution-group.js";
import {
  dynamicDistributionGroup,
  dynamicDistributionGroupVerbs,
} from "../../../src/exchange/recipients/groups/dynamic-distribution-group.js";
import { group, groupVerbs } from "../../../src/exchange/recipients/groups/group.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";

const person = ["alan.reid", "exchangeserverpro.net/Head Office/Alan Reid"] as const;
const people = [
  "alan.reid,sarah.jones",
  "{exchangeserverpro.net/Head Office/Alan Reid, exchangeserverpro.net/Head Office/Sarah Jones}",
] as const;
const links = Object.fromEntries(
  [
    "AcceptMessagesOnlyFrom",
    "AcceptMessagesOnlyFromDLMembers",
    "AcceptMessagesOnlyFromSendersOrMembers",
    "BypassModerationFromSendersOrMembers",
    "GrantSendOnBehalfTo",
    "ManagedBy",
    "ModeratedBy",
    "RejectMessagesFrom",
    "RejectMessagesFromDLMembers",
    "RejectMessagesFromSendersOrMembers",
  ].map((name) => [name, people]),
);
const samples = { ...links, ArbitrationMailbox: person };
/** Rows that mailboxes have as well: mailbox-writing.test.ts types them. */
const sharedRows = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]
  .map((n) => `CustomAttribute${n}`)
  .concat([1, 2, 3, 4, 5].map((n) => `ExtensionCustomAttribute${n}`));
const allStaff = "New-DistributionGroup 'All Staff' -Members alan.reid,sarah.jones";

roundTripsOf(
  { noun: distributionGroup, verbs: distributionGroupVerbs },
  {
    before: [allStaff],
    identity: "'All Staff'",
    samples,
    except: [...sharedRows, "Alias", "EmailAddresses", "SamAccountName"],
  },
);
identitiesOf(
  { noun: distributionGroup, verbs: distributionGroupVerbs },
  { before: [allStaff], identity: "'All Staff'", forms: ["AllStaff", "AllStaff@exchangeserverpro.net"] },
);
roundTripsOf(
  { noun: group, verbs: groupVerbs },
  { before: [allStaff], identity: "'All Staff'", samples: { ManagedBy: people } },
);
const dynamic = "New-DynamicDistributionGroup Sales -IncludedRecipients MailboxUsers -ConditionalDepartment Sales";
roundTripsOf(
  { noun: dynamicDistributionGroup, verbs: dynamicDistributionGroupVerbs },
  {
    before: [dynamic],
    identity: "Sales",
    samples: {
      ...samples,
      ManagedBy: person,
      RecipientContainer: ["'Head Office'", "exchangeserverpro.net/Head Office"],
    },
    except: [...sharedRows, "Alias", "EmailAddresses"],
  },
);

describe("DistributionGroup", () => {
  test("New shows the group; Get its members", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "New-DistributionGroup Staff -Type Security -Members alan.reid,helpdesk",
      `
Name                          DisplayName                   GroupType                     PrimarySmtpAddress
----                          -----------                   ---------                     ------------------
Staff                         Staff                         Universal, SecurityEnabled    Staff@exchangeserverpro.net`,
    );
    expectSaid(
      shell,
      "Get-DistributionGroupMember staff",
      `
Name                                                        RecipientType
----                                                        -------------
Alan Reid                                                   UserMailbox
Help Desk                                                   UserMailbox`,
    );
    expectSaid(
      shell,
      "Get-Group staff | fl GroupType,ManagedBy,RecipientType,RecipientTypeDetails,Members",
      `
GroupType            : Universal, SecurityEnabled
ManagedBy            : {exchangeserverpro.net/Users/Administrator}
RecipientType        : MailUniversalSecurityGroup
RecipientTypeDetails : MailUniversalSecurityGroup
Members              : {exchangeserverpro.net/Head Office/Alan Reid, exchangeserverpro.net/Head Office/Help Desk}`,
    );
  });

  test("members come, go, and are replaced", () => {
    const shell = startShell();
    type(shell, allStaff, "Get-Mailbox tom* | Add-DistributionGroupMember AllStaff");
    const names = "(Get-DistributionGroupMember AllStaff | % { $_.Name }) -join ','";
    expectSaid(shell, names, "Alan Reid,Sarah Jones,Tom Okafor");
    type(shell, "Remove-DistributionGroupMember AllStaff -Member alan.reid -Confirm:$false");
    expectSaid(shell, names, "Sarah Jones,Tom Okafor");
    type(shell, "Update-DistributionGroupMember AllStaff -Members priya.nair,tom.okafor -Confirm:$false");
    expectSaid(shell, names, "Tom Okafor,Priya Nair");
    type(shell, "Remove-Mailbox tom.okafor -Confirm:$false");
    expectSaid(shell, names, "Priya Nair");
    expectSaid(shell, "(Get-Recipient -Filter {MemberOfGroup -eq 'All Staff'}).Name", "Priya Nair");
  });

  test.each([
    [
      "Add-DistributionGroupMember AllStaff -Member alan.reid",
      'The recipient "exchangeserverpro.net/Head Office/Alan Reid" is already a member of the group "exchangeserverpro.net/Users/All Staff".',
    ],
    [
      "Remove-DistributionGroupMember AllStaff -Member tom.okafor -Confirm:$false",
      'The recipient "exchangeserverpro.net/Head Office/Tom Okafor" isn\'t a member of the group "exchangeserverpro.net/Users/All Staff".',
    ],
    [
      "Add-DistributionGroupMember AllStaff -Member nobody",
      'Couldn\'t find object "nobody". Please make sure that it was spelled correctly or specify a different object.',
    ],
    [
      "Get-DistributionGroupMember Nope",
      "The operation could not be performed because object 'Nope' could not be found on 'HO-DC.exchangeserverpro.net'.",
    ],
    [
      "Enable-DistributionGroup AllStaff",
      "This task does not support recipients of this type. The specified recipient exchangeserverpro.net/Users/All Staff is of type MailUniversalDistributionGroup. Please make sure that this recipient matches the required recipient type for this task.",
    ],
    [
      "Set-DistributionGroup AllStaff -EmailAddresses @{Add='alan.reid@exchangeserverpro.net'}",
      'The proxy address "smtp:alan.reid@exchangeserverpro.net" is already being used by the proxy addresses or LegacyExchangeDN of "exchangeserverpro.net/Head Office/Alan Reid". Please choose another proxy address.',
    ],
  ])("%s", (line, message) => {
    const shell = startShell();
    type(shell, allStaff);
    expect(shell.run(line).errors.map((error) => error.message)).toEqual([message]);
  });

  test("a group without mail keeps its members", () => {
    const shell = startShell();
    type(shell, allStaff, "Disable-DistributionGroup AllStaff -Confirm:$false");
    expectSaid(shell, "@(Get-DistributionGroup).Count", "0");
    expectSaid(shell, "(Get-Group 'All Staff').RecipientTypeDetails.ToString()", "UniversalDistributionGroup");
    type(shell, "Enable-DistributionGroup 'All Staff' -Alias staff");
    expectSaid(shell, "@(Get-DistributionGroupMember staff).Count", "2");
    type(shell, "Remove-DistributionGroup staff -Confirm:$false");
    expectSaid(
      shell,
      "@(Get-Group | ? { $_.Name -notlike 'Exchange*' -and $_.RecipientTypeDetails -ne 'RoleGroup' }).Count",
      "0",
    );
  });
});

describe("DynamicDistributionGroup", () => {
  test("a precanned filter is written as Exchange writes it, and means who fits", () => {
    const shell = startShell({ width: 500 });
    type(shell, dynamic, "Set-User alan.reid -Department Sales", "Set-User sarah.jones -Department IT");
    expectSaid(
      shell,
      "Get-DynamicDistributionGroup Sales | fl RecipientContainer,RecipientFilter,LdapRecipientFilter,IncludedRecipients,ConditionalDepartment,RecipientFilterType",
      `
RecipientContainer    : exchangeserverpro.net
RecipientFilter       : ((((RecipientType -eq 'UserMailbox') -and (Department -eq 'Sales'))) -and (-not(Name -like 'SystemMailbox{*')) -and (-not(Name -like 'CAS_{*')) -and (-not(RecipientTypeDetailsValue -eq 'MailboxPlan')) -and (-not(RecipientTypeDetailsValue -eq 'DiscoveryMailbox')) -and (-not(RecipientTypeDetailsValue -eq 'ArbitrationMailbox')))
LdapRecipientFilter   : (&(&(objectClass=user)(objectCategory=person)(mailNickname=*)(msExchHomeServerName=*))(department=Sales)(!(name=SystemMailbox{*))(!(name=CAS_{*))(!(msExchRecipientTypeDetails=16777216))(!(msExchRecipientTypeDetails=536870912))(!(msExchRecipientTypeDetails=8388608)))
IncludedRecipients    : MailboxUsers
ConditionalDepartment : {Sales}
RecipientFilterType   : Precanned`,
    );
    const members = "(Get-Recipient -RecipientPreviewFilter (Get-DynamicDistributionGroup Sales).RecipientFilter).Name";
    expectSaid(shell, members, "Alan Reid");
    type(shell, "Set-DynamicDistributionGroup Sales -ConditionalDepartment IT");
    expectSaid(shell, members, "Sarah Jones");
    type(shell, "Set-DynamicDistributionGroup Sales -RecipientFilter {Alias -like 'b*'}");
    expectSaid(shell, members, "Board Room");
    expectSaid(
      shell,
      "Get-DynamicDistributionGroup Sales | fl IncludedRecipients,ConditionalDepartment,RecipientFilterType",
      `
IncludedRecipients    :
ConditionalDepartment : {}
RecipientFilterType   : Custom`,
    );
  });

  test("text that is no filter", () => {
    expect(said(startShell(), "New-DynamicDistributionGroup x -RecipientFilter 'Name is'")).toContain(
      "Invalid filter syntax",
    );
  });
});
