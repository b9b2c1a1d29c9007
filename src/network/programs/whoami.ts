import { defineApplication } from "../../runtime/application.js";
import { notEmulated } from "../../runtime/errors.js";
import { engineOf } from "../../runtime/script-command.js";

/** whoami.exe: the account of the session, in lower case as Windows prints it. */
export const whoami = defineApplication({
  name: "whoami.exe",
  version: "6.1.7600.16385",
  run({ context, arguments: words, print }) {
    if (words.length > 0) throw notEmulated(`whoami with arguments (${words.join(" ")})`);
    const engine = engineOf(context);
    const domain = engine.drives.environment.get("USERDOMAIN")?.value ?? "";
    print(`${domain}\\${engine.userName}`.toLowerCase());
    return 0;
  },
});
