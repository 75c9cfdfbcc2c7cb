import type { Language } from '@andel/schema/money'
import { draftKey, type Drafts } from '../../drafts/draft.ts'
import type { DraftCells } from '../../drafts/take-texts.ts'
import { participants as en } from '../../text/en/participants.ts'
import { readDay } from '../../text/read-day.ts'
import { participants as sv } from '../../text/sv/participants.ts'
import type { AgreementFacts } from './agreement-facts.ts'
import { readLastDay, readPercentage, readUse } from './read-cell.ts'
import { basisOf, isPart } from './key-parts.ts'
import { addedColumn, readAdded, storedPart, type Standing } from './standing.ts'

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
      const code = standing().rows.get(row)?.code ?? ''
      if (isPart(column)) return { value: storedPart(basisOf(key, column), code), version }
      const isDay = column === 'from' || column === 'to'
      return { value: isDay ? storedDay(row, column) : '', version }
    },
    read({ column }, text) {
      const isEmpty = text.trim() === ''
      if (column === 'to') return readLastDay(text, [sv.endless, en.endless])
      if (column === 'from') {
        return isEmpty ? undefined : readDay(text)
      }
      if (isEmpty) return ''
      const kind = basisOf(facts().key, column)?.kind
      return kind === 'USE' ? readUse(text, language()) : readPercentage(text, language())
    },
  }
}
