// A thread begins as plain JavaScript: tsx does not hand its loader on to threads.
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");
