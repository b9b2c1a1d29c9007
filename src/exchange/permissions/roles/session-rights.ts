import { type DirectoryObject, findByIndex, getProperty, type Topology } from "../../../topology/index.js";
import type { ExchangeRelease } from "../../catalogue/release.js";
import { schema } from "../../schema.js";
import { setUpLate } from "../../setup.js";
import { implicitScopes, roleOf, writeScopeOf } from "./assignment-scopes.js";
import { entriesOfRole } from "./entries-of-role.js";
import { assignmentsOf, holdersFor } from "./role-assignment.js";
import { merged, type RoleEntry } from "./role-entry.js";
import type { WriteScope } from "./write-scope.js";

/** What an assignment lets the user of a session do with the cmdlets of its role. */
export interface Grant {
  readonly recipientRead: string;
  readonly recipientWrite: WriteScope;
  readonly configWrite: WriteScope;
}

/** A cmdlet that a session has. */
export interface AllowedCmdlet {
  /** Names of parameters, in lower case. */
  readonly parameters: ReadonlySet<string>;
  readonly grants: readonly Grant[];
}

/** What the user of a session may do: as it was when the session was opened, which is when Exchange looks. */
export interface SessionRights {
  /** GUID; `null` for an account that the organization has not. */
  readonly user: string | null;
  /** By name in lower case. */
  readonly cmdlets: ReadonlyMap<string, AllowedCmdlet>;
}

/** `CONTOSO\anna` is the account anna. */
export const accountIn = (user: string): string => user.slice(user.lastIndexOf("\\") + 1);

/** What an account may do by its roles: its own, those of its groups and of its mailbox's policy. */
export function rightsOf(topology: Topology, account: string, release: ExchangeRelease): SessionRights {
  const prepared = setUpLate(topology);
  const [user] = findByIndex(prepared, "User", "samAccountName", accountIn(account));
  if (user === undefined) return { user: null, cmdlets: new Map() };
  const cmdlets = new Map<string, { entries: RoleEntry[]; grants: Grant[] }>();
  for (const assignment of activeAssignments(prepared, user)) {
    const role = roleOf(prepared, assignment);
    const grant = grantOf(prepared, assignment);
    for (const entry of role === null ? [] : entriesOfRole(prepared, role, release)) {
      if (entry.type !== "Cmdlet") continue;
      const key = entry.name.toLowerCase();
      const known = cmdlets.get(key) ?? { entries: [], grants: [] };
      cmdlets.set(key, known);
      known.entries.push(entry);
      known.grants.push(grant);
    }
  }
  return {
    user: user.guid,
    cmdlets: new Map(
      [...cmdlets].map(([name, { entries, grants }]) => [name, { parameters: parametersOf(entries), grants }]),
    ),
  };
}

const parametersOf = (entries: readonly RoleEntry[]): ReadonlySet<string> =>
  new Set(merged(entries).flatMap(({ parameters }) => parameters.map((name) => name.toLowerCase())));

function activeAssignments(topology: Topology, user: DirectoryObject): readonly DirectoryObject[] {
  return holdersFor(topology, user)
    .flatMap((holder) => assignmentsOf(topology, holder))
    .filter(
      (each) => getProperty(schema, each, "IsDelegating") !== true && getProperty(schema, each, "Enabled") !== false,
    );
}

const grantOf = (topology: Topology, assignment: DirectoryObject): Grant => ({
  recipientRead: implicitScopes(topology, assignment).recipientRead,
  recipientWrite: writeScopeOf(topology, assignment, "Recipient"),
  configWrite: writeScopeOf(topology, assignment, "Config"),
});
