/** A change of the network that is refused, in words for the user. `id` is for error records: `NameTaken`. */
export class LabError extends Error {
  override readonly name = "LabError";
  constructor(
    readonly id: "NotFound" | "NameTaken" | "AddressTaken" | "InvalidArgument" | "NotAllowed",
    message: string,
    /** What was meant. */
    readonly target: string = "",
  ) {
    super(message);
  }
}
