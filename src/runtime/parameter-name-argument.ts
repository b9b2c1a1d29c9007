import { heapClass } from "../values/heap/heap-class.js";
import { typeNamed } from "../values/types.js";
import { PSObject } from "../values/value.js";

/**
 * `-Name` that a simple function got without having such a parameter: in `$args` it is text, and `@args` hands it on
 * as a parameter.
 */
export class ParameterNameArgument extends PSObject {
  constructor(readonly name: string) {
    super(`-${name}`, null, typeNamed("System.String"));
  }
}
heapClass("ParameterNameArgument", ParameterNameArgument);
