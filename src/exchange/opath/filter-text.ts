import type { FilterNode, FilterOperator, FilterValue } from "./filter.js";

/**
 * A filter as Exchange writes one down: a comparison in bare words; what is joined in parentheses, and each part of it in
 * its own: `((A -eq 'x') -and (((B -eq 'y') -or (C -eq 'z'))))` (facts/nouns.json, Get-DynamicDistributionGroup).
 */
export function filterText(filter: FilterNode): string {
  switch (filter.kind) {
    case "and":
    case "or":
      return joinedText(filter.kind, operands(filter.kind, filter).map(filterText));
    case "not":
      return `-not(${filterText(filter.operand)})`;
    case "compare":
      return `${filter.property} -${filter.operator} ${valueText(filter.value)}`;
  }
}

/** Several filters as one; a single one stays as it is. */
export function joinedText(kind: "and" | "or", parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? "") : `(${parts.map((part) => `(${part})`).join(` -${kind} `)})`;
}

/** All that one kind of word joins: `a -and b -and c` is three parts, not two. */
function operands(kind: "and" | "or", filter: FilterNode): readonly FilterNode[] {
  return filter.kind === kind ? [...operands(kind, filter.left), ...operands(kind, filter.right)] : [filter];
}

function valueText(value: FilterValue): string {
  if (value === null) return "$null";
  if (typeof value === "boolean") return value ? "$true" : "$false";
  return `'${String(value).replaceAll("'", "''")}'`;
}

/** How the directory itself writes a comparison: the attribute's name, and clauses for what is no attribute. */
export interface LdapNames {
  /** The attribute of a property; the property's own name where it is not known. */
  readonly attributes: ReadonlyMap<string, string>;
  /** A clause of its own for a comparison, or `null`. */
  readonly special: (property: string, value: FilterValue) => string | null;
}

/** The same filter in the language of LDAP. */
export function ldapText(filter: FilterNode, names: LdapNames): string {
  switch (filter.kind) {
    case "and":
    case "or": {
      const parts = operands(filter.kind, filter).map((operand) => ldapText(operand, names));
      return `(${filter.kind === "and" ? "&" : "|"}${parts.join("")})`;
    }
    case "not":
      return `(!${ldapText(filter.operand, names)})`;
    case "compare":
      return ldapComparison(filter, names);
  }
}

function ldapComparison({ property, operator, value }: FilterNode & { kind: "compare" }, names: LdapNames): string {
  const special = names.special(property, value);
  const attribute = names.attributes.get(property.toLowerCase()) ?? property;
  const text = value === null ? "*" : String(value);
  const clause = special ?? ldapClause(attribute, operator, text);
  const isNegative = operator === "ne" || operator === "notlike";
  // "Is not null" says that there is a value, "is null" that there is none.
  return isNegative === (value === null) ? clause : `(!${clause})`;
}

/** LDAP knows no "greater than": it is "at least, and not the same". */
function ldapClause(attribute: string, operator: FilterOperator, text: string): string {
  switch (operator) {
    case "ge":
      return `(${attribute}>=${text})`;
    case "le":
      return `(${attribute}<=${text})`;
    case "gt":
      return `(&(${attribute}>=${text})(!(${attribute}=${text})))`;
    case "lt":
      return `(&(${attribute}<=${text})(!(${attribute}=${text})))`;
    default:
      return `(${attribute}=${text})`;
  }
}
