/** What the process of a shape reports, in milliseconds by subject. */
export interface ShapeFigures {
  readonly full: Readonly<Record<string, number>>
  readonly oneAmount: Readonly<Record<string, number>>
  readonly onePopulation: Readonly<Record<string, number>>
}
