import { ore } from '@andel/schema/money'
import { beforeAll, describe, expect, it } from 'vitest'
import { i18n } from '../../text/i18n.ts'
import { applyEdits } from '../sheet/apply-edit.ts'
import type { Edit } from '../sheet/edit.ts'
import { sheetAnswer } from '../sheet/example.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import type { StepKind } from '../saving/step-kind.ts'
import { useVoice } from '../useVoice.ts'
import { reverse } from './reverse.ts'
import { stepTime } from './step-time.ts'
import { stepWords } from './step-words.ts'
import { touchedBy } from './touched.ts'
import { touchedWords } from './touched-words.ts'
import '../../text/every-word.ts'

const sheet = readSheet(sheetAnswer)
const voice = useVoice()
const takesBack = () => ''
const set = (lineId: string, fields: object): Edit => ({ kind: 'setLine', lineId, fields })
const plain = (text: string) => text.replace(/\s/g, ' ')

beforeAll(() => void (i18n.global.locale.value = 'sv'))

/** A step in words as it is done, and the same once it is undone. */
function words(kind: StepKind, edits: readonly Edit[]): readonly [string, string] {
  const after = applyEdits(sheet, edits)
  const flips = reverse(sheet, edits, { takesBack })
  const step = { id: '', kind, at: '', batch: '', undone: false, flips }
  const back = flips.map(({ edit }) => edit)
  const again = { ...step, undone: true, flips: reverse(after, back, { takesBack }) }
  const undone = applyEdits(after, back)
  return [plain(stepWords(step, after, voice)), plain(stepWords(again, undone, voice))]
}

describe('stepWords', () => {
  it('tells the cell and both values, whichever way it stands', () => {
    const amount = 'Belopp i rad 2: 120 000 → 7'
    expect(words('type', [set('line-rent', { amount: ore(7_00) })])).toEqual([amount, amount])
    expect(words('type', [set('line-33', { note: 'x'.repeat(80) })])[0]).toBe(
      `Anteckning i rad 1: tomt → ${'x'.repeat(59)}…`,
    )
    expect(words('participants', [set('line-33', { excluded: ['2303'] })])[0]).toBe(
      'Undantagna i rad 1: tomt → Ragunda',
    )
  })

  it('counts the cells and the lines of a large step', () => {
    const paste = [set('line-rent', { amount: ore(1), note: 'x' }), set('line-33', { note: 'y' })]
    const told = 'Inklistring, 3 celler från Belopp i rad 2'
    expect(words('paste', paste)).toEqual([told, told])
    const removal = sheet.lines.map(({ id }): Edit => ({ kind: 'removeLine', lineId: id }))
    expect(words('removeLine', removal)[0]).toBe('Borttagning, 2 rader')
  })

  it('names the lines that come, go and move', () => {
    const fields = { keyId: 'key-1', description: 'Resor' }
    const add: Edit = { kind: 'addLine', lineId: 'new', afterLineId: null, fields }
    expect(words('addLine', [add])).toEqual(['Ny rad: rad 3, Resor', 'Ny rad: Resor'])
    expect(words('removeLine', [{ kind: 'removeLine', lineId: 'line-rent' }])).toEqual([
      'Borttagen rad: Hyra',
      'Borttagen rad: rad 2, Hyra',
    ])
    const move: Edit = { kind: 'moveLine', lineId: 'line-rent', afterLineId: null }
    expect(words('moveLine', [move])[0]).toBe('Flyttad rad: rad 1, Hyra')
  })

  it('names keys and municipalities', () => {
    const { name, note, bases, rounding } = sheet.keys['key-1']!
    const key = { name: 'Lika', note, bases, rounding }
    const add: Edit = { kind: 'addKey', keyId: 'new', key }
    expect(words('key', [add, set('line-33', { keyId: 'new' })])).toEqual([
      'Ny nyckel: Lika',
      'Ny nyckel: Lika',
    ])
    expect(words('key', [{ kind: 'setKey', keyId: 'key-1', key }])[0]).toBe('Ändrad nyckel: Lika')
    expect(name).toBe('Befolkning 2021-12-31')
    const on = '2021-12-31'
    const told = { source: 'x', note: null }
    expect(
      words('population', [
        { kind: 'setPopulation', code: '2303', on, inhabitants: 5300, ...told },
      ])[0],
    ).toBe('Invånare i Ragunda: 5 210 → 5 300')
  })
})

describe('touchedWords', () => {
  function touched(step: readonly Edit[], since: readonly Edit[]) {
    const flips = reverse(sheet, step, { takesBack })
    const now = applyEdits(applyEdits(sheet, step), since)
    return touchedBy(now, flips).map((one) => {
      const { where, left, now: stands, next } = touchedWords(one, now, voice)
      return [where, left, stands, next].map(plain)
    })
  }

  it('tell what was set, what stands, and what turning brings', () => {
    const step = [set('line-rent', { amount: ore(1_00) })]
    expect(touched(step, [set('line-rent', { amount: ore(2_00) })])).toEqual([
      ['Belopp, rad 2', '1', '2', '120 000'],
    ])
    expect(touched(step, [{ kind: 'removeLine', lineId: 'line-rent' }])).toEqual([
      ['Belopp, en borttagen rad', '1', 'finns inte längre', '–'],
    ])
  })

  it('tell what was typed in a new line', () => {
    const fields = { keyId: 'key-1' }
    const add: Edit = { kind: 'addLine', lineId: 'new', afterLineId: null, fields }
    expect(touched([add], [set('new', { description: 'Resor', amount: ore(5_00) })])).toEqual([
      ['rad 3, Resor', 'tomt, tomt', 'Resor, 5', 'tas bort'],
    ])
  })
})

describe('stepTime', () => {
  it('tells the date of what was not done today', () => {
    const now = new Date(2022, 5, 3, 15, 0)
    expect(stepTime(new Date(2022, 5, 3, 9, 5).toISOString(), 'sv', now)).toBe('09:05')
    expect(stepTime(new Date(2022, 5, 2, 9, 5).toISOString(), 'sv', now)).toContain('2 juni 2022')
  })
})
