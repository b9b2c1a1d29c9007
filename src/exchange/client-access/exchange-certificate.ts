import {
  type DirectoryObject,
  getProperty,
  type NewObject,
  type PropertyValue,
  type Topology,
} from "../../topology/index.js";
import { identityProperty } from "../noun/common-properties.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { defineNoun } from "../noun/noun.js";
import { stored } from "../noun/read.js";
import type { Source } from "../noun/source.js";
import { bool, choice, computed, fixed, int, list, text, time } from "../properties/property.js";
import { smtpDomainKind } from "../properties/scalar-kinds.js";
import { schema } from "../schema.js";
import { isSince2013, versionOf } from "../servers/roles.js";
import { enumeration } from "../types/enumeration.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import {
  allowedServices,
  fingerprints,
  joinedServices,
  rootType,
  serviceLetters,
  servicesIn,
  yearsLater,
} from "./certificate-values.js";
import { configuration } from "./virtual-directory-rows.js";

const typeName = "Microsoft.Exchange.Management.SystemConfigurationTasks.ExchangeCertificate";
const netTypes = "System.Security.Cryptography.X509Certificates";

/** The class of the certificates of a server. They lie in its store; here below its object, named by their thumbprints. */
export const certificateClass = "ExchangeCertificate";

const statuses = enumeration(`${configuration}.CertificateStatus`, [
  "Unknown",
  "Valid",
  "Revoked",
  "DateInvalid",
  "Untrusted",
  "Invalid",
  "RevocationCheckFailure",
  "PendingRequest",
]);

export const servicesOf = (certificate: DirectoryObject): readonly string[] =>
  servicesIn(getProperty(schema, certificate, "Services"));

const status = ({ topology, object }: Source) => {
  if (getProperty(schema, object, "IsPending") === true) return statuses("PendingRequest");
  const end = getProperty(schema, object, "NotAfter");
  return statuses(typeof end === "bigint" && end < topology.clock ? "DateInvalid" : "Valid");
};

/** Three rules: the system, the administrators, the services of Exchange. */
const accessRules = () =>
  multiValuedProperty(Array.from({ length: 3 }, () => "System.Security.AccessControl.CryptoKeyAccessRule"));

/** 2010 shows six letters, later releases seven (captures of both). */
/**
 * What a certificate is shown to be for: since 2013 the web site of the back end has one too, and keeps it when the one that
 * clients see gets another (facts/captures.jsonl, get-exchangecertificate.2 and .4).
 */
function shownServices(certificate: DirectoryObject): readonly string[] {
  const own = servicesOf(certificate);
  return getProperty(schema, certificate, "IsBackEnd") === true && !own.includes("IIS") ? [...own, "IIS"] : own;
}

const letters = ({ release, object }: Source): string =>
  serviceLetters(shownServices(object), release === "2010" ? 6 : 7);

/** What the list view shows, alphabetically. */
const listed = (): readonly ExchangeProperty[] => [
  fixed("AccessRules", "System.Collections.Generic.List[System.Security.AccessControl.AccessRule]", accessRules),
  list("CertificateDomains", smtpDomainKind, { parameter: null }),
  fixed("HasPrivateKey", "bool", () => true),
  computed("IsSelfSigned", "bool", (source) => stored(source, "Issuer") === stored(source, "Subject")),
  text("Issuer", { parameter: null }),
  time("NotAfter", { parameter: null, type: "datetime" }),
  time("NotBefore", { parameter: null, type: "datetime" }),
  int("PublicKeySize", { default: 2048, parameter: null }),
  choice("RootCAType", rootType, { default: "None", parameter: null }),
  text("SerialNumber", { parameter: null }),
  {
    ...choice("Services", allowedServices, { default: "None", parameter: null }),
    read: ({ object }) => allowedServices(joinedServices(shownServices(object))),
  },
  computed("Status", statuses.fullName, status),
  text("Subject", { parameter: null }),
  computed("Thumbprint", "string", ({ object }) => object.name),
];

/**
 * A certificate that Exchange may use. Both views, and the services as letters: captures of 2010 to 2019. What the list
 * view leaves out is from memory.
 */
export const exchangeCertificate = defineNoun({
  noun: "ExchangeCertificate",
  class: {
    name: certificateClass,
    objectClass: ["top", "certificate"],
    objectCategory: "Certificate",
    container: { belowClass: "ExchangeServer", path: ["CN=Certificates"] },
    /** A request that was made and waits to be signed; the certificate of the back end's web site. */
    properties: { IsPending: { holds: "boolean" }, IsBackEnd: { holds: "boolean" } },
  },
  identity: { classes: [certificateClass], owner: "ExchangeServer" },
  serverSetup: (server, topology) => certificatesOf(server, topology),
  typeNames: [typeName, `${netTypes}.X509Certificate2`, `${netTypes}.X509Certificate`],
  certainty: "captured",
  properties: () => [
    ...listed(),
    { ...identityProperty("server"), certainty: "memory" },
    computed("ServicesStringForm", "string", letters, { certainty: "memory" }),
    text("FriendlyName", { parameter: null, certainty: "memory" }),
    bool("PrivateKeyExportable", { default: false, certainty: "memory" }),
    /** The certificate that the server shows when it sends and receives, unless a connector asks for another. */
    bool("IsDefaultSmtp", { default: false, parameter: null, certainty: "unknown" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "Thumbprint", width: 41 },
        { label: "Services", property: "ServicesStringForm", width: 10 },
        { property: "Subject" },
      ],
    },
    {
      kind: "list",
      name: typeName,
      typeNames: [typeName],
      get entries() {
        return [{ items: listed().map(({ name }) => ({ property: name })) }];
      },
    },
  ],
});

/** What a new certificate is made of. */
export interface CertificateSpec {
  readonly subject: string;
  readonly domains: readonly string[];
  readonly services: readonly string[];
  readonly notBefore: bigint;
  readonly years: number;
  /** What makes it another than one of the same subject. */
  readonly what: string;
  readonly properties?: Readonly<Record<string, PropertyValue>>;
}

/** A self-signed certificate of a server. */
export function selfSigned(topology: Topology, server: DirectoryObject, spec: CertificateSpec): NewObject {
  const { thumbprint, serialNumber } = fingerprints(topology, server, spec.what);
  return {
    class: certificateClass,
    name: thumbprint,
    parent: server.guid,
    properties: {
      Subject: spec.subject,
      Issuer: spec.subject,
      SerialNumber: serialNumber,
      ...(spec.domains.length === 0 ? {} : { CertificateDomains: spec.domains }),
      ...(spec.services.length === 0 ? {} : { Services: joinedServices(spec.services) }),
      NotBefore: spec.notBefore,
      NotAfter: yearsLater(spec.notBefore, spec.years),
      ...spec.properties,
    },
  };
}

export const fqdnOf = ({ properties }: DirectoryObject): string =>
  typeof properties.Fqdn === "string" ? properties.Fqdn : "";

/** Exchange 2019 is version 15.2. */
const minorOf2019 = 2;

/**
 * What setup makes: the server's own certificate, valid for five years; since 2013 also the one that servers know each
 * other by, and that of the web management service, whose name has followed Windows' since Server 2016, which is what
 * Exchange 2019 runs on (facts/captures.jsonl, get-exchangecertificate.4 of 2016, .1 and .2 of 2019).
 */
function certificatesOf(server: DirectoryObject, topology: Topology): readonly NewObject[] {
  const notBefore = server.whenCreated;
  const later = isSince2013(server);
  const own = selfSigned(topology, server, {
    subject: `CN=${server.name}`,
    domains: [server.name, fqdnOf(server)],
    services: ["IMAP", "POP", "IIS", "SMTP"],
    notBefore,
    years: 5,
    what: "setup",
    properties: {
      FriendlyName: "Microsoft Exchange",
      ...(later ? { RootCAType: "Registry", IsBackEnd: true } : {}),
      IsDefaultSmtp: true,
    },
  });
  if (!later) return [own];
  const authentication = selfSigned(topology, server, {
    subject: "CN=Microsoft Exchange Server Auth Certificate",
    domains: [],
    services: ["SMTP"],
    notBefore,
    years: 5,
    what: "authentication",
    properties: { FriendlyName: "Microsoft Exchange Server Auth Certificate" },
  });
  const service = (versionOf(server)?.minor ?? 0) >= minorOf2019 ? "WMSvc-SHA2" : "WMSvc";
  const management = selfSigned(topology, server, {
    subject: `CN=${service}-${server.name}`,
    domains: [`${service}-${server.name}`],
    services: [],
    notBefore,
    years: 10,
    what: "management",
    properties: { FriendlyName: service.toUpperCase(), RootCAType: "Registry" },
  });
  return [authentication, own, management];
}
