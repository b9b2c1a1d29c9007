import { ValueObject } from "../../values/dictionary.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { method, property } from "../../values/signatures.js";
import { netText } from "../../values/text.js";
import { defineType, findTypeByFullName, typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import "./byte-quantified-size.js";

/** A quota or limit that may be without end: `Unlimited<ByteQuantifiedSize>`, `Unlimited<Int32>`. */
export class Unlimited extends ValueObject {
  constructor(
    readonly type: DotNetType,
    /** `null`: unlimited. */
    readonly value: Value,
    /** `unlimited` up to Exchange 2010, `Unlimited` later. */
    private readonly word: string,
  ) {
    super();
  }
  get isUnlimited(): boolean {
    return this.value === null;
  }
  equalityKey(): string {
    if (this.value === null) return "unlimited";
    return this.value instanceof ValueObject ? this.value.equalityKey() : String(this.value);
  }
  toNetText(context: ValueContext): string {
    return this.value === null ? this.word : netText(context, this.value);
  }
}

/** The type `Unlimited<T>` for a full name; defined at its first use. */
export function unlimitedType(elementFullName: string): DotNetType {
  const fullName = `Microsoft.Exchange.Data.Unlimited\`1[[${elementFullName}]]`;
  return findTypeByFullName(fullName) ?? define(fullName, elementFullName);
}

function define(fullName: string, elementFullName: string): DotNetType {
  defineType({
    fullName,
    kind: "struct",
    members: () => [
      property<Unlimited>("bool IsUnlimited", (self) => self.isUnlimited),
      property<Unlimited>(`${elementFullName} Value`, (self) => self.value),
      method<Unlimited>(["string ToString()", (context, self) => self.toNetText(context)]),
    ],
  });
  return typeNamed(fullName);
}
