import { heapClass } from "../../values/heap/heap-class.js";
import { type DotNetType, PSList, typeNamed, type Value } from "../../values/index.js";
import { arrayList, objectCollection } from "../collections.js";
import { defineResultType, ResultObject } from "../result-type.js";

const fullName = "Microsoft.PowerShell.Commands.GroupInfo";
const noElementName = "Microsoft.PowerShell.Commands.GroupInfoNoElement";

defineResultType(fullName, [
  { name: "Values", typeName: "System.Collections.ArrayList" },
  { name: "Count", typeName: "int" },
  { name: "Group", typeName: "System.Collections.ObjectModel.Collection[psobject]" },
  { name: "Name", typeName: "string" },
]);
defineResultType(noElementName, [], fullName);

/** A group as Group-Object gives it. */
export class GroupInfo extends ResultObject {
  private readonly hasElements: boolean;

  /** @param members the grouped objects; `null` with -NoElement */
  constructor(
    keys: readonly Value[],
    readonly name: string,
    members: readonly Value[] | null,
    count: number,
  ) {
    super();
    this.hasElements = members !== null;
    this.setField("Values", arrayList(keys));
    this.setField("Count", count);
    this.setField("Group", objectCollection(members ?? []));
    this.setField("Name", name);
  }
  get type(): DotNetType {
    return typeNamed(this.hasElements ? fullName : noElementName);
  }
  members(): PSList | null {
    const group = this.field("Group");
    return group instanceof PSList ? group : null;
  }
}
heapClass("GroupInfo", GroupInfo);
