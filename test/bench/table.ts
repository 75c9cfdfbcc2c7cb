/** One figure of a table: milliseconds, answers per second with their times, or why there is none. */
export type Cell =
  | { readonly ms: number; readonly scaledFrom?: string }
  | { readonly rate: number; readonly p50: number; readonly p99: number }
  | { readonly missing: string }

export interface Row {
  /** What was measured, one word for each column of labels. */
  readonly labels: readonly string[]
  /** By subject. */
  readonly cells: Readonly<Record<string, Cell>>
}

/** What a table promises, and whether it was kept. */
export interface Goal {
  readonly text: string
  readonly kept: boolean
}

export interface TableResult {
  readonly labels: readonly string[]
  /** Columns in the order they are printed; the first is the one the others are compared with. */
  readonly subjects: readonly string[]
  readonly rows: readonly Row[]
  readonly goals: readonly Goal[]
  readonly notes: readonly string[]
}

/** A table of `pnpm bench`: add one to the list in `main.ts`. */
export interface Table {
  /** Also the name of its file in `bench-results/`. */
  readonly name: string
  readonly title: string
  readonly run: () => Promise<TableResult>
}
