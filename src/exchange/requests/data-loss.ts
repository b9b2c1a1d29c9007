import { message } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";
import { Unlimited } from "../types/unlimited.js";

const notAccepted = message({
  text: () =>
    "Please confirm your intention to accept a large amount of data loss by specifying the AcceptLargeDataLoss parameter.",
  exception: "Microsoft.Exchange.Management.RecipientTasks.RecipientTaskException",
  category: "InvalidArgument",
  certainty: "memory",
  evidence: "the limit is documented (-BadItemLimit of 51 and more); text from memory",
});

const mostWithoutAsking = 50;

/** How many items a limit such as -BadItemLimit lets a request leave behind; 0 when it is not given. */
export function limitIn(task: Task, parameter: string): number | "unlimited" {
  const given = task.value(parameter);
  if (!(given instanceof Unlimited)) return 0;
  return typeof given.value === "number" ? given.value : "unlimited";
}

/** Refuses to lose many items unless -AcceptLargeDataLoss says that this is meant. */
export function requireAcceptedLoss(task: Task): void {
  const limit = limitIn(task, "BadItemLimit");
  if ((limit === "unlimited" || limit > mostWithoutAsking) && !task.isOn("AcceptLargeDataLoss"))
    throw task.failure(notAccepted, []);
}
