/** Where it outlives a reload which groups of one sheet are folded. */
export interface FoldStore {
  read(): readonly string[]
  write(folded: readonly string[]): void
}

/** Keeps the headers of folded groups in a browser's storage, and leaves no trace of a sheet without any. */
export function foldStore(storage: Storage, sheet: string): FoldStore {
  const place = `andel.folded ${sheet}`
  return {
    read: () => readHeaders(storage.getItem(place)),
    write(folded) {
      try {
        if (folded.length === 0) storage.removeItem(place)
        else storage.setItem(place, JSON.stringify(folded))
      } catch {
        // no room left: they stay folded until the page is left
      }
    },
  }
}

function readHeaders(text: string | null): readonly string[] {
  try {
    const stored: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(stored) ? stored.filter((header) => typeof header === 'string') : []
  } catch {
    return []
  }
}
