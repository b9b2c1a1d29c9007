/** A row of `$PSVersionTable`: a version, several, or a text. */
export type VersionRow = readonly [
  name: string,
  value:
    | string
    | { readonly version: string }
    | { readonly semanticVersion: string }
    | { readonly versions: readonly string[] },
];

/** In what the editions' language runtime differs. Editions are data: no code asks for a name. */
export interface RuntimeFacts {
  /** The version that `#requires` and messages name. */
  readonly psVersion: string;
  readonly psEdition: "Core" | "Desktop" | null;
  /** `$PSVersionTable`, in its order. */
  readonly versionTable: readonly VersionRow[];
  /** `$array.Name` reads the property of each element (3.0 on). */
  readonly memberEnumeration: boolean;
  /** `foreach ($x in $null)` runs once (2.0). */
  readonly foreachOverNull: boolean;
  /** In a scope of its own, a compiled block's `$x += 1` begins with the `$x` of that scope, not with one around it. */
  readonly modifiesOwnVariables: boolean;
  /** `[ordered]@{}` and `[pscustomobject]@{}` keep the order of their keys (3.0); before, the one is no type, the other a hashtable. */
  readonly orderedLiterals: boolean;
  /** `$PSItem` is `$_` (3.0). */
  readonly psItem: boolean;
  /** Errors of expressions are shown at the token that failed, in the words of 2.0. */
  readonly errorsAtTokens: boolean;
  /** `$FormatEnumerationLimit` at start. */
  readonly formatEnumerationLimit: number;
  readonly errorView: "NormalView" | "ConciseView";
  readonly maximumHistoryCount: number;
  /** Why an action preference variable cannot be Suspend. */
  readonly suspendPreferenceText: string;
  /** A `#requires` line alone at the prompt: read as in a script, or (recordings of 5.1's generation) refused whatever it says. */
  readonly requirementsAtPrompt: "read" | "refused";
}
