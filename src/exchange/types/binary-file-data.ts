import { defineResultType, ResultObject } from "../../cmdlets/result-type.js";
import { PSArray } from "../../values/collections.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { SmallInteger } from "../../values/numbers.js";
import { typeNamed } from "../../values/types.js";

const fileType = "Microsoft.Exchange.Management.SystemConfigurationTasks.BinaryFileDataObject";
defineResultType(fileType, [
  { name: "FileData", typeName: "byte[]" },
  { name: "Identity", typeName: "Microsoft.Exchange.Data.ObjectId" },
  { name: "IsValid", typeName: "bool" },
]);

/** The bytes of a file, for Set-Content -Encoding Byte: what the cmdlets give that export something (documented). */
class BinaryFileData extends ResultObject {
  get type(): DotNetType {
    return typeNamed(fileType);
  }
}
heapClass("BinaryFileData", BinaryFileData);

/** Bytes as an object with FileData. */
export function binaryFileData(bytes: readonly number[]): ResultObject {
  const data = new BinaryFileData();
  const items = bytes.map((byte) => new SmallInteger("Byte", byte));
  data.setField("FileData", new PSArray(items, typeNamed("System.Byte")));
  data.setField("Identity", null);
  data.setField("IsValid", true);
  return data;
}
