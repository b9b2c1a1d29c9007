import type { ConstantValue, VariablePath } from "../tree/expressions.js";
import type { Extent } from "../tree/extent.js";
import type { RedirectionStream } from "../tree/statements.js";

/**
 * A token as the real parser hands it out: `class` is its class of System.Management.Automation.Language, `kind` its
 * TokenKind by name, `flags` the bits of TokenFlags.
 */
export type ScriptToken = Extent & { readonly kind: string; readonly flags: number } & TokenDetail;

/** What the class of a token adds. */
export type TokenDetail =
  | { readonly class: "Token" | "InputRedirectionToken" }
  | { readonly class: "ParameterToken"; readonly parameterName: string; readonly usedColon: boolean }
  | { readonly class: "NumberToken"; readonly number: ConstantValue }
  | { readonly class: "VariableToken"; readonly variable: VariablePath }
  | { readonly class: "StringLiteralToken"; readonly value: string }
  /** `nested`: what stands in `$( … )` and the variables, in order; `undefined` when there is nothing to expand. */
  | {
      readonly class: "StringExpandableToken";
      readonly value: string;
      readonly nested: readonly ScriptToken[] | undefined;
    }
  | { readonly class: "LabelToken"; readonly label: string }
  | { readonly class: "MergingRedirectionToken"; readonly from: RedirectionStream; readonly to: RedirectionStream }
  | { readonly class: "FileRedirectionToken"; readonly from: RedirectionStream; readonly append: boolean };
