import { ExtensionKey, extensionOf } from "../runtime/extension.js";
import type { ExecutionContext } from "../runtime/execution-context.js";
import type { Topology } from "../topology/index.js";

/**
 * The organization of a session: one immutable value, replaced as a whole by each write. To undo, put the old one back.
 */
export class Organization {
  constructor(public current: Topology) {}
}

/** Under this key the shell gives its session the {@link Organization} that Exchange's cmdlets work on. */
export const organizationKey = new ExtensionKey<Organization>("organization");

/** The session's organization. */
export function organizationOf(context: ExecutionContext): Organization {
  return extensionOf(context, organizationKey);
}
