import { clientAccessRule, clientAccessRuleVerbs } from "./client-access/client-access-rule.js";
import { partnerApplication, partnerApplicationVerbs } from "./federation/partner-application.js";
import { malwareFilterPolicy, malwareFilterPolicyVerbs } from "./hygiene/malware-filter-policy.js";
import { malwareFilterRule, malwareFilterRuleVerbs } from "./hygiene/malware-filter-rule.js";
import { malwareFilteringServer, malwareFilteringServerVerbs } from "./hygiene/malware-filtering-server.js";
import { exchangeDiagnosticInfo, exchangeDiagnosticInfoVerbs } from "./monitoring/exchange-diagnostic-info.js";
import {
  monitoringItemIdentity,
  monitoringItemIdentityVerbs,
  monitoringProbe,
  monitoringProbeVerbs,
} from "./monitoring/monitoring-item-verbs.js";
import {
  globalMonitoringOverride,
  globalMonitoringOverrideVerbs,
  serverMonitoringOverride,
  serverMonitoringOverrideVerbs,
} from "./monitoring/monitoring-override.js";
import { serverMonitor, serverMonitorVerbs } from "./monitoring/server-monitor.js";
import type { RegisteredNoun } from "./noun/noun.js";
import { authenticationPolicy, authenticationPolicyVerbs } from "./organization/authentication-policy.js";
import { smimeConfig, smimeConfigVerbs } from "./organization/smime-config.js";
import { queueDigest, queueDigestVerbs } from "./transport/queue-digest.js";

/** Nouns that came with Exchange 2013 or later. A noun takes its place in the order in which setup makes objects. */
export const nounsSince2013: readonly RegisteredNoun[] = [
  { noun: serverMonitoringOverride, verbs: serverMonitoringOverrideVerbs },
  { noun: globalMonitoringOverride, verbs: globalMonitoringOverrideVerbs },
  { noun: monitoringItemIdentity, verbs: monitoringItemIdentityVerbs },
  { noun: monitoringProbe, verbs: monitoringProbeVerbs },
  { noun: serverMonitor, verbs: serverMonitorVerbs },
  { noun: partnerApplication, verbs: partnerApplicationVerbs },
  { noun: malwareFilteringServer, verbs: malwareFilteringServerVerbs },
  { noun: malwareFilterPolicy, verbs: malwareFilterPolicyVerbs },
  { noun: malwareFilterRule, verbs: malwareFilterRuleVerbs },
  { noun: smimeConfig, verbs: smimeConfigVerbs },
  { noun: exchangeDiagnosticInfo, verbs: exchangeDiagnosticInfoVerbs },
  { noun: clientAccessRule, verbs: clientAccessRuleVerbs },
  { noun: queueDigest, verbs: queueDigestVerbs },
  { noun: authenticationPolicy, verbs: authenticationPolicyVerbs },
];
