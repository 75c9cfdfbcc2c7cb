import {
  notArranged,
  withinLimits,
  type Arrangement,
  type Filter,
  type Sort,
} from './arrangement.ts'

/** Where the arrangement of one sheet outlives a reload. */
export interface ArrangementStore {
  read(): Arrangement
  write(arrangement: Arrangement): void
}

/** Keeps the arrangement of a sheet in a browser's storage, and leaves no trace of a sheet as it was made. */
export function arrangementStore(storage: Storage, sheet: string): ArrangementStore {
  const place = `andel.arrangement ${sheet}`
  return {
    read: () => readArrangement(storage.getItem(place)),
    write(arrangement) {
      const text = JSON.stringify(arrangement)
      if (text === JSON.stringify(notArranged)) storage.removeItem(place)
      else storage.setItem(place, text)
    },
  }
}

/** What was stored, as far as it can be understood. */
export function readArrangement(text: string | null): Arrangement {
  const stored = parse(text)
  const { order, hidden, widths, frozen, sort, filters } = stored
  const knownFilters = entries(filters).flatMap(([column, filter]) =>
    isFilter(filter) ? [[column, filter] as const] : [],
  )
  return {
    ...(isTexts(order) && { order }),
    hidden: isTexts(hidden) ? hidden : [],
    widths: Object.fromEntries(
      entries(widths).flatMap(([column, width]) =>
        typeof width === 'number' && Number.isFinite(width) ? [[column, withinLimits(width)]] : [],
      ),
    ),
    ...(typeof frozen === 'number' && Number.isInteger(frozen) && frozen >= 0 && { frozen }),
    ...(isSort(sort) && { sort }),
    filters: Object.fromEntries(knownFilters),
  }
}

type Unknown = Readonly<Record<string, unknown>>

function parse(text: string | null): Unknown {
  try {
    const stored: unknown = JSON.parse(text ?? '{}')
    return isRecord(stored) ? stored : {}
  } catch {
    return {}
  }
}

function isRecord(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function entries(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : []
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function isSort(value: unknown): value is Sort {
  return (
    isRecord(value) &&
    typeof value['column'] === 'string' &&
    (value['direction'] === 'ascending' || value['direction'] === 'descending')
  )
}

function isFilter(value: unknown): value is Filter {
  if (!isRecord(value)) return false
  switch (value['kind']) {
    case 'values':
      return isTexts(value['values'])
    case 'contains':
      return typeof value['text'] === 'string'
    case 'equal':
    case 'less':
    case 'more':
      return isExact(value['exact'])
    case 'between':
      return isExact(value['from']) && isExact(value['to'])
    case 'empty':
    case 'filled':
      return true
    default:
      return false
  }
}

function isExact(value: unknown): boolean {
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)
}
