/**
 * The network around the organization: names, addresses, load balancers, clusters, the firewall, and the clients that
 * find their way through it. `networkOf` gives the network of an organization for reading; functions of `change/` give a
 * changed organization; `Evaluation` with `connectOutlook` and `connectHttps` tells who ends up connected where, and why.
 */
export type { Finding, Severity } from "./advisor/index.js";
export { labCmdlets, labViews } from "./cmdlets/index.js";
export { connectionsIn } from "./connections.js";
export type { DnsAnswer, DnsView, ResourceRecord } from "./dns.js";
export type { ClientImpact } from "./impact.js";
export type { LabBalancer } from "./lab/balancer.js";
export type { LabBench } from "./lab/bench.js";
export type { LabClient } from "./lab/client.js";
export type { LabDns } from "./lab/dns.js";
export type { LabHost } from "./lab/host.js";
export { Lab } from "./lab/lab.js";
export type { LabOutlook } from "./lab/outlook.js";
export { LabError } from "./lab-error.js";
export { dnsRecordDisplaySets as windowsDisplaySets } from "./modules/dns-client/dns-record.js";
export { availableModules, findModuleCommand, loadedModuleCmdlets } from "./modules/index.js";
export { windowsViews } from "./modules/views.js";
export { sessionNames } from "./name-lookup.js";
export { networkOf } from "./network.js";
export { findProgram } from "./programs/index.js";
export { settle } from "./settle.js";
export { sessionSockets } from "./sockets.js";
export type { ConnectionRow, OutlookStatus } from "./status.js";
export type { Step } from "./steps.js";
