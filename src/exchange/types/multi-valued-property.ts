import { PSList } from "../../values/collections.js";
import { convertTo } from "../../values/conversion/index.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { toItems } from "../../values/enumeration.js";
import { netEquals } from "../../values/net-equality.js";
import { netError } from "../../values/net-errors.js";
import { method } from "../../values/signatures.js";
import { netText } from "../../values/text.js";
import { defineGenericType, defineType, genericTypeOf, typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";

const genericName = "Microsoft.Exchange.Data.MultiValuedProperty`1";

/** Element types whose collections have a class of their own: documented as the type of EmailAddresses. */
const collectionNames: Readonly<Record<string, string>> = {
  "Microsoft.Exchange.Data.ProxyAddress": "Microsoft.Exchange.Data.ProxyAddressCollection",
};

/** The type `MultiValuedProperty<T>` for the full name of T, or the class that derives from it. */
export function multiValuedType(elementFullName: string): DotNetType {
  const type = genericTypeOf(genericName, [typeNamed(elementFullName)]);
  if (type === undefined) throw new Error(`no type ${genericName}`);
  const own = collectionNames[elementFullName];
  return own === undefined ? type : typeNamed(own);
}

/** A property of several values, as `fl` shows in braces. It is a list of its own: changes stay on the object. */
export function multiValuedProperty(items: Value[], elementFullName = "System.String"): PSList {
  return new PSList(multiValuedType(elementFullName), items, typeNamed(elementFullName));
}

/** A value is there once only. */
function add(context: ValueContext, list: PSList, value: Value): void {
  if (list.items.some((item) => netEquals(item, value))) {
    throw netError(
      "System.InvalidOperationException",
      `The value "${netText(context, value)}" is already present in the collection.`,
    );
  }
  list.insert(list.items.length, value);
}

defineGenericType({
  fullName: genericName,
  define: (args) => {
    const [element] = args;
    const listType = genericTypeOf("System.Collections.ObjectModel.Collection`1", args);
    const inherited = new Set([
      "add",
      "clear",
      "contains",
      "copyto",
      "getenumerator",
      "indexof",
      "remove",
      "removeat",
      "toarray",
      "sort",
      "item",
      "count",
    ]);
    return {
      interfaces: ["System.Collections.IEnumerable", "System.Collections.ICollection", "System.Collections.IList"],
      members: () => [
        method<PSList>([
          `void Add(${element?.fullName ?? "System.Object"} item)`,
          (context, list, [value]) => {
            add(context, list, value ?? null);
            return null;
          },
        ]),
        ...(listType?.members ?? []).filter(({ name }) => name !== "Add" && inherited.has(name.toLowerCase())),
      ],
      convertFrom: (context, value) => {
        if (element === undefined) return undefined;
        const list = new PSList(genericTypeOf(genericName, args) ?? typeNamed("System.Object"), [], element);
        for (const item of toItems(value)) add(context, list, convertTo(context, item, element));
        return list;
      },
    };
  },
});

for (const [element, fullName] of Object.entries(collectionNames)) {
  const base = `${genericName}[[${element}]]`;
  defineType({
    fullName,
    base,
    convertFrom: (context, value) => {
      const list = multiValuedProperty([], element);
      for (const item of toItems(value))
        add(context, list, convertTo(context, item, list.elementType ?? typeNamed(element)));
      return list;
    },
  });
}
