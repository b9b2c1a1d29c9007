import { defineApplication } from "../../runtime/application.js";
import { here } from "./here.js";

/** hostname.exe: the name of this machine. */
export const hostname = defineApplication({
  name: "HOSTNAME.EXE",
  version: "6.1.7600.16385",
  run({ context, arguments: words, print, printError }) {
    if (words.length > 0) {
      printError("sethostname: Use the Network Control Panel Applet to set hostname.");
      printError("hostname -s is not supported.");
      return 1;
    }
    print(here(context).host.name);
    return 0;
  },
});
