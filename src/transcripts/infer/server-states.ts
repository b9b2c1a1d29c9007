import type { SeenAlert, SeenComponent } from "./seen.js";
import { shownObjects } from "./shown-objects.js";
import { identityOf, shortName } from "./sighting-rules.js";
import { argumentOf, type TypedCommand } from "./typed-commands.js";

/** What a monitor says that is not healthy. */
const alertValues: ReadonlySet<string> = new Set(["Unknown", "Degraded", "Unhealthy", "Repairing", "Disabled"]);

/** What entries show of servers that no object of the directory says: what monitors find, which components are off. */
export class ServerStates {
  readonly alerts: SeenAlert[] = [];
  readonly components: SeenComponent[] = [];

  /** A command of an entry, and what the entry shows. */
  note(command: TypedCommand, shown: string): void {
    const [server] = identityOf(command) ?? [];
    if (server === undefined || command.verb.toLowerCase() !== "get") return;
    const noun = command.noun.toLowerCase();
    const name = shortName("ExchangeServer", server);
    if (noun === "serverhealth") this.noteAlerts(name, argumentOf(command, "HealthSet")?.[0], shown);
    if (noun === "servercomponentstate") this.noteComponents(name, shown);
  }

  private noteAlerts(server: string, asked: string | undefined, shown: string): void {
    for (const { properties } of shownObjects(shown)) {
      const value = properties.get("alertvalue") ?? "";
      const set = properties.get("healthsetname") ?? asked;
      const monitor = properties.get("name");
      if (!alertValues.has(value) || set === undefined || monitor === undefined) continue;
      this.alerts.push({ server, set, monitor, value });
    }
  }

  private noteComponents(server: string, shown: string): void {
    for (const { properties } of shownObjects(shown)) {
      const component = properties.get("component");
      const requester = properties.get("requester");
      const state = properties.get("state");
      if (component === undefined || state === undefined || !/^(?:Active|Inactive|Draining)$/.test(state)) continue;
      // Of what works nobody need have said anything.
      if (requester === undefined && state === "Active") continue;
      this.components.push({ server, component, state, requester: requester ?? "Maintenance" });
    }
  }
}
