import { ValueObject } from "../../values/dictionary.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { method, property } from "../../values/signatures.js";
import { defineType, typeNamed } from "../../values/types.js";
import { formatError, fromText } from "./text-conversion.js";

export const protocolConnectionSettingsName = "Microsoft.Exchange.Data.ProtocolConnectionSettings";

/** Where a mail program connects to, and how it encrypts: `mail.contoso.com:995:SSL`; without a third part, not at all. */
export class ProtocolConnectionSettings extends ValueObject {
  constructor(
    readonly host: string,
    readonly port: number,
    readonly encryption: "TLS" | "SSL" | null,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(protocolConnectionSettingsName);
  }
  equalityKey(): string {
    return this.toNetText().toLowerCase();
  }
  toNetText(): string {
    return [this.host, this.port, ...(this.encryption === null ? [] : [this.encryption])].join(":");
  }
}
heapClass("ProtocolConnectionSettings", ProtocolConnectionSettings);

const lastPort = 65535;

/** @throws {PowerShellError} for text of another form */
export function parseConnectionSettings(text: string): ProtocolConnectionSettings {
  const [, host = "", port = "", encryption] = /^([A-Za-z0-9.-]+):(\d+)(?::(TLS|SSL))?$/i.exec(text) ?? [];
  if (host === "" || Number(port) < 1 || Number(port) > lastPort)
    // The real words are not known.
    throw formatError(`"${text}" isn't a connection setting. Write host:port:TLS, host:port:SSL or host:port.`);
  const upper = encryption?.toUpperCase();
  return new ProtocolConnectionSettings(host, Number(port), upper === "TLS" || upper === "SSL" ? upper : null);
}

defineType({
  fullName: protocolConnectionSettingsName,
  takesText: true,
  convertFrom: (context, value) =>
    value instanceof ProtocolConnectionSettings
      ? value
      : fromText(() => protocolConnectionSettingsName, parseConnectionSettings)(context, value),
  members: () => [
    property<ProtocolConnectionSettings>("string Hostname", (self) => self.host),
    property<ProtocolConnectionSettings>("int Port", (self) => self.port),
    property<ProtocolConnectionSettings>(
      "System.Nullable[Microsoft.Exchange.Data.EncryptionType] EncryptionType",
      (self) => self.encryption,
    ),
    method<ProtocolConnectionSettings>(["string ToString()", (_context, self) => self.toNetText()]),
  ],
});
