import { coreSchema, type Schema } from "../topology/index.js";

/** The classes of the directory with what Exchange's nouns add to them. */
export const schema: Schema = coreSchema;
