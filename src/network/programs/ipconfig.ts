import { type ApplicationRun, defineApplication } from "../../runtime/application.js";
import { ticksPerSecond } from "../../values/date-time.js";
import { addressNumber, isInSubnet, subnetMask } from "../address.js";
import { flushResolverCache } from "../change/names.js";
import type { CacheEntry } from "../evaluation.js";
import { dnsServerFor } from "../resolve.js";
import { gatewayOf, type Here, here } from "./here.js";

/** ipconfig.exe: addresses, and the resolver's cache. */
export const ipconfig = defineApplication({
  name: "ipconfig.exe",
  version: "6.1.7600.16385",
  run(run) {
    const place = here(run.context);
    const [option = ""] = run.arguments;
    run.print("");
    run.print("Windows IP Configuration");
    run.print("");
    switch (option.replace(/^-/, "/").toLowerCase()) {
      case "":
        printAdapters(run, place, false);
        return 0;
      case "/all":
        printAdapters(run, place, true);
        return 0;
      case "/flushdns":
        place.organization.current = flushResolverCache(place.organization.current, place.host.name);
        run.print("Successfully flushed the DNS Resolver Cache.");
        return 0;
      case "/displaydns":
        return printCache(run, place);
      case "/registerdns":
        run.print(
          "Registration of the DNS resource records for all adapters of this computer has been initiated. Any errors will be reported in the Event Viewer in 15 minutes.",
        );
        return 0;
      case "/release":
      case "/renew":
        run.print("The operation failed as no adapter is in the state permissible for this operation.");
        return 1;
      default:
        run.print(`Error: unrecognized or incomplete command line.`);
        return 1;
    }
  },
});

function printAdapters({ print }: ApplicationRun, place: Here, isWhole: boolean): void {
  const { host, network, machine, evaluation } = place;
  const domain = host.fqdn.slice(host.fqdn.indexOf(".") + 1);
  if (isWhole) {
    print(`   Host Name . . . . . . . . . . . . : ${host.name}`);
    print(`   Primary Dns Suffix  . . . . . . . : ${domain}`);
    print("   Node Type . . . . . . . . . . . . : Hybrid");
    print("   IP Routing Enabled. . . . . . . . : No");
    print("   WINS Proxy Enabled. . . . . . . . : No");
    print(`   DNS Suffix Search List. . . . . . : ${domain}`);
  }
  print("");
  print("Ethernet adapter Local Area Connection:");
  print("");
  print("   Connection-specific DNS Suffix  . : ");
  if (isWhole) print("   DHCP Enabled. . . . . . . . . . . : No");
  for (const address of host.addresses) {
    const number = addressNumber(address) ?? 0;
    const subnet = network.sites.find((each) => isInSubnet(each.subnet, number))?.subnet;
    print(`   IPv4 Address. . . . . . . . . . . : ${address}${isWhole ? "(Preferred) " : ""}`);
    print(`   Subnet Mask . . . . . . . . . . . : ${subnet === undefined ? "" : subnetMask(subnet)}`);
  }
  print(`   Default Gateway . . . . . . . . . : ${gatewayOf(network, machine.address)}`);
  if (!isWhole) return;
  print(`   DNS Servers . . . . . . . . . . . : ${dnsServerFor(evaluation, machine)?.addresses[0] ?? ""}`);
  print("   NetBIOS over Tcpip. . . . . . . . : Enabled");
}

function printCache({ print }: ApplicationRun, { evaluation, machine }: Here): number {
  const entries = [...evaluation.cacheOf(machine).values()].filter(({ expires }) => expires > evaluation.now);
  if (entries.length === 0) {
    print("Could not display the DNS Resolver Cache.");
    return 1;
  }
  for (const entry of entries) printEntry(print, entry, evaluation.now);
  return 0;
}

function printEntry(
  print: (line: string) => void,
  { name, addresses, aliasOf, expires }: CacheEntry,
  now: bigint,
): void {
  print(`    ${name}`);
  print("    ----------------------------------------");
  if (addresses.length === 0) print("    Name does not exist.");
  const record = (owner: string, type: number, length: number, data: string): void => {
    print(`    Record Name . . . . . : ${owner}`);
    print(`    Record Type . . . . . : ${type}`);
    print(`    Time To Live  . . . . : ${(expires - now) / ticksPerSecond}`);
    print(`    Data Length . . . . . : ${length}`);
    print("    Section . . . . . . . : Answer");
    print(`    ${data}`);
    print("");
  };
  if (addresses.length > 0) {
    aliasOf.forEach((target, index) => {
      record(index === 0 ? name : (aliasOf[index - 1] ?? name), 5, 8, `CNAME Record  . . . . : ${target}`);
      print("");
    });
  }
  for (const address of addresses) record(aliasOf.at(-1) ?? name, 1, 4, `A (Host) Record . . . : ${address}`);
  print("");
}
