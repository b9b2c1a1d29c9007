import { notEmulatedCommand } from "../../cmdlets/not-emulated.js";
import type { CmdletInfo } from "../../runtime/commands.js";

/**
 * Cmdlets of the module that have no behaviour here (documented), by verb: typing one is no unknown command. The second
 * list came with Windows Server 2012.
 */
const first = `
Add ComputerServiceAccount DomainControllerPasswordReplicationPolicy FineGrainedPasswordPolicySubject
Clear AccountExpiration
Disable OptionalFeature
Enable OptionalFeature
Get AccountAuthorizationGroup AccountResultantPasswordReplicationPolicy ComputerServiceAccount DefaultDomainPasswordPolicy DomainControllerPasswordReplicationPolicy DomainControllerPasswordReplicationPolicyUsage FineGrainedPasswordPolicy FineGrainedPasswordPolicySubject OptionalFeature ServiceAccount UserResultantPasswordPolicy
Install ServiceAccount
Move DirectoryServer DirectoryServerOperationMasterRole
New FineGrainedPasswordPolicy Object ServiceAccount
Remove ComputerServiceAccount DomainControllerPasswordReplicationPolicy FineGrainedPasswordPolicy FineGrainedPasswordPolicySubject ServiceAccount
Reset ServiceAccountPassword
Restore Object
Search Account
Set AccountControl AccountExpiration DefaultDomainPasswordPolicy Domain DomainMode FineGrainedPasswordPolicy Forest ForestMode ServiceAccount
Uninstall ServiceAccount`;
const later = `
Get DCCloningExcludedApplicationList ReplicationAttributeMetadata ReplicationConnection ReplicationFailure ReplicationPartnerMetadata ReplicationQueueOperation ReplicationSiteLink ReplicationSiteLinkBridge ReplicationUpToDatenessVectorTable ResourceProperty Trust
New ReplicationSiteLink ReplicationSiteLinkBridge
Remove ReplicationSiteLink ReplicationSiteLinkBridge
Set ReplicationConnection ReplicationSiteLink ReplicationSiteLinkBridge
Sync Object
Test ServiceAccount`;

function namesIn(list: string): readonly string[] {
  return list
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [verb = "", ...nouns] = line.split(" ");
      return nouns.map((noun) => `${verb}-AD${noun}`);
    });
}

const firstNames = namesIn(first);
const laterNames = namesIn(later);

/** A cmdlet of the module that is known by its name alone. */
export function otherCmdlet(name: string, languageVersion: number): CmdletInfo | undefined {
  const key = name.toLowerCase();
  const names = languageVersion < 3 ? firstNames : [...firstNames, ...laterNames];
  const found = names.find((each) => each.toLowerCase() === key);
  return found === undefined ? undefined : notEmulatedCommand(found, "ActiveDirectory");
}
