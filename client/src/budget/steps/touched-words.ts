import { countText } from '../cells/number-text.ts'
import { lineName } from '../held-words.ts'
import type { Sheet } from '../sheet/sheet.ts'
import type { SheetVoice } from '../useVoice.ts'
import { lineNumber, lineWords, valueWords, type FieldName } from './step-words.ts'
import type { Touched } from './touched.ts'

export interface TouchedWords {
  readonly where: string
  /** What the step set. */
  readonly left: string
  readonly now: string
  /** What turning it brings. */
  readonly next: string
}

/** Something that has changed since a step, as a row of a table. */
export function touchedWords(touched: Touched, sheet: Sheet, voice: SheetVoice): TouchedWords {
  const words = standingWords(touched, sheet, voice)
  return touched.gone ? { ...words, now: voice.t('steps.question.gone'), next: '–' } : words
}

function standingWords(touched: Touched, sheet: Sheet, voice: SheetVoice): TouchedWords {
  const { edit, part, left, now, next } = touched
  const { t, language } = voice
  const told = (text: (values: Touched['now']) => string) => ({
    left: text(left),
    now: text(now),
    next: text(next),
  })
  switch (edit.kind) {
    case 'setLine': {
      const field = t(`steps.field.${part as FieldName}`)
      const where = t('steps.question.cell', {
        field,
        line: lineNumber(edit.lineId, sheet, voice),
      })
      return { where, ...told((values) => valueWords(part, values, sheet, voice)) }
    }
    case 'setPopulation': {
      const where = t('steps.question.population', { name: sheet.names[edit.code] ?? edit.code })
      return { where, ...told((values) => countText(Number(values['inhabitants']), language)) }
    }
    case 'moveLine': {
      const where = t('steps.question.place', { line: lineWords(edit.lineId, sheet, voice) })
      return { where, ...told(({ place }) => placeWords(place, sheet, voice)) }
    }
    case 'removeLine': {
      const changed = Object.keys(left).filter(
        (field) =>
          !field.endsWith('Formula') && JSON.stringify(left[field]) !== JSON.stringify(now[field]),
      )
      const text = (values: Touched['now']) =>
        changed.map((field) => valueWords(field, values, sheet, voice)).join(', ')
      const where = lineWords(edit.lineId, sheet, voice)
      return { where, left: text(left), now: text(now), next: t('steps.question.removed') }
    }
    default: {
      const where = 'keyId' in edit ? (sheet.keys[edit.keyId]?.name ?? '') : ''
      const otherwise = t('steps.question.otherwise')
      return { where, left: '–', now: otherwise, next: t('steps.question.asBefore') }
    }
  }
}

function placeWords(afterLineId: unknown, sheet: Sheet, voice: SheetVoice): string {
  if (afterLineId === null) return voice.t('steps.question.first')
  return voice.t('steps.question.after', { line: lineName(String(afterLineId), sheet, voice) })
}
