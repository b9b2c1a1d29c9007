import type { ExchangeProperty } from "../noun/exchange-object.js";
import { computed } from "../properties/property.js";

/** Whether somebody has a picture: since 2013 Set-UserPhoto gives one. */
export const hasPictureRow = (): ExchangeProperty =>
  computed("HasPicture", "bool", ({ object }) => typeof object.properties.Photo === "string");
