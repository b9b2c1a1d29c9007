import type { Column } from "../exchange/properties/kind.js";
import { parseByteQuantifiedSize } from "../exchange/types/byte-quantified-size.js";
import {
  findByCanonicalName,
  findByDistinguishedName,
  type PropertyDefinition,
  type PropertyValue,
  reference,
  resolveIdentity,
  type Topology,
} from "../topology/index.js";
import { tryConvertTo } from "../values/conversion/index.js";
import { DateTime, TimeSpan } from "../values/date-time.js";
import { typeNamed } from "../values/types.js";
import { baseOf, type Value } from "../values/value.js";
import type { ValueContext } from "../values/value-context.js";
import type { ExportedValue } from "./exported-objects.js";

/** What a link in a text is looked up in. */
export interface Links {
  readonly topology: Topology;
  readonly classes: readonly string[];
}

/**
 * What the directory may keep for an exported value, the likeliest first; which one it is shows when it is read again.
 */
export function storedValues(
  context: ValueContext,
  exported: ExportedValue,
  { holds, many }: Pick<PropertyDefinition, "holds" | "many">,
  links: Links,
): readonly PropertyValue[] {
  const { texts, value } = exported;
  const forms = [holds].flat();
  if (many === true) {
    const elements = texts.map((text) => singles(context, text, text, forms, links)[0]);
    return elements.some((element) => element === undefined) ? [] : [elements.map((element) => element ?? null)];
  }
  const [text] = texts;
  if (text === undefined) return [null];
  return [...singles(context, text, value, forms, links), ...(text === "" ? [null] : [])];
}

function singles(
  context: ValueContext,
  text: string,
  value: Value,
  forms: readonly string[],
  links: Links,
): readonly PropertyValue[] {
  return forms.flatMap((form): readonly PropertyValue[] => {
    switch (form) {
      case "string":
        return [text];
      case "boolean":
        return /^(?:true|false)$/i.test(text) ? [text.toLowerCase() === "true"] : [];
      case "number":
        return /^-?[\d,]+$/.test(text) ? [Number(text.replaceAll(",", ""))] : [];
      case "bigint":
        return bigints(context, text, value);
      case "reference":
        return linked(text, links);
      case "record":
        return records(text);
      default:
        return [];
    }
  });
}

function bigints(context: ValueContext, text: string, value: Value): readonly bigint[] {
  const base = baseOf(value);
  if (base instanceof TimeSpan || base instanceof DateTime) return [base.ticks];
  const size = parseByteQuantifiedSize(text);
  const span = /^-?(?:\d+\.)?\d\d:\d\d:\d\d/.test(text)
    ? tryConvertTo(context, text, typeNamed("System.TimeSpan"))
    : null;
  const time = /\d[/:]\d/.test(text) ? tryConvertTo(context, text, typeNamed("System.DateTime")) : null;
  return [
    ...(/^-?\d{1,19}$/.test(text) ? [BigInt(text)] : []),
    ...(size === null ? [] : [size.bytes]),
    ...(span instanceof TimeSpan ? [span.ticks] : []),
    ...(time instanceof DateTime ? [time.ticks] : []),
  ];
}

function linked(text: string, { topology, classes }: Links): readonly PropertyValue[] {
  const byPlace = [findByDistinguishedName(topology, text), ...findByCanonicalName(topology, text)];
  const found = byPlace.find((object) => object !== null && classes.includes(object.class));
  // `\Default Offline Address Book` lies below the top of its kind.
  const name = text.replace(/^\\/, "");
  const [object] = found ? [found] : resolveIdentity(topology, name, { classes });
  return object === undefined ? [] : [reference(object.guid)];
}

function records(text: string): readonly PropertyValue[] {
  if (/^unlimited$/i.test(text)) return [{ kind: "unlimited" }];
  const version = /^Version (\d+)\.(\d+) \(Build (\d+)\.(\d+)\)$/.exec(text);
  if (version === null) return [];
  const [major = 0, minor = 0, build = 0, revision = 0] = version.slice(1).map(Number);
  return [{ kind: "serverVersion", major, minor, build, revision }];
}

/** How a column is kept, as the schema says it. */
export function formOf({ kind }: Column): Pick<PropertyDefinition, "holds" | "many"> {
  return { holds: kind.holds, ...(kind.many === undefined ? {} : { many: kind.many }) };
}
