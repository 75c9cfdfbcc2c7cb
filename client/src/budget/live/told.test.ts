import { describe, expect, it } from 'vitest'
import { i18n } from '../../text/i18n.ts'
import { sheetAnswer } from '../sheet/example.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import { useVoice } from '../useVoice.ts'
import type { Change } from './change.ts'
import { colourCount, initials, PersonColours } from './person-colours.ts'
import { toldSentence } from './told-sentence.ts'
import { touchedPlaces } from './touched-places.ts'
import '../../text/every-word.ts'

const sheet = readSheet(sheetAnswer)
const change = (more: Partial<Change>): Change => ({
  sequence: 8,
  entity: 'BudgetLine',
  entityId: 'line-rent',
  version: 5,
  field: 'amount',
  before: '120000.00',
  after: '130000.00',
  at: '2022-06-03T08:00:00Z',
  actor: 'Kim',
  actorId: 'person-kim',
  batch: 'theirs',
  ...more,
})
const figure = (municipality: string, on = '2021-12-31'): Change =>
  change({ entity: 'PopulationFigure', field: '+', before: null, after: { municipality, on } })

describe('the cells that somebody wrote in', () => {
  const at = (more: Change) =>
    touchedPlaces(more, sheet, {}).map(({ row, column }) => `${row} ${column}`)

  it('is the cell of a field, and that of its value when it is a formula', () => {
    expect(at(change({}))).toEqual(['line-rent amount'])
    expect(at(change({ field: 'amountFormula' }))).toEqual(['line-rent amount'])
  })

  it('are the shares of those who are left out or back in, and of no others', () => {
    const excluded = change({
      field: 'excluded',
      before: ['2303', '2305'],
      after: ['2305', '2380'],
    })
    expect(at(excluded)).toEqual(['line-rent share 2303', 'line-rent share 2380'])
  })

  it('is the name of the line, where there is no cell of its own', () => {
    for (const field of ['+', 'place', 'openedTo'])
      expect(at(change({ field }))).toEqual(['line-rent description'])
    expect(at(change({ field: '-' }))).toEqual([])
  })

  it('are the lines that use a key, and the figure of a date that is shown', () => {
    const key = change({ entity: 'DistributionKey', entityId: 'key-1', field: 'name' })
    expect(at(key)).toEqual(['line-33 keyId', 'line-rent keyId'])
    expect(at(figure('2303'))).toEqual(['population share 2303'])
    expect(at(figure('2303', '2020-12-31'))).toEqual([])
  })
})

describe('what is said of it', () => {
  const told = (changes: readonly Change[], language: 'sv' | 'en' = 'sv'): string => {
    i18n.global.locale.value = language
    return toldSentence(changes, sheet, {}, useVoice())
  }

  it('names one cell, and counts several', () => {
    expect(told([change({})])).toBe('Kim ändrade belopp på rad 2.')
    expect(told([change({}), change({ field: 'amountFormula' })], 'en')).toBe(
      'Kim changed amount in line 2.',
    )
    expect(told([figure('2303')])).toBe('Kim ändrade invånarantalet för Ragunda.')
    expect(told([change({}), change({ field: 'note' }), change({ field: 'months' })])).toBe(
      'Kim ändrade 3 celler.',
    )
  })

  it('tells of lines that come, go and move', () => {
    const added = change({ field: '+', entityId: 'line-33' })
    const removed = change({ field: '-', entityId: 'gone', before: { description: 'Resor' } })
    expect(told([added, removed, change({})])).toBe(
      'Kim lade till rad 1: Handläggare, förstärkning och tog bort raden ”Resor” och ändrade belopp på rad 2.',
    )
    expect(told([removed, removed])).toBe('Kim tog bort 2 rader.')
    expect(told([change({ field: 'place' })])).toBe('Kim flyttade rader.')
    expect(told([change({ entity: 'Participation' })])).toBe(
      'Kim ändrade det som budgeten bygger på.',
    )
  })
})

describe('the colour of a person', () => {
  it('stays, and is nobody else’s while there are enough', () => {
    const colours = new PersonColours()
    const ids = Array.from({ length: colourCount }, (_, index) => `person-${index}`)
    const given = ids.map((id) => colours.of(id))
    expect(new Set(given).size).toBe(colourCount)
    expect(ids.map((id) => colours.of(id))).toEqual(given)
    expect(new PersonColours().of('person-3')).toBe(new PersonColours().of('person-3'))
    expect(colours.of('one more')).toBeLessThan(colourCount)
  })

  it('goes with the initials of first and last name', () => {
    expect(['Kim von Ek', 'åsa', ' ', '(Demo) Öst'].map(initials)).toEqual(['KE', 'Å', '', 'DÖ'])
  })
})
