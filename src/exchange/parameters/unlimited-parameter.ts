import { byteQuantifiedSizeName } from "../types/byte-quantified-size.js";
import "../types/unlimited.js";

/** A size or `unlimited`: the type of quota parameters. */
export const quotaTypeName = `Microsoft.Exchange.Data.Unlimited[${byteQuantifiedSizeName}]`;
/** A count of objects or `unlimited`: the type of -ResultSize. */
export const resultSizeTypeName = "Microsoft.Exchange.Data.Unlimited[System.UInt32]";
