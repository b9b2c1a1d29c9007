import { type DirectoryObject, getProperty, listObjects, type ObjectChange } from "../../topology/index.js";
import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { message } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { type Setter, setVerb } from "../noun/set-verb.js";
import type { Source } from "../noun/source.js";
import type { Task } from "../noun/task.js";
import { computed, fixed, text, time } from "../properties/property.js";
import { schema } from "../schema.js";
import { isSince2013 } from "../servers/roles.js";

const typeName = "Microsoft.Exchange.Data.Directory.SystemConfiguration.AuthConfig";
/** Exchange's own application id, the same everywhere. */
export const exchangeService = "00000002-0000-0ff1-ce00-000000000000";
const certificateSubject = "CN=Microsoft Exchange Server Auth Certificate";

/** The certificate that setup makes for it; certificates are called by their thumbprints. */
function setupCertificate({ topology }: Source): string {
  const found = listObjects(topology, "ExchangeCertificate").find(
    (certificate) => getProperty(schema, certificate, "Subject") === certificateSubject,
  );
  return found?.name ?? "";
}

/**
 * How the organization's servers prove to other applications who they are (OAuth). Names and order: recorded of 2016
 * (facts/types.json); values from memory.
 */
export const authConfig = defineNoun({
  noun: "AuthConfig",
  called: "authorization configuration",
  class: {
    name: "AuthConfig",
    objectClass: ["top", "container", "msExchAuthAuthConfig"],
    objectCategory: "ms-Exch-Auth-Auth-Config",
    container: { below: "organization", path: ["CN=Auth Configuration"] },
  },
  singleton: true,
  setup: (topology) =>
    listObjects(topology, "ExchangeServer").some(isSince2013)
      ? [{ class: "AuthConfig", name: "Auth Configuration", properties: { ServiceName: exchangeService } }]
      : [],
  typeNames: configurationTypes(typeName),
  certainty: "captured",
  properties: () => [
    text("CurrentCertificateThumbprint", { parameter: "CertificateThumbprint", absent: setupCertificate }),
    text("PreviousCertificateThumbprint", { parameter: null }),
    text("NextCertificateThumbprint", { parameter: "NewCertificateThumbprint" }),
    time("NextCertificateEffectiveDate", { parameter: "NewCertificateEffectiveDate" }),
    text("ServiceName"),
    text("Realm"),
    fixed("DeploymentId", "string", () => ""),
    computed("IssuerIdentifier", "string", ({ object }) => issuer(object)),
    { name: "Name", type: "string", read: ({ object }) => object.name },
    ...configurationTail(objectVersions.exchange2013, { name: false, identity: "name" }),
  ],
  views: [],
});

function issuer(config: DirectoryObject): string {
  const service = String(getProperty(schema, config, "ServiceName") ?? "");
  const realm = String(getProperty(schema, config, "Realm") ?? "");
  return realm === "" ? service : `${service}@${realm}`;
}

const messages = {
  noCertificate: message({
    text: (thumbprint: string) => `The certificate with thumbprint ${thumbprint} was not found.`,
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the rule is documented (Set-AuthConfig), the text is not known",
  }),
  nothingNext: message({
    text: () =>
      "There is no next certificate to publish. Name it first with the NewCertificateThumbprint and NewCertificateEffectiveDate parameters.",
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented (Set-AuthConfig), the text is not known",
  }),
} as const;

function installed(task: Task, parameter: string): string {
  const wanted = (task.text(parameter) ?? "").replace(/\s/g, "").toUpperCase();
  const isThere = listObjects(task.topology, "ExchangeCertificate").some(({ name }) => name.toUpperCase() === wanted);
  if (!isThere) throw task.failure(messages.noCertificate, [wanted]);
  return wanted;
}

/** -PublishCertificate: the next certificate becomes the current one, which becomes the previous one. */
function published(task: Task, config: DirectoryObject): ObjectChange {
  const next = getProperty(schema, config, "NextCertificateThumbprint");
  if (typeof next !== "string" || next === "") throw task.failure(messages.nothingNext, []);
  const current = getProperty(schema, config, "CurrentCertificateThumbprint");
  return {
    properties: {
      PreviousCertificateThumbprint: current ?? setupCertificate(task.source(config)),
      CurrentCertificateThumbprint: next,
      NextCertificateThumbprint: null,
      NextCertificateEffectiveDate: null,
    },
  };
}

const current: Setter = (task, _value, config) => ({
  properties: {
    PreviousCertificateThumbprint:
      getProperty(schema, config, "CurrentCertificateThumbprint") ?? setupCertificate(task.source(config)),
    CurrentCertificateThumbprint: installed(task, "CertificateThumbprint"),
  },
});

export const authConfigVerbs: NounVerbs = {
  Get: getVerb(authConfig),
  Set: setVerb(authConfig, {
    setters: {
      CertificateThumbprint: current,
      NewCertificateThumbprint: (task) => ({
        properties: { NextCertificateThumbprint: installed(task, "NewCertificateThumbprint") },
      }),
      PublishCertificate: (task, value, config) => (value === true ? published(task, config) : {}),
      ClearPreviousCertificate: (_task, value) =>
        value === true ? { properties: { PreviousCertificateThumbprint: null } } : {},
    },
    // Certificates are on all servers at once.
    accepted: ["Force", "Server", "SkipImmediateCertificateDeployment"],
  }),
};
