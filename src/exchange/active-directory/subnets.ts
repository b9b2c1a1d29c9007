import type { CmdletInfo } from "../../runtime/commands.js";
import { addObject, findByIndex, reference, updateObject } from "../../topology/index.js";
import { schema } from "../schema.js";
import { attributeParameters, declared, givenAttributes } from "./account-parameters.js";
import { type DirectoryTask, directoryCmdlet } from "./directory-task.js";
import { directoryFailures } from "./failures.js";
import { writeEntity } from "./get-cmdlets.js";
import { entityKinds, identityOf } from "./kinds.js";
import { identityParameter } from "./set-cmdlets.js";

/** Which network belongs to which site: names are `10.2.0.0/16`. */

const { subnet } = entityKinds;

/** The site that -Site names; a subnet may have none. */
function siteOf(task: DirectoryTask) {
  const name = task.text("Site");
  if (name === null || name === "") return null;
  const [found] = findByIndex(task.topology, "ADSite", "name", name);
  if (found === undefined)
    throw task.failure(directoryFailures.notFound, [name, `CN=Sites,CN=Configuration,${task.dn(task.domain)}`], name);
  return reference(found.guid);
}

const newSubnet = directoryCmdlet({
  name: "New-ADReplicationSubnet",
  synopsis: "Says which site a network belongs to.",
  since: 3,
  confirms: "Medium",
  parameters: {
    Name: { type: "string", mandatory: true, position: 0, pipeline: "name" },
    Site: { type: "string", position: 1, pipeline: "name" },
    ...declared(attributeParameters.subnet, { pipeline: "name" }),
    PassThru: { type: "switch" },
  },
  process: (task) => {
    const name = task.text("Name") ?? "";
    const target = `CN=${name},CN=Subnets,CN=Sites,CN=Configuration,${task.dn(task.domain)}`;
    const base = { class: "NetworkSubnet", name, properties: { Prefix: name, Site: siteOf(task) } };
    const properties = { ...base.properties, ...givenAttributes(task, attributeParameters.subnet, base) };
    if (!task.cmdlet.shouldProcess(target, "New")) return;
    const made = task.written(addObject(schema, task.topology, { ...base, properties }), target);
    if (task.isOn("PassThru")) writeEntity(task, subnet, made, subnet.properties);
  },
});

const setSubnet = directoryCmdlet({
  name: "Set-ADReplicationSubnet",
  synopsis: "Changes which site a network belongs to.",
  since: 3,
  confirms: "Medium",
  parameters: {
    ...identityParameter(subnet),
    Site: { type: "string", allowNull: true, allowEmptyString: true },
    ...declared(attributeParameters.subnet),
    PassThru: { type: "switch" },
  },
  process: (task) => {
    const object = identityOf(task, subnet);
    const site = task.has("Site") ? { Site: siteOf(task) } : {};
    const properties = { ...site, ...givenAttributes(task, attributeParameters.subnet, object) };
    if (!task.cmdlet.shouldProcess(task.dn(object), "Set")) return;
    const written = task.written(updateObject(schema, task.topology, object.guid, { properties }));
    if (task.isOn("PassThru")) writeEntity(task, subnet, written, subnet.properties);
  },
});

export const subnetCmdlets: readonly CmdletInfo[] = [newSubnet, setSubnet];
