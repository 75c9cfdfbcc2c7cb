import type { Language } from '@andel/schema/money'
import { draftKey, type Drafts } from '../../drafts/draft.ts'
import type { DraftCells } from '../../drafts/take-texts.ts'
import { participants as en } from '../../text/en/participants.ts'
import { readDay } from '../../text/read-day.ts'
import { participants as sv } from '../../text/sv/participants.ts'
import type { AgreementFacts } from './agreement-facts.ts'
import { readLastDay, readPercentage, readUse } from './read-cell.ts'
import { addedColumn, partOf, readAdded, storedPart, type Standing } from './standing.ts'

interface CellSource {
  facts(): AgreementFacts
  standing(): Standing
  drafts(): Drafts
  language(): Language
}

/** What is stored in the cells of the sheet, and what a text typed in one of them means. */
export function participantCells({ facts, standing, drafts, language }: CellSource): DraftCells {
  /** Of a row that is added, the day that it was added with. */
  function storedDay(row: string, column: 'from' | 'to'): string {
    const stored = facts().participations.get(row)
    if (stored) return stored[column]
    const added = drafts().get(draftKey({ row, column: addedColumn }))
    return column === 'from' && added?.kind === 'value' ? readAdded(added.value).from : ''
  }

  return {
    stored({ row, column }) {
      const { version, key } = facts()
      const part = partOf(column)
      const code = standing().rows.get(row)?.code ?? ''
      const value =
        part === undefined
          ? column === 'from' || column === 'to'
            ? storedDay(row, column)
            : ''
          : storedPart(key.bases[part], code)
      return { value, version }
    },
    read({ column }, text) {
      const isEmpty = text.trim() === ''
      if (column === 'to') return readLastDay(text, [sv.endless, en.endless])
      if (column === 'from') {
        return isEmpty ? undefined : readDay(text)
      }
      if (isEmpty) return ''
      const kind = facts().key.bases[partOf(column) ?? -1]?.kind
      return kind === 'USE' ? readUse(text, language()) : readPercentage(text, language())
    },
  }
}
