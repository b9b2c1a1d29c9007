import { type DirectoryObject, getProperty, isList, listObjects, type Topology } from "../../topology/index.js";
import { schema } from "../schema.js";

/** The domain controllers that Exchange's cmdlets ask. */

const fqdnOf = (controller: DirectoryObject): string => String(getProperty(schema, controller, "DnsHostName") ?? "");

/** The FQDNs of the domain controllers, the one that answers first. */
export function domainControllers(topology: Topology): readonly string[] {
  return listObjects(topology, "DomainController").map(fqdnOf);
}

/**
 * The domain controller of a name, full or short, in any case; `null` where none that is up has it.
 * @param needs a global catalog only
 */
export function controllerNamed(topology: Topology, name: string, needs: "any" | "catalog" = "any"): string | null {
  const wanted = name.toLowerCase();
  const found = listObjects(topology, "DomainController").find(
    (controller) =>
      [controller.name, fqdnOf(controller)].some((each) => each.toLowerCase() === wanted) &&
      getProperty(schema, controller, "IsDown") !== true &&
      (needs === "any" || getProperty(schema, controller, "IsGlobalCatalog") === true),
  );
  return found === undefined ? null : fqdnOf(found);
}

/** Who answers until a command names another: the session's preferred one, or the first that is up. */
export function usualController(topology: Topology): string {
  const [organization] = listObjects(topology, "ExchangeOrganization");
  const preferred = organization?.properties.SessionDomainControllers ?? null;
  const [first = null] = isList(preferred) ? preferred : [];
  if (typeof first === "string" && first !== "") return first;
  const controllers = listObjects(topology, "DomainController");
  const up = controllers.find((controller) => getProperty(schema, controller, "IsDown") !== true);
  const answering = up ?? controllers[0];
  return answering === undefined ? "" : fqdnOf(answering);
}
