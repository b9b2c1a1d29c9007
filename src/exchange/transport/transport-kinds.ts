import { parseIPAddress } from "../../values/simple-value-parsing.js";
import { PSCredential, SecureString } from "../../values/types/security-types.js";
import { Fqdn, fqdnTypeName } from "../parameters/fqdn.js";
import type { Kind } from "../properties/kind.js";
import { textual } from "../properties/scalar-kinds.js";
import { enumeration } from "../types/enumeration.js";
import { addressSpaceName, parseAddressSpace } from "./types/address-space.js";
import { domainCapabilitiesName, parseDomainCapabilities } from "./types/domain-capabilities.js";
import { ipBindingName, parseIPBinding } from "./types/ip-binding.js";
import { ipRangeName, parseIPRange } from "./types/ip-range.js";
import { parseSmartHost, smartHostName } from "./types/smart-host.js";

/** The kinds of values that connectors have, and their enumerations. */

export const addressSpaceKind: Kind = textual(
  "address space",
  addressSpaceName,
  (stored) => parseAddressSpace(String(stored)),
  addressSpaceName,
);
export const smartHostKind: Kind = textual(
  "smart host",
  smartHostName,
  (stored) => parseSmartHost(String(stored)),
  smartHostName,
);
export const ipBindingKind: Kind = textual(
  "ip binding",
  ipBindingName,
  (stored, { release }) => parseIPBinding(String(stored), release !== "2010"),
  ipBindingName,
);
export const ipRangeKind: Kind = textual(
  "ip range",
  ipRangeName,
  (stored) => parseIPRange(String(stored)),
  ipRangeName,
);

export const domainCapabilitiesKind: Kind = textual(
  "domain capabilities",
  domainCapabilitiesName,
  (stored) => parseDomainCapabilities(String(stored)),
  domainCapabilitiesName,
);

const configuration = "Microsoft.Exchange.Data.Directory.SystemConfiguration";

export const protocolLoggingLevel = enumeration("Microsoft.Exchange.Data.ProtocolLoggingLevel", ["None", "Verbose"]);

/** How clients of a Receive connector prove who they are. */
export const authMechanisms = enumeration(
  `${configuration}.AuthMechanisms`,
  ["None", "Tls", "Integrated", "BasicAuth", "BasicAuthRequireTLS", "ExchangeServer", "ExternalAuthoritative"],
  { isFlags: true },
);

/** How a Send connector proves to a smart host who it is. */
export const smartHostAuthMechanisms = enumeration(`${configuration}.SmtpSendConnectorConfig+AuthMechanisms`, [
  "None",
  "BasicAuth",
  "BasicAuthRequireTLS",
  "ExchangeServer",
  "ExternalAuthoritative",
]);

export const permissionGroups = enumeration(
  "Microsoft.Exchange.Data.PermissionGroups",
  ["None", "AnonymousUsers", "ExchangeUsers", "ExchangeServers", "ExchangeLegacyServers", "Partners", "Custom"],
  { isFlags: true },
);

export const ipAddressKind: Kind = textual("ip address", "ipaddress", (stored) => parseIPAddress(String(stored)));
/** A host name of the connector's own. */
export const fqdnKind: Kind = textual("fqdn", fqdnTypeName, (stored) => new Fqdn(String(stored)));

/** A credential, of which the directory keeps the account's name: what is secret has no place in a model. */
export const credentialKind: Kind = {
  ...textual("credential", "pscredential", (stored) => new PSCredential(String(stored), new SecureString(""))),
  take: (given) => (given instanceof PSCredential ? given.userName : null),
};
