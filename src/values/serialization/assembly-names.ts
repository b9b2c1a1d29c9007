import type { DotNetType } from "../dotnet-type.js";
import { arrayBrackets, netTypeText } from "../type-text.js";
import type { ValueFacts } from "../value-facts.js";

/** The assembly of the runtime's own types, as type names of generic types tell it. */
const coreLibrary: Readonly<Record<ValueFacts["exceptionTexts"], string>> = {
  core: "System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e",
  framework: "mscorlib, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089",
};
const automation: Readonly<Record<ValueFacts["exceptionTexts"], string>> = {
  core: "System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35",
  framework: "System.Management.Automation, Version=3.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35",
};

/** A full name with the assemblies of its generic arguments: ``System.Collections.Generic.List`1[[System.Int32, …]]``. */
export function assemblyQualifiedTypeName(type: DotNetType, runtime: ValueFacts["exceptionTexts"]): string {
  if (type.elementType !== null) return `${assemblyQualifiedTypeName(type.elementType, runtime)}${arrayBrackets(type)}`;
  if (type.genericArguments.length === 0) return netTypeText(type);
  const head = type.fullName.slice(0, type.fullName.indexOf("["));
  const args = type.genericArguments.map((argument) => {
    const name = assemblyQualifiedTypeName(argument, runtime);
    return `[${name}, ${assemblyOf(name)[runtime]}]`;
  });
  return `${head}[${args.join(",")}]`;
}

/** The assembly of a type, by the beginning of its name. */
function assemblyOf(name: string): Readonly<Record<ValueFacts["exceptionTexts"], string>> {
  if (name.startsWith("System.Management.Automation.")) return automation;
  const [exchange] = /^Microsoft\.Exchange\.Data(\.Directory)?(?=\.)/.exec(name) ?? [];
  if (exchange === undefined) return coreLibrary;
  const full = `${exchange}, Version=14.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35`;
  return { core: full, framework: full };
}
