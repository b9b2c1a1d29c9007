import "./ps-serializer.js";

export { assemblyQualifiedTypeName } from "./assembly-names.js";
export { deserialize, serialize } from "./clixml.js";
export { DeserializedObject, deserializedPrefix } from "./deserialized-object.js";
