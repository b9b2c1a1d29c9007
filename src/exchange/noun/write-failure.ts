import { describeFailure, distinguishedName, type Failure } from "../../topology/index.js";
import type { PowerShellError } from "../../values/errors.js";
import { schema } from "../schema.js";
import { exchangeMessages } from "./exchange-errors.js";
import type { Task } from "./task.js";

/** The directory refused a write: Exchange's words for it. */
export function writeFailure(task: Task, failure: Failure): PowerShellError {
  switch (failure.kind) {
    case "duplicateName":
    case "duplicateValue":
      return task.failure(exchangeMessages.alreadyExists, [
        task.domainController,
        distinguishedName(schema, task.topology, failure.existing),
      ]);
    case "notFound":
      return task.notFound(failure.guid);
    case "noParent":
    case "notEmpty":
    case "cyclicMove":
    case "badName":
      return task.failure(exchangeMessages.directoryRefused, [describeFailure(failure)]);
  }
}
