import { Fault } from '@andel/schema/fault'
import type { Language } from '@andel/schema/money'
import type { DraftCells } from '../../drafts/take-texts.ts'
import { participants as en } from '../../text/en/participants.ts'
import { readDay } from '../../text/read-day.ts'
import { participants as sv } from '../../text/sv/participants.ts'
import type { AgreementFacts } from './agreement-facts.ts'
import { readLastDay, readPercentage, readUse } from './read-cell.ts'
import { partOf, storedPart, type Standing } from './standing.ts'

interface CellSource {
  facts(): AgreementFacts
  standing(): Standing
  language(): Language
}

/** What is stored in the cells of the sheet, and what a text typed in one of them means. */
export function participantCells({ facts, standing, language }: CellSource): DraftCells {
  return {
    stored({ row, column }) {
      const { version, participations, key } = facts()
      const part = partOf(column)
      const code = standing().rows.get(row)?.code ?? ''
      const value =
        part === undefined
          ? column === 'from' || column === 'to'
            ? (participations.get(row)?.[column] ?? '')
            : ''
          : storedPart(key.bases[part], code)
      return { value, version }
    },
    read({ row, column }, text) {
      const isEmpty = text.trim() === ''
      if (column === 'to') return readLastDay(text, [sv.endless, en.endless])
      if (column === 'from') {
        if (!isEmpty) return readDay(text)
        if (standing().rows.get(row)?.isAdded) throw new Fault('BAD_DATE', { text })
        return undefined
      }
      if (isEmpty) return ''
      const kind = facts().key.bases[partOf(column) ?? -1]?.kind
      return kind === 'USE' ? readUse(text, language()) : readPercentage(text, language())
    },
  }
}
