export { BringIn } from "./bring-in.js";
export type { ExportedObject, ExportedValue } from "./exported-objects.js";
export { type ImportDoubt, ImportError } from "./import-error.js";
export { type ImportedOrganization, importOrganization } from "./import-organization.js";
export { withOwnMarks } from "./own-marks.js";
