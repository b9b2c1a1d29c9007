import { isAccountDisabled } from "../recipients/account-disabled.js";
import { type Entry, kept } from "./entry.js";

/** What userAccountControl says about an account. */

/** Bits that parameters of their own set: what the module calls them, and where they are kept. */
export const accountControlFlag = {
  passwordNotRequired: { name: "PasswordNotRequired", property: "PasswordNotRequired", bit: 0x20 },
  cannotChangePassword: { name: "CannotChangePassword", property: "CannotChangePassword", bit: 0x40 },
  reversible: {
    name: "AllowReversiblePasswordEncryption",
    property: "AllowReversiblePasswordEncryption",
    bit: 0x80,
  },
  neverExpires: { name: "PasswordNeverExpires", property: "PasswordNeverExpires", bit: 0x10000 },
  smartcard: { name: "SmartcardLogonRequired", property: "SmartcardLogonRequired", bit: 0x40000 },
  trusted: { name: "TrustedForDelegation", property: "TrustedForDelegation", bit: 0x80000 },
  notDelegated: { name: "AccountNotDelegated", property: "AccountNotDelegated", bit: 0x100000 },
} as const;

const disabledBit = 2;
const normalAccount = 0x200;
const workstationAccount = 0x1000;
const controllerAccount = 0x82000;

export const isAccountEnabled = ({ object }: Entry): boolean => !isAccountDisabled(object);

/** The number that the directory keeps: 512 of a usual account, 514 of one that is off. */
export function accountControl(entry: Entry): number {
  const { object } = entry;
  const isController = object.class === "Computer" && kept(entry, "IsDomainController") === true;
  const kind = object.class === "Computer" ? (isController ? controllerAccount : workstationAccount) : normalAccount;
  const flags = Object.values(accountControlFlag).filter(({ property }) => kept(entry, property) === true);
  return flags.reduce((sum, { bit }) => sum | bit, kind | (isAccountDisabled(object) ? disabledBit : 0));
}
