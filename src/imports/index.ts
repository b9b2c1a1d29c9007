export { type ImportDoubt, ImportError } from "./import-error.js";
export { type ImportedOrganization, importOrganization } from "./import-organization.js";
