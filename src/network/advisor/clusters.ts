import { balancerMade, named, quoted } from "./commands.js";
import type { Rule } from "./finding.js";

/** Windows NLB clusters. */

const nlbWithAvailabilityGroup: Rule = {
  name: "NlbWithAvailabilityGroup",
  severity: "Error",
  find: (survey) => {
    const groupOf = new Map(
      survey.network.groups.flatMap(({ name, members }) => members.map(({ object }) => [object.guid, name] as const)),
    );
    return survey.network.nlbClusters.flatMap((cluster) => {
      const both = cluster.members.filter(({ object }) => groupOf.has(object.guid)).map(({ name }) => name);
      if (both.length === 0) return [];
      const groups = new Set(cluster.members.flatMap(({ object }) => groupOf.get(object.guid) ?? []));
      const is = both.length === 1 ? "is a member" : "are members";
      return [
        {
          objects: [cluster.name, ...both],
          message: `${named(both)} ${is} of the NLB cluster ${cluster.name} and of ${[...groups].join(", ")}. Windows does not support network load balancing and failover clustering on the same server: a load balancer has to take the address ${cluster.address}.`,
          commands: [
            "Import-Module NetworkLoadBalancingClusters",
            `Remove-NlbCluster -HostName ${quoted(both[0] ?? "")} -Force`,
            balancerMade(survey, cluster.name, cluster.address, cluster.members),
          ],
        },
      ];
    });
  },
};

export const clusterRules = [nlbWithAvailabilityGroup];
