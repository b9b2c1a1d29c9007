import { findTypeByFullName, knownTypeNames } from "../../values/types.js";
import { catalogueEnumerations } from "../catalogue/enumerations.generated.js";
import { enumeration } from "../types/enumeration.js";

/** Values by name; read at the first question. */
let documented: ReadonlyMap<string, readonly string[]> | null = null;
/** Full names of the enumerations that the nouns define for their properties, by their last part. */
let ofNouns: ReadonlyMap<string, string> | null = null;

/** Of which a parameter takes several at once: their values are bits, `None` is no bit. */
const flags: ReadonlySet<string> = new Set(["AllowedServices", "AuthMechanisms", "DaysOfWeek", "PermissionGroups"]);

/**
 * The full name of a parameter's enumeration: the one that a noun defines, or one made of the values that the reference
 * documents. Their numbers and the namespace are from memory: the reference has neither. `undefined` for a name that is
 * no enumeration.
 */
export function catalogueEnumeration(name: string): string | undefined {
  ofNouns ??= exchangeEnumerations();
  const defined = ofNouns.get(name);
  if (defined !== undefined) return defined;
  documented ??= new Map(
    catalogueEnumerations.split("\n").map((line) => {
      const [type = "", values = ""] = line.split(" ");
      return [type, values.split(",")];
    }),
  );
  const values = documented.get(name);
  if (values === undefined) return undefined;
  const fullName = `Microsoft.Exchange.Data.${name}`;
  if (findTypeByFullName(fullName) !== undefined) return fullName;
  if (flags.has(name))
    enumeration(fullName, ["None", ...values.filter((value) => value !== "None")], { isFlags: true });
  else enumeration(fullName, values);
  return fullName;
}

function exchangeEnumerations(): ReadonlyMap<string, string> {
  const names = knownTypeNames().filter(
    (name) =>
      name.startsWith("Microsoft.Exchange.") && !name.includes("`") && findTypeByFullName(name)?.isEnum === true,
  );
  return new Map(names.map((name) => [name.slice(name.lastIndexOf(".") + 1), name]));
}
