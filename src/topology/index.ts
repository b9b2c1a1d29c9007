/**
 * The organization as one immutable value: classes and objects of the directory, names and identities, reading and
 * writing, starting points, JSON. Start with `buildTopology` or `topologies`; read with `listObjects`, `getObject` and
 * `resolveIdentity`; write with `addObject`, `updateObject` and `removeObject`.
 */

export { buildTopology } from "./build/build-topology.js";
export {
  type AvailabilityGroupSpec,
  type ClientAccessArraySpec,
  type DatabaseSpec,
  type DeviceSpec,
  type DnsRecordSpec,
  type DomainControllerSpec,
  type LoadBalancerSpec,
  type MailboxSpec,
  type MailboxType,
  mailboxTypes,
  type NetworkHostSpec,
  type NetworkSpec,
  type ServerSpec,
  type TopologySpec,
} from "./build/spec.js";
export { coreSchema } from "./classes/core-schema.js";
export { type ServerEdition, type ServerRole, serverRoles } from "./classes/exchange-server.js";
export { defineClass } from "./define-class.js";
export { type Change, compareTopologies } from "./diff.js";
export { TopologyError, TopologyErrors } from "./error.js";
export {
  dutiesOf,
  type ExchangeRelease,
  exchangeReleases,
  listedRoles,
  releaseVersions,
} from "./exchange-release.js";
export { describeFailure, type Failure } from "./failure.js";
export { guidNamed, parseGuid } from "./guid.js";
export { findByName, type IdentityQuery, matchesName, resolveIdentity } from "./identity.js";
export { adoptSchema, fromJSON, type TopologyJson, toJSON } from "./json.js";
export {
  canonicalName,
  childNamed,
  distinguishedName,
  domainOf,
  findByCanonicalName,
  findByDistinguishedName,
  pathOf,
} from "./names.js";
export type { NewObject, ObjectChange, Refusal } from "./plan.js";
export {
  childrenOf,
  countObjects,
  type DanglingReference,
  danglingReferences,
  eachObject,
  findByIndex,
  followReference,
  getObject,
  getProperty,
  hasChildren,
  indexHas,
  listObjects,
  type Target,
  usedClasses,
} from "./read.js";
export {
  type Anchor,
  type ClassDeclaration,
  type ClassDefinition,
  type ClassExtension,
  type ContainerDefinition,
  type Form,
  type IndexDefinition,
  type NamingAttribute,
  type PropertyDefinition,
  Schema,
} from "./schema.js";
export { startingPointsOf, topologies } from "./starting-points.js";
export type { DirectoryObject, Tombstone, Topology } from "./state.js";
export { type Vector, vectorItems, vectorOf, vectorPush } from "./storage/vector.js";
export { isoFromTicks, type Ticks, ticksFromIso } from "./time.js";
export {
  type Guid,
  isList,
  isRecord,
  isReference,
  type Properties,
  type PropertyValue,
  type RecordValue,
  type Reference,
  reference,
  sameValue,
  valuesOf,
} from "./value.js";
export { backEndWebSite, defaultWebSite, isBackEnd, webSiteOf } from "./web-site.js";
export {
  addObject,
  addObjects,
  drawGuid,
  removeObject,
  setClock,
  updateObject,
  updateProperties,
  type WriteResult,
  type Written,
  withOwnGuids,
} from "./write.js";
