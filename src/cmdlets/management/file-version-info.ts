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

/** The version resource of a program's file, as far as it has one. */
export interface VersionResource {
  readonly version?: string;
  readonly internalName?: string;
  readonly product?: string;
  readonly language?: string;
}

/** What a file says of itself; one without version resource: nothing but its path. */
export class FileVersionInfo extends ResultObject {
  constructor(
    private readonly path: string,
    private readonly resource: VersionResource = {},
  ) {
    super();
    const { version = null, internalName = null, product = null, language = null } = resource;
    this.setField("FileName", path);
    const named = { FileVersion: version, ProductVersion: version, ProductName: product, Language: language };
    for (const [name, text] of Object.entries({ ...named, InternalName: internalName, OriginalFilename: internalName }))
      if (text !== null) this.setField(name, text);
    for (const name of flags) this.setField(name, false);
  }
  get type(): DotNetType {
    return typeNamed(fullName);
  }
  override text(): string {
    const { version = "", internalName = "", product = "", language = "" } = this.resource;
    return [
      `File:             ${this.path}`,
      `InternalName:     ${internalName}`,
      `OriginalFilename: ${internalName}`,
      `FileVersion:      ${version}`,
      "FileDescription:  ",
      `Product:          ${product}`,
      `ProductVersion:   ${version}`,
      "Debug:            False",
      "Patched:          False",
      "PreRelease:       False",
      "PrivateBuild:     False",
      "SpecialBuild:     False",
      `Language:         ${language}`,
      "",
    ].join("\n");
  }
}
heapClass("FileVersionInfo", FileVersionInfo);
