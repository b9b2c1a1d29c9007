// Which parameters are read back by the property that they set.
import { exchangeCmdlets, runningCmdlets } from "../../../src/exchange/cmdlets.js";
import { type ExchangeProperty, isIn } from "../../../src/exchange/noun/exchange-object.js";
import { settableColumns } from "../../../src/exchange/noun/noun.js";
import { nouns } from "../../../src/exchange/nouns.js";
import type { Column } from "../../../src/exchange/properties/kind.js";
import type { ParameterMetadata } from "../../../src/runtime/command-metadata.js";
import type { Sample } from "./command.js";
import { commands } from "./commands.js";
import { samplesOf } from "./values.js";

/** A cmdlet with what is tried of it. */
export interface Case {
  readonly cmdlet: string;
  readonly noun: string;
  readonly verb: string;
  readonly parameters: readonly Trip[];
}

export interface Trip {
  readonly parameter: ParameterMetadata;
  readonly property: string;
  readonly samples: readonly Sample[];
}

/** The property of another name that a parameter's column shows. */
const shownElsewhere = (properties: Iterable<ExchangeProperty>, column: Column | undefined) =>
  column === undefined ? undefined : [...properties].find((each) => each.column === column);

const running = runningCmdlets("2010");
const byName = new Map(nouns.map((each) => [each.noun.noun, each.noun]));

/** Cmdlets beyond the nouns that this table is of; their tests stand beside them. */
const beyond: ReadonlySet<string> = new Set([
  "New-AdminAuditLogSearch",
  "Set-AvailabilityConfig",
  "Set-CmdletExtensionAgent",
  "New-EdgeSubscription",
  "Set-IRMConfiguration",
  "Set-MailboxAuditBypassAssociation",
  "New-MailboxRepairRequest",
  "Set-MailboxSentItemsConfiguration",
  "New-PublicFolderDatabaseRepairRequest",
  "Enable-RemoteMailbox",
  "New-RemoteMailbox",
  "Set-RemoteMailbox",
  "Set-ResourceConfig",
  "New-X400AuthoritativeDomain",
  "Set-X400AuthoritativeDomain",
]);

export const cases: readonly Case[] = exchangeCmdlets("2010").flatMap(({ name, metadata }) => {
  const [verb = "", noun = ""] = name.split("-");
  const known = byName.get(noun);
  if (known === undefined || beyond.has(name) || !running.has(name) || !["New", "Set", "Enable"].includes(verb))
    return [];
  const properties = new Map(
    known.properties.filter((property) => isIn(property, "2010")).map((each) => [each.name.toLowerCase(), each]),
  );
  const columns = settableColumns(known);
  const parameters = metadata.parameters.flatMap((parameter): Trip[] => {
    const column = columns.get(parameter.name);
    const property = properties.get(parameter.name.toLowerCase()) ?? shownElsewhere(properties.values(), column);
    if (property === undefined || parameter.isCommon || parameter.name === "Identity") return [];
    if (parameter.coverage === "refused" || parameter.coverage === "accepted") return [];
    if (commands[name]?.elsewhere?.["*"] !== undefined) return [];
    const given = commands[name]?.samples?.[parameter.name];
    return [
      { parameter, property: property.name, samples: given === undefined ? samplesOf(parameter, column) : [given] },
    ];
  });
  return parameters.length === 0 ? [] : [{ cmdlet: name, noun, verb, parameters }];
});

const readBack = new Set(
  cases.flatMap(({ cmdlet, parameters }) => parameters.map(({ parameter }) => `${cmdlet} ${parameter.name}`)),
);

/** Whether a parameter is typed and read back, or the table says why it is not. */
export function isReadBack(cmdlet: string, parameter: string): boolean {
  const elsewhere = commands[cmdlet]?.elsewhere ?? {};
  return readBack.has(`${cmdlet} ${parameter}`) || Object.hasOwn(elsewhere, parameter) || Object.hasOwn(elsewhere, "*");
}
