import { ore } from '@andel/schema/money'
import { describe, expect, it } from 'vitest'
import { i18n } from '../../text/i18n.ts'
import { useText } from '../../text/useText.ts'
import { viewSheet } from '../figures/sheet-view.ts'
import { applyEdit } from '../sheet/apply-edit.ts'
import type { Edit } from '../sheet/edit.ts'
import { sheetAnswer } from '../sheet/example.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import { spokenEffect } from './spoken-effect.ts'
import '../../text/every-word.ts'

const sheet = readSheet(sheetAnswer)
const { t, counted } = useText()

function told(edits: readonly Edit[], code?: string, language: 'sv' | 'en' = 'sv') {
  i18n.global.locale.value = language
  const before = viewSheet(sheet)
  const after = viewSheet(edits.reduce(applyEdit, sheet), before)
  const text = spokenEffect(before, after, code, { t, counted, language })
  return text?.replace(/\s/g, ' ')
}
const set = (lineId: string, fields: Extract<Edit, { kind: 'setLine' }>['fields']): Edit => ({
  kind: 'setLine',
  lineId,
  fields,
})

describe('what is said of a recalculation', () => {
  it('is about the line, and about the municipality whose column has the focus', () => {
    const edit = set('line-rent', { amount: ore(130_000_00) })
    expect(told([edit], '2303')).toBe(
      'Ragunda 8 970 kronor, upp 690; 3 andelar ändrade, radens summa 130 000.',
    )
    expect(told([edit], '2303', 'en')).toBe(
      'Ragunda 8 970 kronor, up 690; 3 shares changed, sum of the line 130 000.',
    )
  })

  it('tells of the largest change otherwise, and has no sign in it', () => {
    expect(told([set('line-rent', { amount: ore(110_000_00) })])).toBe(
      'Östersund 93 500 kronor, ned 8 500; 3 andelar ändrade, radens summa 110 000.',
    )
    expect(told([set('line-rent', { kind: 'REVENUE' })], '2303')).toBe(
      'Ragunda minus 8 280 kronor, ned 16 560; 3 andelar ändrade, radens summa minus 120 000.',
    )
  })

  it('says öre when there are any', () => {
    expect(told([set('line-rent', { amount: ore(120_000_50) })], '2303')).toMatch(
      /^Ragunda [\d ]+,\d\d kronor, upp 0,0\d;/,
    )
  })

  it('is about the budget when several lines change, or one goes', () => {
    const both = [
      set('line-rent', { amount: ore(0) }),
      set('line-33', { monthlyCost: ore(60_000_00) }),
    ]
    expect(told(both, '2303')).toBe(
      'Ragunda 24 840 kronor, ned 4 140; 6 andelar ändrade, budgetens summa 360 000.',
    )
    expect(told([{ kind: 'removeLine', lineId: 'line-rent' }])).toContain(
      '3 andelar ändrade, budgetens summa 300 000.',
    )
  })

  it('is nothing when no share is another one', () => {
    expect(told([set('line-rent', { note: 'Ny' })])).toBeUndefined()
    const empty: Edit = {
      kind: 'addLine',
      lineId: 'new',
      afterLineId: null,
      fields: { keyId: 'key-1' },
    }
    expect(told([empty])).toBeUndefined()
  })

  it('says that a line cannot be calculated', () => {
    expect(told([set('line-33', { months: 130 })])).toBe('Raden kan inte räknas.')
  })
})
