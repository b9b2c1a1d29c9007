import { supplyObjectMaker } from "../conversion/object-maker.js";
import { commonTypes } from "../value-types.js";
import { construct } from "./construct.js";
import { conversionRank } from "./conversion-rank.js";
import { signatureType } from "./methods.js";
import { getInstanceProperty, setProperty } from "./properties.js";

/** Ranks up to here leave the argument as it is. */
const assignable = 5;

supplyObjectMaker({
  hasConstructorFor(type, value) {
    return (type.definition.constructors?.() ?? []).some((c) => {
      const only = c.parameters.length === 1 ? c.parameters[0] : undefined;
      if (only === undefined || only.isParamArray) return false;
      const parameterType = signatureType(only.typeName);
      return parameterType !== commonTypes().object && conversionRank(value, parameterType) <= assignable;
    });
  },
  construct,
  getProperty: (context, value, name) => getInstanceProperty(context, value, name) ?? null,
  setProperty,
});
