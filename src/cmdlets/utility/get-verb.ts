import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { type DotNetType, typeNamed, WildcardPattern } from "../../values/index.js";
import { defineResultType, ResultObject } from "../result-type.js";
import { namesOf } from "../session/scopes.js";

/** The approved verbs by group: name and alias prefix. */
const verbs: readonly (readonly [group: string, verbs: string])[] = [
  [
    "Common",
    "Add:a Clear:cl Close:cs Copy:cp Enter:et Exit:ex Find:fd Format:f Get:g Hide:h Join:j Lock:lk Move:m New:n Open:op Optimize:om Pop:pop Push:pu Redo:re Remove:r Rename:rn Reset:rs Resize:rz Search:sr Select:sc Set:s Show:sh Skip:sk Split:sl Step:st Switch:sw Undo:un Unlock:uk Watch:wc",
  ],
  [
    "Data",
    "Backup:ba Checkpoint:ch Compare:cr Compress:cm Convert:cv ConvertFrom:cf ConvertTo:ct Dismount:dm Edit:ed Expand:en Export:ep Group:gp Import:ip Initialize:in Limit:l Merge:mg Mount:mt Out:o Publish:pb Restore:rr Save:sv Sync:sy Unpublish:ub Update:ud",
  ],
  [
    "Lifecycle",
    "Approve:ap Assert:as Build:bd Complete:cmp Confirm:cn Deny:dn Deploy:dp Disable:d Enable:e Install:is Invoke:i Register:rg Request:rq Restart:rt Resume:ru Start:sa Stop:sp Submit:sb Suspend:ss Uninstall:us Unregister:ur Wait:w",
  ],
  ["Diagnostic", "Debug:db Measure:ms Ping:pi Repair:rp Resolve:rv Test:t Trace:tr"],
  ["Communications", "Connect:cc Disconnect:dc Read:rd Receive:rc Send:sd Write:wr"],
  ["Security", "Block:bl Grant:gr Protect:pt Revoke:rk Unblock:ul Unprotect:up"],
  ["Other", "Use:u"],
];

/** The approved verbs as they are spelled. */
export function approvedVerbs(): ReadonlySet<string> {
  return new Set(verbs.flatMap(([, names]) => names.split(" ").map((each) => each.split(":")[0] ?? "")));
}

const fullName = "System.Management.Automation.VerbInfo";
defineResultType(fullName, [
  { name: "Verb", typeName: "string" },
  { name: "AliasPrefix", typeName: "string" },
  { name: "Group", typeName: "string" },
  { name: "Description", typeName: "string" },
]);

class VerbInfo extends ResultObject {
  constructor(verb: string, prefix: string, group: string) {
    super();
    this.setField("Verb", verb);
    this.setField("AliasPrefix", prefix);
    this.setField("Group", group);
    this.setField("Description", "");
  }
  get type(): DotNetType {
    return typeNamed(fullName);
  }
}
heapClass("VerbInfo", VerbInfo);

export const getVerb = defineCmdlet({
  name: "Get-Verb",
  typeName: "Microsoft.PowerShell.Commands.GetVerbCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Lists the verbs that commands may have.",
  parameters: {
    Verb: { type: "string[]", position: 0, pipeline: "name" },
    Group: { type: "string[]", position: 1, pipeline: "name" },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const names = parameters.Verb === undefined ? ["*"] : namesOf(cmdlet, parameters.Verb);
      const groups =
        parameters.Group === undefined ? null : new Set(namesOf(cmdlet, parameters.Group).map((g) => g.toLowerCase()));
      const patterns = names.map((name) => new WildcardPattern(name, true));
      for (const [group, list] of verbs) {
        if (groups !== null && !groups.has(group.toLowerCase())) continue;
        for (const entry of list.split(" ")) {
          const [verb = "", prefix = ""] = entry.split(":");
          if (patterns.some((pattern) => pattern.isMatch(verb))) cmdlet.writeObject(new VerbInfo(verb, prefix, group));
        }
      }
    },
  }),
});
