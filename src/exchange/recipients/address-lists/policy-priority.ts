import { ValueObject } from "../../../values/dictionary.js";
import type { DotNetType } from "../../../values/dotnet-type.js";
import { heapClass } from "../../../values/heap/heap-class.js";
import { netError } from "../../../values/net-errors.js";
import { integerOf, isNumber } from "../../../values/numeric.js";
import { method } from "../../../values/signatures.js";
import { toText } from "../../../values/text.js";
import { defineType, typeNamed } from "../../../values/types.js";
import type { Kind } from "../../properties/kind.js";

/** The place of a policy among the others: a number from 1 on, or Lowest for the default policy. */

const typeName = "Microsoft.Exchange.Data.EmailAddressPolicyPriority";

/** The number of the default policy. */
export const lowestPriority = 2147483647;

class PolicyPriority extends ValueObject {
  constructor(readonly number: number) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(typeName);
  }
  equalityKey(): string {
    return this.toNetText().toLowerCase();
  }
  toNetText(): string {
    return this.number === lowestPriority ? "Lowest" : String(this.number);
  }
}

heapClass("PolicyPriority", PolicyPriority);

defineType({
  fullName: typeName,
  kind: "struct",
  convertFrom: (context, value) => {
    if (value instanceof PolicyPriority) return value;
    const text = toText(context, value);
    if (text.toLowerCase() === "lowest") return new PolicyPriority(lowestPriority);
    const number = isNumber(value) ? Number(integerOf(value)) : /^\d+$/.test(text) ? Number(text) : 0;
    if (number >= 1 && number <= lowestPriority) return new PolicyPriority(number);
    throw netError("System.ArgumentException", `"${text}" isn't a priority: write a number from 1 on, or Lowest.`);
  },
  members: () => [method<PolicyPriority>(["string ToString()", (_context, self) => self.toNetText()])],
});

export const priorityKind: Kind = {
  name: "priority of a policy",
  typeName,
  parameterType: typeName,
  holds: "number",
  show: (stored) => (typeof stored === "number" ? new PolicyPriority(stored) : null),
  take: (given) => (given instanceof PolicyPriority ? given.number : null),
};
