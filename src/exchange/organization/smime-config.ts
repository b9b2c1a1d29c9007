import { listObjects } from "../../topology/index.js";
import { bytesOf, toBase64 } from "../../values/bytes.js";
import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { type Setter, setVerb } from "../noun/set-verb.js";
import { bool, fixed, text, uint } from "../properties/property.js";
import { isSince2013 } from "../servers/roles.js";

const typeName = "Microsoft.Exchange.Data.Directory.SystemConfiguration.SmimeConfigurationContainer";

/**
 * How Outlook Web App signs and encrypts, since 2013 SP1. Defaults are documented (Set-SmimeConfig), order from memory.
 * The certificates of -SMIMECertificateIssuingCA are kept and not read.
 */
export const smimeConfig = defineNoun({
  noun: "SmimeConfig",
  called: "S/MIME configuration",
  class: {
    name: "SmimeConfig",
    objectClass: ["top", "container", "msExchContainer"],
    objectCategory: "ms-Exch-Container",
    container: { below: "organization", path: ["CN=Global Settings"] },
  },
  setup: (topology) =>
    listObjects(topology, "ExchangeServer").some(isSince2013)
      ? [{ class: "SmimeConfig", name: "Smime Configuration" }]
      : [],
  singleton: true,
  typeNames: configurationTypes(typeName),
  certainty: "memory",
  properties: () => [
    bool("OWACheckCRLOnSend", { default: false }),
    uint("OWADLExpansionTimeout", { default: 60_000 }),
    bool("OWAUseSecondaryProxiesWhenFindingCertificates", { default: true }),
    uint("OWACRLConnectionTimeout", { default: 60_000 }),
    uint("OWACRLRetrievalTimeout", { default: 10_000 }),
    bool("OWADisableCRLCheck", { default: false }),
    bool("OWAAlwaysSign", { default: false }),
    bool("OWAAlwaysEncrypt", { default: false }),
    bool("OWAClearSign", { default: true }),
    bool("OWAIncludeCertificateChainWithoutRootCertificate", { default: false }),
    bool("OWAIncludeCertificateChainAndRootCertificate", { default: false }),
    bool("OWAEncryptTemporaryBuffers", { default: true }),
    bool("OWASignedEmailCertificateInclusion", { default: true }),
    uint("OWABCCEncryptedEmailForking", { default: 0 }),
    bool("OWAIncludeSMIMECapabilitiesInMessage", { default: false }),
    bool("OWACopyRecipientHeaders", { default: false }),
    bool("OWAOnlyUseSmartCard", { default: false }),
    bool("OWATripleWrapSignedEncryptedMail", { default: true }),
    bool("OWAUseKeyIdentifier", { default: false }),
    text("OWAEncryptionAlgorithms", { default: "6610" }),
    text("OWASigningAlgorithms", { default: "8004" }),
    bool("OWAForceSMIMEClientUpgrade", { default: true }),
    text("OWASenderCertificateAttributesToDisplay"),
    bool("OWAAllowUserChoiceOfSigningCertificate", { default: false }),
    text("SMIMECertificateIssuingCA", { parameter: null }),
    fixed("SMIMECertificatesExpiryDate", "System.Nullable[datetime]", () => null),
    fixed("SMIMEExpiredCertificateThumbprint", "string", () => ""),
    ...configurationTail(objectVersions.exchange2013, { name: true, identity: "name" }),
  ],
  // Without a view the whole list is shown.
  views: [],
});

/** The bytes of a file of certificates, as text. */
const issuers: Setter = (_task, value) => ({
  properties: { SMIMECertificateIssuingCA: value === null ? null : toBase64(bytesOf(value)) },
});

export const smimeConfigVerbs: NounVerbs = {
  // There is one organization, which -Identity may name.
  Get: getVerb(smimeConfig, { accepted: ["Identity"] }),
  Set: setVerb(smimeConfig, { accepted: ["Identity"], setters: { SMIMECertificateIssuingCA: issuers } }),
};
