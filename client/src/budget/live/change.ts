/** One accepted edit, as the server tells it of a budget that is open. */
export interface Change {
  readonly sequence: number
  /** `BudgetLine`, `DistributionKey`, `PopulationFigure`, or what a sheet is read anew for. */
  readonly entity: string
  /** Global id. */
  readonly entityId: string
  readonly version: number
  /** `+`: added; `-`: removed. */
  readonly field: string
  readonly before: unknown
  readonly after: unknown
  /** ISO time. */
  readonly at: string
  /** Name of who did it. */
  readonly actor: string
  /** Global id of the same; null when it is no person. */
  readonly actorId: string | null
  /** The mutation key that it was sent under. */
  readonly batch: string
}

/** Changes in the order in which they were accepted. */
export interface News {
  /** Up to which number the log has been told. */
  readonly sequence: number
  readonly changes: readonly Change[]
}
