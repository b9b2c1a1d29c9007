import type { DirectoryObject, Topology } from "../../topology/index.js";
import type { Value } from "../../values/value.js";
import type { ExchangeRelease } from "../catalogue/release.js";
import type { RemoteSession } from "../remote-session.js";

/** What the properties of an Exchange object are read from: the object, in the organization as it stood then. */
export interface Source {
  readonly topology: Topology;
  readonly object: DirectoryObject;
  readonly release: ExchangeRelease;
  /** The connection that the object comes through. */
  readonly session: RemoteSession;
  /** What a cmdlet adds that the directory does not hold (`-Status`), by property name; absent otherwise. */
  readonly live?: ReadonlyMap<string, Value>;
  /** FQDN of the domain controller that the cmdlet has asked; absent: the one that usually answers. */
  readonly controller?: string;
}

/**
 * How sure a fact is. `captured`: seen in output of a real server. `documented`: the product's documentation says so.
 * `derived`: follows from captures of a neighbouring version. `memory`: the best guess of people who knew the product.
 * `unknown`: our own wording where the real one is not known.
 */
export type Certainty = "captured" | "documented" | "derived" | "memory" | "unknown";
