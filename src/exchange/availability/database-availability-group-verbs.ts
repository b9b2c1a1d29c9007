import type { DirectoryObject, NewObject, ObjectChange } from "../../topology/index.js";
import { toItems } from "../../values/enumeration.js";
import { SmallInteger } from "../../values/numbers.js";
import { toText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import type { NounVerbs, VerbBehaviour } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { type Setter, setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { fqdnOf } from "../servers/fqdn-of.js";
import { clusterStatus, databaseAvailabilityGroup } from "./database-availability-group.js";
import { makeFirstNetwork } from "./database-availability-group-server.js";
import { restoreGroup, startGroup, stopGroup } from "./datacenter-activation.js";
import { membersOf } from "./members.js";
import { checkWitness, foundWitness, usualDirectory, warnOfShare, witnessFrom } from "./witness.js";

const messages = {
  nameTooLong: message({
    text: (name: string) =>
      `The name "${name}" is too long. The name of a database availability group has at most 15 characters.`,
    exception: "Microsoft.Exchange.Data.DataValidationException",
    category: "InvalidData",
    certainty: "unknown",
    evidence: "the limit is documented, the text is not known",
  }),
  hasMembers: message({
    text: (name: string) =>
      `The database availability group "${name}" still has members. Remove them with Remove-DatabaseAvailabilityGroupServer first.`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented, the text is not known",
  }),
  witnessIsMember: message({
    text: (server: string, group: string) =>
      `The server "${server}" can't be the witness server of "${group}" because it is a member of it.`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented, the text is not known",
  }),
} as const;

const longestName = 15;

/** The addresses that a parameter gives, as text. */
function addressesFrom(task: Task, given: Value): readonly string[] {
  return given === null ? [] : toItems(given).map((each) => toText(task.cmdlet.context, each));
}

/** No cmdlet makes a configuration of groups, so that none is found; `$null` is the one that can be given. */
function checkConfiguration(task: Task): void {
  const given = task.value("DagConfiguration");
  if (given instanceof IdParameter) throw task.parameterNotFound(given.text);
}

function make(task: Task): NewObject {
  const name = task.text("Name") ?? "";
  checkConfiguration(task);
  if (name.length > longestName) throw task.failure(messages.nameTooLong, [name]);
  const witnessServer = witnessFrom(task, "WitnessServer") ?? foundWitness(task);
  checkWitness(task, witnessServer, task.has("WitnessDirectory"));
  return {
    class: "DatabaseAvailabilityGroup",
    name,
    properties: {
      WitnessServer: witnessServer,
      WitnessDirectory: task.text("WitnessDirectory") ?? usualDirectory(task, name),
      DatabaseAvailabilityGroupIpv4Addresses: [
        ...addressesFrom(task, task.value("DatabaseAvailabilityGroupIpAddresses")),
      ],
    },
  };
}

const witness =
  (parameter: string): Setter =>
  (task, _value, group) => {
    const fqdn = witnessFrom(task, parameter);
    const member = membersOf(task.topology, group).find((server) => fqdnOf(server) === fqdn);
    if (member !== undefined) throw task.failure(messages.witnessIsMember, [member.name, group.name], task.id(group));
    // Its directory is there already, or was given.
    if (fqdn !== null) checkWitness(task, fqdn, true);
    return { properties: { [parameter]: fqdn } };
  };

const port: Setter = (_task, value): ObjectChange => ({
  properties: { ReplicationPort: value instanceof SmallInteger ? value.value : null },
});

const removing = sentence({
  text: (name: string) => `Removing database availability group "${name}".`,
  certainty: "memory",
  evidence: "facts/nouns.json, Remove-DatabaseAvailabilityGroup",
});

function checkEmpty(task: Task, group: DirectoryObject): void {
  if (membersOf(task.topology, group).length > 0) {
    throw task.failure(messages.hasMembers, [group.name], task.id(group));
  }
}

/** -DiscoverNetworks: the cluster's network comes back where somebody has removed it. */
const discovering = (set: VerbBehaviour): VerbBehaviour => ({
  ...set,
  emulated: [...set.emulated, "DiscoverNetworks"],
  process: (task) => {
    set.process(task);
    if (!task.isOn("DiscoverNetworks") || task.isDeclined) return;
    const group = task.resolve("Identity", databaseAvailabilityGroup.identity, (identity) => task.notFound(identity));
    makeFirstNetwork(task, group);
  },
});

export const databaseAvailabilityGroupVerbs: NounVerbs = {
  Get: getVerb(databaseAvailabilityGroup, { live: { Status: clusterStatus } }),
  New: newVerb(databaseAvailabilityGroup, {
    emulated: ["DatabaseAvailabilityGroupIpAddresses", "DagConfiguration"],
    // Files of databases are not emulated.
    accepted: ["FileSystem", "ActivityState"],
    make,
  }),
  Set: discovering(
    setVerb(databaseAvailabilityGroup, {
      // Whatever is set, the quorum is looked at again, and with it the witness (documented).
      check: (task, group) => {
        const members = membersOf(task.topology, group).length;
        if (members > 0 && members % 2 === 0 && !task.has("WitnessServer")) warnOfShare(task, group);
      },
      setters: {
        WitnessServer: witness("WitnessServer"),
        AlternateWitnessServer: witness("AlternateWitnessServer"),
        ReplicationPort: port,
        DagConfiguration: (task) => {
          checkConfiguration(task);
          return {};
        },
        DatabaseAvailabilityGroupIpAddresses: (task, value) => ({
          properties: { DatabaseAvailabilityGroupIpv4Addresses: [...addressesFrom(task, value)] },
        }),
      },
      accepted: ["SkipDagValidation", "FileSystem", "ActivityState"],
    }),
  ),
  Remove: removeVerb(databaseAvailabilityGroup, { check: checkEmpty, sentence: removing }),
  Start: startGroup,
  Stop: stopGroup,
  Restore: restoreGroup,
};
