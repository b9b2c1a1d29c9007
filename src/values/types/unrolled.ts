import { PSList } from "../collections.js";
import { EnumerableObject, enumerate } from "../enumeration.js";
import { ErrorRecord, ExceptionObject, PowerShellError } from "../errors.js";
import { netTypeText } from "../type-text.js";
import { typeNamed } from "../types.js";
import type { Value } from "../value.js";
import { Enumerator } from "./enumerator.js";
import { LinqSequence } from "./linq/sequence.js";

/** What the engine names as the target of such an error: the enumerator, by text and by type. */
function enumeratorOf(value: EnumerableObject | PSList): readonly [text: string, typeName: string] {
  const text = netTypeText(value.type);
  if (value instanceof Enumerator || value instanceof LinqSequence) return [text, value.type.name];
  if (value instanceof PSList && value.type.genericArguments.length > 0)
    return [text.replace("[", "+Enumerator["), "Enumerator"];
  if (value instanceof PSList) return [`${text}+ArrayListEnumeratorSimple`, "ArrayListEnumeratorSimple"];
  return [`${text}+Enumerator`, "Enumerator"];
}

function badEnumeration(value: EnumerableObject | PSList, { record }: PowerShellError): PowerShellError {
  const [targetName, targetType] = enumeratorOf(value);
  const exception = new ExceptionObject(
    typeNamed("System.Management.Automation.RuntimeException"),
    `An error occurred while enumerating through a collection: ${record.exception.message}.`,
    record.exception,
  );
  exception.errorRecord = new ErrorRecord({
    exception,
    errorId: "BadEnumeration",
    category: "InvalidOperation",
    target: value,
    targetName,
    targetType,
  });
  return new PowerShellError(exception.errorRecord);
}

function* guarded(value: EnumerableObject | PSList, elements: Iterable<Value>): Iterable<Value> {
  const iterator = elements[Symbol.iterator]();
  try {
    for (;;) {
      let next: IteratorResult<Value>;
      try {
        next = iterator.next();
      } catch (error) {
        const isNets =
          error instanceof PowerShellError &&
          !error.endsScript &&
          !error.record.exception.type.fullName.startsWith("System.Management.Automation.");
        throw isNets ? badEnumeration(value, error) : error;
      }
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    iterator.return?.();
  }
}

/**
 * As `enumerate`, for a pipeline, an operator or a member: what .NET throws while it goes over a collection becomes the
 * engine's BadEnumeration. A loop lets it through as it is.
 */
export function unrolled(value: Value): Iterable<Value> | null {
  const elements = enumerate(value);
  if (elements === null || Array.isArray(elements)) return elements;
  return value instanceof PSList || value instanceof EnumerableObject ? guarded(value, elements) : elements;
}
