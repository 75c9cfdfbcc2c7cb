/** What a chart is told by the frame that it stands in. */
export interface ChartPlace {
  /** Width of the frame in pixels. */
  readonly width: number
  /** Ids of what names it and of what says what it shows. */
  readonly labelledby: string
  readonly describedby: string
}
