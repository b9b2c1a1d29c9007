import { message } from "../noun/exchange-errors.js";
import type { Setter } from "../noun/set-verb.js";

/**
 * A second extension of a recipient in a dial plan of unified messaging, of which an organization here has none: the
 * parameters find nothing to number the extension in.
 */

const messages = {
  togetherOnly: message({
    text: () => "The parameters SecondaryAddress and SecondaryDialPlan have to be specified together.",
    exception: "Microsoft.Exchange.Management.RecipientTasks.RecipientTaskException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the rule is documented (Set-Mailbox), the text is not known",
  }),
} as const;

const inDialPlan: Setter = (task, value) => {
  if (value === null) return {};
  const [address, plan] = [task.text("SecondaryAddress"), task.text("SecondaryDialPlan")];
  if (address === null || plan === null) throw task.failure(messages.togetherOnly, []);
  throw task.parameterNotFound(plan);
};

export const secondaryExtension: Readonly<Record<string, Setter>> = {
  SecondaryAddress: inDialPlan,
  SecondaryDialPlan: inDialPlan,
};
