import { listObjects } from "../../topology/index.js";
import { guidField, linkField, textField } from "../fields.js";
import { named } from "./commands.js";
import type { Rule } from "./finding.js";
import type { AccessArray } from "./survey.js";

/** Outlook's profiles. */

const profileHoldsServerName: Rule = {
  name: "ProfileHoldsServerName",
  severity: "Warning",
  find: (survey) => {
    const arrays = new Map(
      survey.databases.map(({ guid, accessServer }) => [guid, survey.arrayNamed(accessServer)] as const),
    );
    const groups = new Map<
      string,
      { readonly held: string; readonly array: AccessArray; readonly clients: string[] }
    >();
    for (const client of listObjects(survey.topology, "OutlookClient")) {
      const held = textField(client, "ProfileServer");
      const mailbox = linkField(survey.topology, client, "Mailbox");
      const array = arrays.get((mailbox === null ? null : guidField(mailbox, "Database")) ?? "") ?? null;
      if (held === null || array === null || survey.arrayNamed(held) !== null) continue;
      const key = `${held.toLowerCase()}|${array.fqdn}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { held, array, clients: [client.name] });
      else group.clients.push(client.name);
    }
    return [...groups.values()].map(({ held, array, clients }) => ({
      objects: clients,
      message: `Profiles of Outlook still hold the name ${held}, although the database names the array ${array.fqdn}: ${named(clients)}. They keep it as long as that server answers.`,
      commands: [`Get-LabClient | where { $_.ServerName -eq '${held}' } | Repair-LabOutlook`],
    }));
  },
};

export const profileRules = [profileHoldsServerName];
