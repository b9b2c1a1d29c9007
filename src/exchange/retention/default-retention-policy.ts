import type { Topology } from "../../topology/index.js";
import { hasServersSince2013 } from "../servers/roles.js";

/** The name of the retention policy that setup makes: who gets an archive and has no policy has this one (documented). */
export const defaultRetentionPolicy = (topology: Topology): string =>
  hasServersSince2013(topology) ? "Default MRM Policy" : "Default Archive and Retention Policy";
