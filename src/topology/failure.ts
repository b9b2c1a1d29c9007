import type { DirectoryObject } from "./state.js";
import type { Guid } from "./value.js";

/** Why a write was refused; the layer above makes the error record of it. */
export type Failure =
  /** No object has this GUID. */
  | { readonly kind: "notFound"; readonly guid: Guid }
  /** A new object names a parent that does not exist, or none although its class needs one. */
  | { readonly kind: "noParent"; readonly class: string; readonly name: string; readonly parent: Guid | null }
  /** Another object below the same parent has the name. */
  | {
      readonly kind: "duplicateName";
      readonly class: string;
      readonly name: string;
      readonly existing: DirectoryObject;
    }
  /** Another object has a value that may occur once only. */
  | {
      readonly kind: "duplicateValue";
      readonly class: string;
      readonly name: string;
      readonly index: string;
      readonly value: string;
      readonly existing: DirectoryObject;
    }
  /** The object cannot be removed because others are below it. */
  | { readonly kind: "notEmpty"; readonly object: DirectoryObject; readonly children: number }
  /** The object cannot move below itself. */
  | { readonly kind: "cyclicMove"; readonly object: DirectoryObject; readonly parent: Guid }
  /** The text cannot be a name: it is empty, too long, or has control characters. */
  | { readonly kind: "badName"; readonly class: string; readonly name: string; readonly reason: string };

/** Says in a sentence why a write was refused: for errors of descriptions and for debugging, not for the console. */
export function describeFailure(failure: Failure): string {
  switch (failure.kind) {
    case "notFound":
      return `No object has the GUID ${failure.guid}.`;
    case "noParent":
      return failure.parent === null
        ? `The ${failure.class} "${failure.name}" needs a parent.`
        : `The parent ${failure.parent} of the ${failure.class} "${failure.name}" does not exist or is of a wrong class.`;
    case "duplicateName":
      return `The name "${failure.name}" is taken by a ${failure.existing.class} in the same container.`;
    case "duplicateValue":
      return `The ${failure.index} "${failure.value}" is taken by the ${failure.existing.class} "${failure.existing.name}".`;
    case "notEmpty":
      return `The ${failure.object.class} "${failure.object.name}" has ${failure.children} objects below it.`;
    case "cyclicMove":
      return `The ${failure.object.class} "${failure.object.name}" cannot move below itself.`;
    case "badName":
      return `"${failure.name}" is no name for a ${failure.class}: ${failure.reason}.`;
  }
}
