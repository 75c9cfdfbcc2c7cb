import { draftPlace, type Draft, type Drafts } from '../drafts/draft.ts'
import { isOvertaken, type Stored } from '../drafts/take-texts.ts'
import { columnDate, storedFigure } from './population-columns.ts'
import { isFarOff, yardstickOf, type Populations, type Yardstick } from './populations.ts'

/** A draft as it is reviewed. */
export interface DraftRow {
  readonly key: string
  readonly code: string
  readonly name: string
  readonly on: string
  readonly draft: Draft
  readonly stored: Stored
  /** The new figure; nothing when it cannot be read. */
  readonly inhabitants: number | undefined
  /** What the new figure is held against. */
  readonly yardstick: Yardstick | undefined
  readonly isFarOff: boolean
  readonly isOvertaken: boolean
}

/** Drafts in the order of the sheet: by date, newest first, then by municipality. */
export function draftRows(drafts: Drafts, populations: Populations): readonly DraftRow[] {
  return [...drafts]
    .flatMap(([key, draft]): DraftRow[] => {
      const { row: code, column } = draftPlace(key)
      const on = columnDate(column)
      const municipality = populations.municipalities.get(code)
      if (on === undefined || !municipality) return []
      const stored = storedFigure(populations, code, on)
      const inhabitants = draft.kind === 'value' ? Number(draft.value) : undefined
      const yardstick = yardstickOf(populations, code, on)
      return [
        {
          key,
          code,
          name: municipality.name,
          on,
          draft,
          stored,
          inhabitants,
          yardstick,
          isFarOff:
            inhabitants !== undefined &&
            yardstick !== undefined &&
            isFarOff(inhabitants, yardstick.inhabitants),
          isOvertaken: isOvertaken(draft, stored),
        },
      ]
    })
    .toSorted((a, b) => b.on.localeCompare(a.on) || a.code.localeCompare(b.code))
}
