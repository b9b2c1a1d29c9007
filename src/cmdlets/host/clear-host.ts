import { defineCmdlet } from "../../binding/define-cmdlet.js";

/** A function in the real shell; the emulated console only scrolls, so there is nothing to clear. */
export const clearHost = defineCmdlet({
  name: "Clear-Host",
  typeName: "Clear-Host",
  source: "",
  isFunction: true,
  synopsis: "Clears the window.",
  parameters: {},
  create: () => ({}),
});
