import type { BudgetColumn } from '@andel/schema/operations'

export interface ColumnMeaning {
  readonly column: number
  readonly meaning: BudgetColumn
}

const place = 'andel.intake.columns'
const most = 50

/** What columns were said to hold, by the headings of their file. Kept in this browser: it is a habit, not a fact. */
export function mappingMemory(storage: Storage) {
  const read = (): [string, ColumnMeaning[]][] => {
    try {
      const found: unknown = JSON.parse(storage.getItem(place) ?? '[]')
      return Array.isArray(found) ? found.filter(isEntry) : []
    } catch {
      return []
    }
  }
  return {
    recall: (signature: string): readonly ColumnMeaning[] | undefined =>
      read().find(([known]) => known === signature)?.[1],
    remember(signature: string, columns: readonly ColumnMeaning[]): void {
      const others = read().filter(([known]) => known !== signature)
      try {
        storage.setItem(place, JSON.stringify([[signature, columns], ...others].slice(0, most)))
      } catch {
        // a full or forbidden storage: the columns are chosen again next time
      }
    },
  }
}

function isEntry(entry: unknown): entry is [string, ColumnMeaning[]] {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string' || !Array.isArray(entry[1]))
    return false
  return entry[1].every(
    (one: Partial<ColumnMeaning> | null) =>
      Number.isInteger(one?.column) && typeof one?.meaning === 'string',
  )
}
