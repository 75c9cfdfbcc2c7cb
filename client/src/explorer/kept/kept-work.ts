import type { Remembered, Written } from './history.ts'

const workPlace = 'andel.explorer'
const historyPlace = 'andel.explorer.history'

/** Keeps the editor and its history in the browser, so that they outlive a reload. Where it keeps nothing, they last as long as the page. */
export function keptWork(storage: Storage) {
  return {
    readWork(): Written | undefined {
      const found = read(storage, workPlace)
      return isWritten(found) ? found : undefined
    },
    writeWork(work: Written): void {
      write(storage, workPlace, work)
    },
    readHistory(): readonly Remembered[] {
      const found = read(storage, historyPlace)
      return Array.isArray(found) ? found.filter((one) => isRemembered(one)) : []
    },
    writeHistory(history: readonly Remembered[]): void {
      write(storage, historyPlace, history)
    },
  }
}

/** Takes the editor's text and its history out of the browser. */
export function forgetWork(storage: Storage): void {
  for (const place of [workPlace, historyPlace]) storage.removeItem(place)
}

function read(storage: Storage, place: string): unknown {
  try {
    return JSON.parse(storage.getItem(place) ?? 'null')
  } catch {
    return undefined
  }
}

function write(storage: Storage, place: string, value: object): void {
  try {
    storage.setItem(place, JSON.stringify(value))
  } catch {
    // full or forbidden: the page goes on without
  }
}

function isWritten(found: unknown): found is Written {
  const { query, variables } = (found ?? {}) as Partial<Record<keyof Written, unknown>>
  return typeof query === 'string' && typeof variables === 'string'
}

function isRemembered(found: unknown): found is Remembered {
  return isWritten(found) && !Number.isNaN(Date.parse((found as { at?: string }).at ?? ''))
}
