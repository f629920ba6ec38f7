/** Something that a conversion cannot carry over. */
export interface ConversionLoss {
  readonly from: "beta" | "v1";
  readonly to: "beta" | "v1";
  /** The property of the source that loses something. */
  readonly path: string;
  /** What is gone after going there and back. */
  readonly loss: string;
  readonly example: string;
}

/** Everything that `toV1` loses. `toBeta` loses nothing: going on to v1.0 and back gives the same v1.0 summary. */
export const conversionLosses = [
  {
    from: "beta",
    to: "v1",
    path: "action",
    loss: "the text, where it is not the capitalised name of its provisioningAction",
    example: "EntryExportUpdate comes back as Other",
  },
  {
    from: "beta",
    to: "v1",
    path: "statusInfo",
    loss: "whether a member was missing or null, and members that its type does not declare",
    example: "{} comes back as { status: null }",
  },
  {
    from: "beta",
    to: "v1",
    path: "provisioningAction",
    loss: "that it was missing while action was there, as before April 2021",
    example: "{ action: Create } comes back with provisioningAction: create",
  },
  {
    from: "beta",
    to: "v1",
    path: "provisioningStatusInfo",
    loss: "that it was missing while statusInfo was there, as before April 2021",
    example: "{ statusInfo: { status: success } } comes back with provisioningStatusInfo",
  },
] as const satisfies readonly ConversionLoss[];
