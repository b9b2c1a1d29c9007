import type { LinkOptions } from "../../properties/link-kind.js";

/** A link to an offline address book: it reads `\Default Offline Address Book` (captured: get-mailboxdatabase.2). */
export const rootedBook: LinkOptions = {
  prints: "rooted",
  query: { classes: ["OfflineAddressBook"], rooted: true },
};
