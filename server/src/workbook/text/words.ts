/** The texts of a workbook in one language. */
export interface WorkbookWords {
  readonly sheets: {
    readonly budget: string
    readonly population: string
    readonly keys: string
    readonly notes: string
    readonly weights: string
    readonly calculation: string
  }
  readonly columns: Readonly<Record<LineColumn, string>>
  readonly inhabitants: (date: string) => string
  readonly noInhabitants: string
  readonly share: string
  readonly sum: string
  readonly sectionSum: (name: string) => string
  readonly noSection: string
  readonly perInhabitant: string
  readonly check: string
  readonly state: Readonly<Record<'DRAFT' | 'OPEN' | 'LOCKED', string>>
  readonly exported: (state: string, date: string, sequence: number) => string
  readonly howTo: string
  readonly tooLarge: string
  readonly asFigures: string
  readonly cannotCalculate: (reason: string) => string
  readonly kind: Readonly<Record<'COST' | 'REVENUE', string>>
  readonly moneySource: Readonly<Record<'NEW_MONEY' | 'WITHIN_FRAME', string>>
  readonly quality: Readonly<Record<'PUBLISHED' | 'DERIVED' | 'SECONDARY' | 'CORRECTED', string>>
  readonly page: string
  readonly of: string
  readonly refuse: Readonly<Record<'title' | 'population' | 'typedPopulation' | 'posts', string>> &
    Readonly<Record<'months' | 'money' | 'revenue' | 'list', string>>
  readonly populationSheet: {
    readonly title: string
    readonly howTo: string
    readonly columns: readonly string[]
  }
  readonly keysSheet: {
    readonly title: string
    readonly columns: readonly string[]
    readonly valuesTitle: string
    readonly valuesColumns: readonly string[]
  }
  readonly notesSheet: { readonly title: string; readonly columns: readonly string[] }
  readonly weights: {
    readonly title: string
    readonly howTo: string
    readonly allExact: string
    readonly without: (names: string) => string
    readonly basis: Readonly<Record<'POPULATION' | 'EQUAL' | 'FIXED' | 'USE', string>>
    readonly weight: string
    readonly months: string
    readonly wholeSteps: string
    readonly remainder: string
    readonly left: string
    readonly steps: string
    readonly unit: string
    readonly divisor: string
    readonly heir: string
    readonly exact: string
    readonly nearly: string
    readonly estimate: string
    readonly limb: (name: string, place: number) => string
    readonly carry: string
    readonly product: string
    readonly half: string
    readonly sum: string
  }
  readonly calculation: {
    readonly title: string
    readonly howTo: string
    readonly ore: string
    readonly rounds: string
    readonly rest: string
    readonly left: string
    readonly part: (place: number) => string
    readonly shares: string
    readonly units: string
    readonly remainders: (place: number) => string
    readonly estimates: string
    readonly parts: (place: number) => string
  }
}

/** What is said of a line, in the order of the columns from C. */
export const lineColumns = [
  'number',
  'description',
  'workload',
  'months',
  'monthlyCost',
  'amount',
  'keyId',
  'moneySource',
  'kind',
  'note',
  'decision',
  'difference',
] as const
export type LineColumn = (typeof lineColumns)[number]
