import { PSList } from "../../values/collections.js";
import { ValueObject } from "../../values/dictionary.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { method, property } from "../../values/signatures.js";
import { defineType, typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";

const typeName = "Microsoft.Exchange.Data.NetworkAddress";
export const networkAddressesName = "Microsoft.Exchange.Data.NetworkAddressCollection";

/** How a server is reached by one protocol: `ncacn_ip_tcp:ex01.contoso.com`. */
class NetworkAddress extends ValueObject {
  constructor(readonly text: string) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(typeName);
  }
  get protocol(): string {
    return this.text.slice(0, this.text.indexOf(":"));
  }
  get address(): string {
    return this.text.slice(this.text.indexOf(":") + 1);
  }
  equalityKey(): string {
    return this.text.toLowerCase();
  }
  toNetText(): string {
    return this.text;
  }
}
heapClass("NetworkAddress", NetworkAddress);

/** Members from memory of what scripts ask for. */
defineType({
  fullName: typeName,
  members: () => [
    property<NetworkAddress>("string ProtocolName", (self) => self.protocol),
    property<NetworkAddress>("string AddressString", (self) => self.address),
    method<NetworkAddress>(["string ToString()", (_context, self) => self.text]),
  ],
});
defineType({
  fullName: networkAddressesName,
  base: `Microsoft.Exchange.Data.MultiValuedProperty\`1[[${typeName}]]`,
});

/** The addresses of a server. */
export function networkAddresses(texts: readonly string[]): Value {
  const items = texts.map((text) => new NetworkAddress(text));
  return new PSList(typeNamed(networkAddressesName), items, typeNamed(typeName));
}
