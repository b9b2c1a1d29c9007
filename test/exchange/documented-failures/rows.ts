import type { Row } from "./register.js";
import { access } from "./rows/access.js";
import { availability } from "./rows/availability.js";
import { certificates } from "./rows/certificates.js";
import { clientAccess } from "./rows/client-access.js";
import { commandLines } from "./rows/command-lines.js";
import { copies } from "./rows/copies.js";
import { databases } from "./rows/databases.js";
import { general } from "./rows/general.js";
import { mounting } from "./rows/mounting.js";
import { moves } from "./rows/moves.js";
import { recipients } from "./rows/recipients.js";
import { requests } from "./rows/requests.js";
import { sessions } from "./rows/sessions.js";
import { transport } from "./rows/transport.js";

/** The register: what provokes each documented message, or why nothing does. */
export const register: Readonly<Record<string, readonly Row[]>> = {
  general,
  "command lines": commandLines,
  databases,
  mounting,
  availability,
  copies,
  "client access": clientAccess,
  certificates,
  recipients,
  access,
  moves,
  requests,
  transport,
  sessions,
};
