import { heapClass } from "../../values/heap/heap-class.js";
import { type DotNetType, typeNamed } from "../../values/index.js";
import { defineResultType, ResultObject } from "../result-type.js";

const fullName = "System.Diagnostics.FileVersionInfo";
const texts = [
  "Comments",
  "CompanyName",
  "FileDescription",
  "FileVersion",
  "InternalName",
  "Language",
  "LegalCopyright",
  "OriginalFilename",
  "ProductName",
  "ProductVersion",
] as const;
const flags = ["IsDebug", "IsPatched", "IsPreRelease", "IsPrivateBuild", "IsSpecialBuild"] as const;

defineResultType(fullName, [
  { name: "FileName", typeName: "string" },
  ...texts.map((name) => ({ name, typeName: "string" })),
  ...flags.map((name) => ({ name, typeName: "bool" })),
]);

/** What a file without version resource says of itself: nothing but its path. */
export class FileVersionInfo extends ResultObject {
  constructor(private readonly path: string) {
    super();
    this.setField("FileName", path);
    for (const name of flags) this.setField(name, false);
  }
  get type(): DotNetType {
    return typeNamed(fullName);
  }
  override text(): string {
    return [
      `File:             ${this.path}`,
      "InternalName:     ",
      "OriginalFilename: ",
      "FileVersion:      ",
      "FileDescription:  ",
      "Product:          ",
      "ProductVersion:   ",
      "Debug:            False",
      "Patched:          False",
      "PreRelease:       False",
      "PrivateBuild:     False",
      "SpecialBuild:     False",
      "Language:         ",
      "",
    ].join("\n");
  }
}
heapClass("FileVersionInfo", FileVersionInfo);
