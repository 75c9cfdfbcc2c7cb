import { beforeAll, describe, expect, it } from 'vitest'
import { restoring } from '../budget/cell-history/restore-edit.ts'
import { askedHistory } from '../budget/cell-history/asked-history.ts'
import { sheetAnswer } from '../budget/sheet/example.ts'
import { readSheet } from '../budget/sheet/read-sheet.ts'
import { useVoice } from '../budget/useVoice.ts'
import { i18n } from '../text/i18n.ts'
import '../text/every-word.ts'
import { batchWords, reasonWords } from './batch-words.ts'
import { batchesOf } from './batches.ts'
import type { Telling } from './change-words.ts'
import { allChanges } from './list/all-changes.ts'
import { historyFile } from './list/history-file.ts'
import { goneNames, type LoggedChange } from './logged-change.ts'

const sheet = readSheet(sheetAnswer)
const telling: Telling = { sheet, voice: useVoice(), gone: {}, ids: {} }
const plain = (text: string | undefined) => text?.replace(/\s/g, ' ')

let sequence = 0
function change(field: string, before: unknown, after: unknown, more = {}): LoggedChange {
  return {
    sequence: ++sequence,
    at: '2022-06-03T12:05:00.000Z',
    actor: 'Anna',
    actorId: 'p1',
    entity: 'BudgetLine',
    entityId: 'line-rent',
    field,
    before,
    after,
    batch: 'b1',
    reason: null,
    ...more,
  }
}
const said = (...changes: LoggedChange[]) => plain(batchWords({ changes }, telling))

beforeAll(() => void (i18n.global.locale.value = 'sv'))

describe('a batch in words', () => {
  it('is the change itself, with its values as the cell writes them', () => {
    expect(said(change('amount', '100000.00', '120000.50'))).toBe(
      'Belopp i rad 2, Hyra: 100 000 → 120 000,50',
    )
    expect(said(change('keyId', 'key-1', 'key-gone'))).toBe(
      'Nyckel i rad 2, Hyra: Befolkning 2021-12-31 → tomt',
    )
  })

  it('names what is gone by what it was called', () => {
    const removal = change('-', { description: 'Resor' }, null, { entityId: 'line-x' })
    expect(said(removal)).toBe('Borttagen rad: borttagna raden ”Resor”')
    const gone = goneNames([removal])
    const edit = change('note', '', 'ja', { entityId: 'line-x' })
    expect(batchWords({ changes: [edit] }, { ...telling, gone })).toBe(
      'Anteckning i borttagna raden ”Resor”: tomt → ja',
    )
  })

  it('counts a value and its formula as one, and tells how many of what', () => {
    const value = change('amount', '1.00', '2.00')
    const formula = change('amountFormula', null, '=1+1')
    expect(said(value, formula)).toBe('Belopp i rad 2, Hyra: 1 → 2')
    expect(said(value, formula, change('note', '', 'x'), change('+', null, {}))).toBe(
      '2 celler, 1 ny rad',
    )
  })

  it('knows an undo by its reason', () => {
    expect(reasonWords('undo of 7', telling)).toBe('Ångring')
    expect(reasonWords('Enligt mötet', telling)).toBe('”Enligt mötet”')
  })
})

describe('the file of a history', () => {
  it('has numbers as spreadsheets take them, and no formula', () => {
    const amount = change('amount', '-100000.00', null)
    const note = change('note', '', '=1+1', { reason: '+7 "ja"; nej' })
    const [head, ...rows] = historyFile([note, amount], telling).trimEnd().split('\r\n')
    expect(head).toBe('\u{FEFF}Nr;Tid;Vem;Rad;Fält;Från;Till;Skäl;Steg')
    const step = note.sequence
    expect(rows.map((row) => row.replace(/;\d{4}-\d\d-\d\d \d\d:\d\d:\d\d;/, ';tid;'))).toEqual([
      `${step};tid;Anna;rad 2, Hyra;Anteckning;tomt;'=1+1;"”+7 ""ja""; nej”";${step}`,
      `${amount.sequence};tid;Anna;rad 2, Hyra;Belopp;-100000;tomt;;${step}`,
    ])
  })

  it('is gathered by pages, and not without end', async () => {
    const log = Array.from({ length: 5 }, () => change('note', '', 'x')).toReversed()
    const ask = async (before = Infinity) => {
      const older = log.filter((one) => one.sequence < before)
      return { totalCount: older.length, nodes: older.slice(0, 2) }
    }
    expect(await allChanges(ask)).toEqual({ totalCount: 5, nodes: log })
    expect(await allChanges(ask, 4)).toEqual({ totalCount: 5, nodes: log.slice(0, 4) })
  })
})

describe('changes by batch', () => {
  it('come newest first, and leave a batch that is not whole for later', () => {
    const [a, b, c] = [change('note', '', 'a'), change('note', 'a', 'b'), change('note', 'b', 'c')]
    const newest = [{ ...c!, batch: 'b2' }, b!, a!]
    const whole = batchesOf(newest)
    expect(whole.map(({ id }) => id)).toEqual(['b2', 'b1'])
    expect(whole[1]!.changes).toEqual([a, b])
    expect(whole[1]!.sequence).toBe(b!.sequence)
    expect(batchesOf(newest, true).map(({ id }) => id)).toEqual(['b2'])
    expect(batchesOf([b!, a!], true)).toHaveLength(1)
  })
})

describe('the way back to an earlier value', () => {
  const back = (one: LoggedChange, beside: LoggedChange[] = []) =>
    restoring(one, beside, sheet, { ids: {}, note: 'n' })

  it('sets the value with the formula that it was typed as', () => {
    const value = change('amount', '100000.00', '120000.00')
    const formula = change('amountFormula', '=2*50000', null)
    expect(back(value, [value, formula])).toEqual({
      edit: {
        kind: 'setLine',
        lineId: 'line-rent',
        fields: { amount: 100_000_00, amountFormula: '=2*50000' },
      },
    })
  })

  it('is none where it stands already, and says why where it cannot be', () => {
    expect(back(change('amount', '120000.00', '1.00'))).toBeUndefined()
    expect(back(change('+', null, {}))).toBeUndefined()
    expect(back(change('amount', '1.00', null, { entityId: 'line-33' }))).toEqual({
      whyNot: 'AMOUNT_IS_CALCULATED',
    })
    expect(back(change('keyId', 'key-gone', 'key-1'))).toEqual({ whyNot: 'noKey' })
  })

  it('sets an earlier number of inhabitants, with its source', () => {
    const before = { inhabitants: 5209, source: 'SCB' }
    const after = { municipality: '2303', on: '2021-12-31', inhabitants: 5210 }
    const told = change('+', before, after, { entity: 'PopulationFigure' })
    expect(back(told)).toEqual({
      edit: {
        kind: 'setPopulation',
        code: '2303',
        on: '2021-12-31',
        inhabitants: 5209,
        source: 'SCB',
        note: 'n',
      },
    })
  })
})

describe('what the log is asked for', () => {
  const asked = (row: string, column: string) => askedHistory({ row, column }, 'cell', sheet, {})

  it('is the field, and what a calculated amount follows from', () => {
    expect(asked('line-rent', 'amount')).toMatchObject({
      filter: { entityIds: ['line-rent'], fields: ['amount', 'amountFormula', '+', '-'] },
    })
    expect(asked('line-33', 'amount')).toMatchObject({ because: 'amount' })
    expect(asked('line-33', 'share 2303')).toMatchObject({ because: 'calculated' })
  })

  it('is nothing for sums, and one number for inhabitants', () => {
    expect(asked('sum', 'amount')).toEqual({ kind: 'none', why: 'noHistory' })
    expect(asked('population', 'share 2303')).toMatchObject({ code: '2303', on: '2021-12-31' })
  })
})
