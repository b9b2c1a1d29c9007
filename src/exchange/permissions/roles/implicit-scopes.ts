/** What a role lets its holder see and change where the assignment does not say it: documented on the page of each role. */
export interface ImplicitScopes {
  readonly recipientRead: string;
  readonly recipientWrite: string;
  readonly configRead: string;
  readonly configWrite: string;
}

const administrators: ImplicitScopes = {
  recipientRead: "Organization",
  recipientWrite: "Organization",
  configRead: "OrganizationConfig",
  configWrite: "OrganizationConfig",
};
const readers: ImplicitScopes = { ...administrators, recipientWrite: "None", configWrite: "None" };
const users: ImplicitScopes = { ...administrators, recipientRead: "Self", recipientWrite: "Self" };

/** By role type; "Mail Recipients" is documented, others from memory. */
const others: ReadonlyMap<string, ImplicitScopes> = new Map([
  [
    "MyDistributionGroups",
    { ...users, recipientRead: "MyGAL", recipientWrite: "MyDistributionGroups", configWrite: "None" },
  ],
  ["MyDistributionGroupMembership", { ...users, recipientRead: "MyGAL", recipientWrite: "MyGAL", configWrite: "None" }],
]);

/** The scopes of a role by its type. */
export function implicitScopesOf(roleType: string): ImplicitScopes {
  const own = others.get(roleType);
  if (own !== undefined) return own;
  if (roleType.startsWith("My")) return users;
  return roleType.startsWith("ViewOnly") ? readers : administrators;
}
