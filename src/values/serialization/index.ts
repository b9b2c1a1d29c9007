import "./ps-serializer.js";

export { deserialize, serialize } from "./clixml.js";
export { DeserializedObject, deserializedPrefix } from "./deserialized-object.js";
