import "./stream-types.js";
import "./reader-types.js";
import "./writer-types.js";
