import {
  getProperty,
  invokeMethod,
  type MemberView,
  membersOf,
  PowerShellError,
  type Value,
  type ValueContext,
  WildcardPattern,
} from "../values/index.js";

/**
 * Members that a name or wildcard means, methods included, in the order in which the type lists them. Where-Object and
 * ForEach-Object take a wildcard when it means one member.
 */
export function findMembers(
  context: ValueContext,
  target: Value,
  name: string,
  hasWildcards: boolean,
): readonly MemberView[] {
  if (hasWildcards) {
    const pattern = new WildcardPattern(name, true);
    return membersOf(context, target).filter((member) => pattern.isMatch(member.name));
  }
  const note = target !== null && typeof target === "object" ? target.instanceMembers?.get(name) : undefined;
  if (note?.kind === "NoteProperty") return [{ name: note.name, memberType: "NoteProperty", definition: note.name }];
  const wanted = name.toLowerCase();
  const found = membersOf(context, target).find((member) => member.name.toLowerCase() === wanted);
  return found === undefined ? [] : [found];
}

/** Whether the member is called, not read. */
export function isMethod(member: MemberView): boolean {
  return member.memberType === "Method" || member.memberType === "ScriptMethod";
}

/** What reading the member gives; a getter that throws gives `$null`. */
export function memberValue(context: ValueContext, target: Value, member: MemberView): Value {
  try {
    return getProperty(context, target, member.name) ?? null;
  } catch (thrown) {
    if (!(thrown instanceof PowerShellError)) throw thrown;
    return null;
  }
}

/** Calls the method. Throws a PowerShellError as the language does. */
export function callMember(context: ValueContext, target: Value, member: MemberView, args: readonly Value[]): Value {
  return invokeMethod(context, target, member.name, args, { numberedArguments: true });
}
