import { ValueObject } from "../../values/dictionary.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { method, property } from "../../values/signatures.js";
import { defineType, typeNamed } from "../../values/types.js";

const typeName = "Microsoft.Exchange.Data.Directory.OrganizationId";

/** Which tenant an object belongs to. On premises there is one organization, whose id prints empty. */
class OrganizationId extends ValueObject {
  get type(): DotNetType {
    return typeNamed(typeName);
  }
  equalityKey(): string {
    return "";
  }
  toNetText(): string {
    return "";
  }
}
heapClass("OrganizationId", OrganizationId);

/** The id of the one organization. */
export const forestWideOrganization = new OrganizationId();

defineType({
  fullName: typeName,
  members: () => [
    property("Microsoft.Exchange.Data.Directory.ADObjectId OrganizationalUnit", () => null),
    property("Microsoft.Exchange.Data.Directory.ADObjectId ConfigurationUnit", () => null),
    method(["string ToString()", () => ""]),
  ],
});
