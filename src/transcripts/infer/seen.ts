/** An object that a transcript shows or names, and what is known of it before the first entry. */
export interface SeenObject {
  readonly noun: string;
  /** Empty for the one object of a noun that has no more. */
  readonly name: string;
  /** The line of the transcript where it is first seen. */
  readonly line: number;
  /** Texts by property name in small letters. */
  readonly properties: Map<string, string>;
  /** The noun whose cmdlet showed a property: servers are shown by several. */
  readonly shownBy: Map<string, string>;
  /** It was made by an entry, and is not there at the beginning. */
  readonly isMade: boolean;
}

/** Something that cannot be told, or not both be true. */
export interface Doubt {
  readonly line: number;
  readonly message: string;
}

/** A member of a role group. */
export interface Membership {
  readonly group: string;
  readonly member: string;
}

/** A cmdlet that a management role has. */
export interface RoleEntry {
  readonly role: string;
  readonly entry: string;
}

/** A monitor of a server that found something. */
export interface SeenAlert {
  readonly server: string;
  readonly set: string;
  /** Its name, or as much as a column left of it. */
  readonly monitor: string;
  readonly value: string;
}

/** What somebody said of a component of a server. */
export interface SeenComponent {
  readonly server: string;
  readonly component: string;
  readonly requester: string;
  readonly state: string;
}

/** What a transcript says of the organization before its first entry. */
export interface Sightings {
  readonly objects: readonly SeenObject[];
  /** The nouns of which all objects are shown. */
  readonly complete: ReadonlySet<string>;
  readonly memberships: readonly Membership[];
  readonly roleEntries: readonly RoleEntry[];
  readonly alerts: readonly SeenAlert[];
  readonly components: readonly SeenComponent[];
  /** The short name of the domain, where an account tells it. */
  readonly netBIOSName: string | undefined;
  /** Lines that set the variables which the transcript uses and does not set. */
  readonly profile: readonly string[];
  readonly doubts: readonly Doubt[];
}
