import type { VersionRow } from "../runtime/runtime-facts.js";

/** `$PSVersionTable` of PowerShell 7.6 on Windows, as its own table orders the names. */
export const core76: readonly VersionRow[] = [
  ["PSVersion", { semanticVersion: "7.6.5" }],
  ["PSEdition", "Core"],
  ["GitCommitId", "7.6.5"],
  ["OS", "Microsoft Windows 10.0.17763"],
  ["Platform", "Win32NT"],
  ["PSCompatibleVersions", { versions: ["1.0", "2.0", "3.0", "4.0", "5.0", "5.1", "6.0", "7.0"] }],
  ["PSRemotingProtocolVersion", { version: "2.4" }],
  ["SerializationVersion", { version: "1.1.0.1" }],
  ["WSManStackVersion", { version: "3.0" }],
];

/** Of Windows PowerShell 5.1, as consoles of Windows Server 2019 show it. */
export const desktop51Table: readonly VersionRow[] = [
  ["PSVersion", { version: "5.1.17763.1" }],
  ["PSEdition", "Desktop"],
  ["PSCompatibleVersions", { versions: ["1.0", "2.0", "3.0", "4.0", "5.0", "5.1.17763.1"] }],
  ["BuildVersion", { version: "10.0.17763.1" }],
  ["CLRVersion", { version: "4.0.30319.42000" }],
  ["WSManStackVersion", { version: "3.0" }],
  ["PSRemotingProtocolVersion", { version: "2.3" }],
  ["SerializationVersion", { version: "1.1.0.1" }],
];

/** Of Windows PowerShell 4.0, as consoles of Windows Server 2012 R2 show it. */
export const desktop40Table: readonly VersionRow[] = [
  ["PSVersion", { version: "4.0" }],
  ["WSManStackVersion", { version: "3.0" }],
  ["SerializationVersion", { version: "1.1.0.1" }],
  ["CLRVersion", { version: "4.0.30319.34014" }],
  ["BuildVersion", { version: "6.3.9600.17400" }],
  ["PSCompatibleVersions", { versions: ["1.0", "2.0", "3.0", "4.0"] }],
  ["PSRemotingProtocolVersion", { version: "2.2" }],
];

/** Of PowerShell 2.0, as consoles of Windows Server 2008 R2 SP1 show it. */
export const desktop20Table: readonly VersionRow[] = [
  ["CLRVersion", { version: "2.0.50727.5420" }],
  ["BuildVersion", { version: "6.1.7601.17514" }],
  ["PSVersion", { version: "2.0" }],
  ["WSManStackVersion", { version: "2.0" }],
  ["PSCompatibleVersions", { versions: ["1.0", "2.0"] }],
  ["SerializationVersion", { version: "1.1.0.1" }],
  ["PSRemotingProtocolVersion", { version: "2.1" }],
];
