import { countText } from '../cells/number-text.ts'
import { populationDate } from '../figures/default-key.ts'
import { populationRow, type Held } from '../saving/outbox.ts'
import type { Sheet } from '../sheet/sheet.ts'
import type { SheetVoice } from '../useVoice.ts'
import { lineAt } from './standing.ts'
import { lineNumber, valueWords, type FieldName } from './step-words.ts'

/** A value that is held in its cell, told as a step would be: `Tjänster i rad 1: 6 → abc`. */
export function refusedWords({ id, text }: Held, sheet: Sheet, voice: SheetVoice): string {
  const { t, language } = voice
  const [row = '', name = ''] = id.split(' ')
  const after = text || t('budget.held.empty')
  if (row === populationRow) {
    const inhabitants = sheet.records[populationDate(sheet) ?? '']?.[name]?.inhabitants
    const before =
      inhabitants === undefined ? t('budget.held.empty') : countText(inhabitants, language)
    return t('steps.population', { name: sheet.names[name] ?? name, before, after })
  }
  return t('steps.cell', {
    field: t(`steps.field.${name as FieldName}`),
    line: lineNumber(row, sheet, voice),
    before: valueWords(name, lineAt(sheet, row)?.line ?? {}, sheet, voice),
    after,
  })
}
