export { builtInMembers, builtInTypeNames } from "./built-in-members.js";
export { construct } from "./construct.js";
export { noteDelegateError } from "./delegate-errors.js";
export { getIndex, setIndex } from "./indexing.js";
export { intrinsicMethod } from "./intrinsic-methods.js";
export { invokeGenericMethod, invokeMethod, setParameterizedProperty, tryInvokeMethod } from "./invoke.js";
export {
  type MemberView,
  membersOf,
  type PropertyOrder,
  type PropertyView,
  propertiesOf,
  propertyOf,
  staticMembersOf,
} from "./listing.js";
export { MemberSite } from "./member-site.js";
export { MethodObject, ParameterizedPropertyObject } from "./method-object.js";
export { type CallOptions, methodInvocationError, methodNotFound, noOverload, signatureType } from "./methods.js";
export {
  adaptedMember,
  enumerateProperty,
  extendedMember,
  getInstanceProperty,
  getProperty,
  scalarProperty,
  setProperty,
} from "./properties.js";
export { DetachedMember, memberTable, PropertyCollection, PropertyInfo, PSObjectView } from "./psobject-view.js";
export { getStaticMember, invokeGenericStatic, invokeStatic, setStatic } from "./statics.js";
export { typeNamesOf } from "./type-names-of.js";
