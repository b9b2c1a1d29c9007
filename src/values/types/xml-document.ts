import { castError } from "../conversion/errors.js";
import type { DotNetType } from "../dotnet-type.js";
import { isCollection, toItems } from "../enumeration.js";
import { netError } from "../net-errors.js";
import { overload } from "../signatures.js";
import { toText } from "../text.js";
import { defineType, typeNamed } from "../types.js";
import { DotNetObject, type Value } from "../value.js";
import type { ValueContext } from "../value-context.js";

/** System.Xml.XmlDocument, empty: reading XML is not emulated. */
class XmlDocument extends DotNetObject {
  get type(): DotNetType {
    return typeNamed("System.Xml.XmlDocument");
  }
}

function fromValue(context: ValueContext, value: Value): Value {
  const text = isCollection(value)
    ? toItems(value)
        .map((v) => toText(context, v))
        .join(" ")
    : toText(context, value);
  if (text === "") return new XmlDocument();
  const reason = text.trimStart().startsWith("<")
    ? netError("System.NotSupportedException", "NotEmulated: reading XML is not supported.")
    : netError(
        "System.InvalidOperationException",
        "The specified node cannot be inserted as the valid child of this node, because the specified node is the wrong type.",
      );
  throw castError(context, value, typeNamed("System.Xml.XmlDocument"), "InvalidCastToXmlDocument", reason);
}

defineType({ fullName: "System.Xml.XmlNode" });
defineType({
  fullName: "System.Xml.XmlDocument",
  base: "System.Xml.XmlNode",
  constructors: () => [overload("xml new()", () => new XmlDocument())],
  convertFrom: fromValue,
});
