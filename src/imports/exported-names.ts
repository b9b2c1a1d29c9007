import type { ExportedObject } from "./exported-objects.js";

/** What a property says, of one text; undefined when the file does not tell it, or it is empty. */
export function textIn({ properties }: ExportedObject, name: string): string | undefined {
  const text = properties.get(name.toLowerCase())?.texts[0];
  return text === "" ? undefined : text;
}

/** What a property says, of several texts. */
export function textsIn({ properties }: ExportedObject, name: string): readonly string[] {
  return properties.get(name.toLowerCase())?.texts ?? [];
}

/** Name of an object. */
export function nameOf(object: ExportedObject): string {
  return textIn(object, "Name") ?? lastStep(textIn(object, "Identity") ?? "");
}

/** `contoso.com/Configuration/Sites/London`, `EX01\Default EX01`, or a bare name: its last step. */
export function lastStep(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}

/** `CN=DB1,CN=Databases,…,DC=contoso,DC=com` taken apart, from the object upwards; undefined for what is none. */
export function stepsOf(distinguishedName: string | undefined): readonly (readonly [string, string])[] | undefined {
  if (distinguishedName === undefined) return undefined;
  const steps = [...distinguishedName.matchAll(/(?:^|,)(CN|OU|DC)=((?:[^,\\]|\\.)*)/gi)];
  return steps.map(([, attribute = "", name = ""]) => [attribute.toUpperCase(), name.replaceAll(/\\(.)/g, "$1")]);
}

/** The DNS name of the domain that a distinguished name ends in. */
export function domainIn(object: ExportedObject): string | undefined {
  const labels = stepsOf(textIn(object, "DistinguishedName"))?.filter(([attribute]) => attribute === "DC");
  return labels === undefined || labels.length === 0 ? undefined : labels.map(([, label]) => label).join(".");
}

/** The name of the organization in a distinguished name of the configuration. */
export function organizationIn(object: ExportedObject): string | undefined {
  const steps = stepsOf(textIn(object, "DistinguishedName")) ?? [];
  const at = steps.findIndex(([, name]) => name === "Microsoft Exchange");
  return at > 0 ? steps[at - 1]?.[1] : undefined;
}

/** The organizational unit below the domain that an object of a recipient lies in: `Sales/East`; undefined in CN=Users. */
export function unitIn(object: ExportedObject): string | undefined {
  const units = stepsOf(textIn(object, "DistinguishedName"))
    ?.slice(1)
    .filter(([attribute]) => attribute === "OU")
    .map(([, name]) => name);
  return units === undefined || units.length === 0 ? undefined : units.reverse().join("/");
}
