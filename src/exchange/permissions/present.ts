import { SwitchParameter } from "../../values/objects.js";
import type { Value } from "../../values/value.js";

/** Whether a switch is on that an object shows, such as `Deny` of an entry. */
export const isPresent = (value: Value): boolean =>
  value === true || (value instanceof SwitchParameter && value.isPresent === true);
