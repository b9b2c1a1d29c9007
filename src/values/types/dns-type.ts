import { PSArray } from "../collections.js";
import type { DotNetType } from "../dotnet-type.js";
import { heapClass } from "../heap/heap-class.js";
import { argumentNullError, netError } from "../net-errors.js";
import { method, property } from "../signatures.js";
import { parseIPAddress } from "../simple-value-parsing.js";
import { IPAddress } from "../simple-values.js";
import { defineType, typeNamed } from "../types.js";
import { DotNetObject, type Value } from "../value.js";
import type { NameLookup, ValueContext } from "../value-context.js";

const entryName = "System.Net.IPHostEntry";
const addressName = "System.Net.IPAddress";

/** System.Net.IPHostEntry: a name, what else it is called, and its addresses. */
export class IPHostEntry extends DotNetObject {
  constructor(
    readonly hostName: string,
    readonly aliases: PSArray,
    readonly addresses: PSArray,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(entryName);
  }
}
heapClass("IPHostEntry", IPHostEntry);

function lookup(context: ValueContext): NameLookup {
  const names = context.services?.names;
  if (names === undefined) throw netError("System.NotSupportedException", "NotEmulated: there is no network.");
  return names;
}

function hostNotFound({ facts }: ValueContext): never {
  const dot = facts.exceptionTexts === "core" ? "." : "";
  throw netError("System.Net.Sockets.SocketException", `No such host is known${dot}`);
}

function addressesOf(texts: readonly string[]): PSArray {
  return new PSArray(
    texts.flatMap((text) => parseIPAddress(text) ?? []),
    typeNamed(addressName),
  );
}

function entry(hostName: string, aliases: readonly string[], addresses: readonly string[]): IPHostEntry {
  return new IPHostEntry(hostName, new PSArray([...aliases], typeNamed("System.String")), addressesOf(addresses));
}

function nameIn(context: ValueContext, value: Value | undefined, parameter: string): string {
  if (typeof value !== "string") throw argumentNullError(context, parameter);
  return value === "" ? lookup(context).hostName() : value;
}

/** The entry of a name; of an address its text stands for the name. */
function byName(context: ValueContext, name: string): IPHostEntry {
  if (parseIPAddress(name) !== null) return entry(name, [], [name]);
  const found = lookup(context).addressesOf(name);
  if (found === null) return hostNotFound(context);
  const aliases = found.name.toLowerCase() === found.asked.toLowerCase() ? [] : [found.asked];
  return entry(found.name, aliases, found.addresses);
}

/** The entry of an address: the name that it is registered under. */
function byAddress(context: ValueContext, address: string): IPHostEntry {
  const name = lookup(context).nameOf(address);
  return name === null ? hostNotFound(context) : entry(name, [], [address]);
}

const textOf = (value: Value | undefined): string => (value instanceof IPAddress ? value.text : "");

defineType({
  fullName: "System.Net.Dns",
  staticMembers: () => [
    method(["static string GetHostName()", (context) => lookup(context).hostName()]),
    method([
      "static System.Net.IPHostEntry GetHostByName(string hostName)",
      (context, _, [name]) => byName(context, nameIn(context, name, "hostName")),
    ]),
    method([
      "static System.Net.IPHostEntry Resolve(string hostName)",
      (context, _, [name]) => byName(context, nameIn(context, name, "hostName")),
    ]),
    method(
      [
        "static System.Net.IPHostEntry GetHostByAddress(string address)",
        (context, _, [address]) => byAddress(context, nameIn(context, address, "address")),
      ],
      [
        "static System.Net.IPHostEntry GetHostByAddress(ipaddress address)",
        (context, _, [address]) => byAddress(context, textOf(address)),
      ],
    ),
    method(
      [
        "static System.Net.IPHostEntry GetHostEntry(ipaddress address)",
        (context, _, [address]) => byAddress(context, textOf(address)),
      ],
      [
        "static System.Net.IPHostEntry GetHostEntry(string hostNameOrAddress)",
        (context, _, [asked]) => {
          const name = nameIn(context, asked, "hostNameOrAddress");
          return parseIPAddress(name) === null ? byName(context, name) : byAddress(context, name);
        },
      ],
    ),
    method([
      "static ipaddress[] GetHostAddresses(string hostNameOrAddress)",
      (context, _, [name]) => byName(context, nameIn(context, name, "hostNameOrAddress")).addresses,
    ]),
  ],
});

defineType({
  fullName: entryName,
  members: () => [
    property<IPHostEntry>("string HostName", (self) => self.hostName),
    property<IPHostEntry>("string[] Aliases", (self) => self.aliases),
    property<IPHostEntry>("ipaddress[] AddressList", (self) => self.addresses),
  ],
});
