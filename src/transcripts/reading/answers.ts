/** `[Y] Yes  [A] Yes to All …  [?] Help (default is "Y"): y`, in any language of the console. */
const choice = /^\[\w\] .*\[\?\] .*\(.*"\w+".*\): ?(.*)$/;

/** What a missing mandatory value is asked with. */
const mandatoryHead = /^Supply values for the following parameters:\s*$/;
const mandatoryValue = /^(\w+(?:\[\d+\])?): ?(.*)$/;

/**
 * What was answered to the questions within an entry's shown lines: choices of confirmations, and values of missing
 * mandatory parameters. What Read-Host asked cannot be told from output.
 */
export function answersIn(shown: readonly string[]): string[] {
  const answers: string[] = [];
  let isAskingValues = false;
  for (const line of shown) {
    if (mandatoryHead.test(line)) {
      isAskingValues = true;
      continue;
    }
    const value = isAskingValues ? mandatoryValue.exec(line) : null;
    if (value !== null) answers.push((value[2] ?? "").trimEnd());
    else {
      // The hint of the prompt stands above the first value.
      isAskingValues &&= /^\(.*!\?.*\)\s*$/.test(line);
      const chosen = choice.exec(line)?.[1];
      if (chosen !== undefined) answers.push(chosen.trim());
    }
  }
  return answers;
}
