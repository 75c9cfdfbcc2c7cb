import { ore } from '@andel/schema/money'
import type { SheetFragment } from '@andel/schema/operations'
import { describe, expect, it } from 'vitest'
import { i18n } from '../../text/i18n.ts'
import { useText } from '../../text/useText.ts'
import { viewSheet } from '../figures/sheet-view.ts'
import { sheetAnswer } from '../sheet/example.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { useVoice } from '../useVoice.ts'
import { budgetTable } from './budget-table.ts'
import { keyLegend, populationDates } from './key-legend.ts'
import { numberRanges } from './number-ranges.ts'
import { columnRoom, partColumns } from './part-columns.ts'
import { populationSources } from './population-sources.ts'
import '../../text/every-word.ts'

i18n.global.locale.value = 'sv'
const voice = useVoice()
const words = useText()
const sheet = readSheet(sheetAnswer)
const line = sheet.lines[1]!
const made = (of: Sheet) => budgetTable(viewSheet(of), voice)
const plain = (text: string): string => text.replace(/\s/g, ' ')

/** A budget with as many participants as asked for. */
function withParticipants(count: number): Sheet {
  const codes = Array.from({ length: count }, (_, index) => String(1000 + index))
  const answer: SheetFragment = {
    ...sheetAnswer,
    participants: codes.map((code) => ({ code, name: `Kommun ${code}` })),
    participantMonths: codes.map((code) => ({ municipality: { code }, months: 12 })),
    populations: codes.map((code) => ({
      ...sheetAnswer.populations[0]!,
      municipality: { code },
    })),
  }
  return readSheet(answer)
}

describe('the table of a budget', () => {
  it('has the columns of the sheet, but for notes and decisions', () => {
    const [block] = made(sheet).blocks
    expect(block!.columns.map(({ heading }) => heading)).toEqual([
      'Rad',
      'Benämning',
      'Tjänster',
      'Mån',
      'Kr/mån',
      'Belopp, kr',
      'Nyckel',
      'Medel',
      'Typ',
      'Ragunda',
      'Bräcke',
      'Östersund',
    ])
    expect(plain(block!.columns.at(-1)!.cell('line-33').text)).toBe('255 000')
    expect(plain(block!.columns.at(-1)!.cell('sum').text)).toBe('357 000')
  })

  it('is one table in the largest type that fits, and never below 7.5 points', () => {
    const small = made(sheet)
    expect(small.blocks).toHaveLength(1)
    expect(small.size).toBe(9)
    const sizes = [8, 9, 10, 11, 12].map((count) => made(withParticipants(count)))
    for (const { size, blocks } of sizes) {
      expect(size).toBeGreaterThanOrEqual(7.5)
      expect(size === 9 || blocks.length === 1 || size === 8).toBe(true)
    }
  })

  it('parts many participants in blocks that name their lines again and leave nobody out', () => {
    const { blocks } = made(withParticipants(290))
    expect(blocks.length).toBeGreaterThan(10)
    const shares = blocks.map(({ columns }) => columns.filter(({ id }) => id.startsWith('share ')))
    expect(shares.flat().map(({ id }) => id)).toEqual(
      Array.from({ length: 290 }, (_, index) => `share ${1000 + index}`),
    )
    for (const [index, { columns, from, to }] of blocks.entries()) {
      expect(columns.slice(0, 2).map(({ id }) => id)).toEqual(['number', 'description'])
      expect(to - from + 1).toBe(shares[index]!.length)
    }
    expect(blocks[1]!.from).toBe(blocks[0]!.to + 1)
    expect(blocks.at(-1)!.to).toBe(290)
  })

  it('has lines in sections with their sums, municipality by municipality', () => {
    const lines = [
      { ...sheet.lines[0]!, section: 'Personal' },
      { ...line, section: 'Lokaler' },
      { ...line, id: 'line-lift', description: '', amount: ore(-20_000_00), section: 'Lokaler' },
    ]
    const { groups, subtotal, blocks } = made({ ...sheet, lines })
    expect(groups.map(({ name, lines: own }) => [name, own.map(({ number }) => number)])).toEqual([
      ['Personal', [1]],
      ['Lokaler', [2, 3]],
    ])
    expect(groups[1]!.lines[1]!.name).toBe('Rad 3')
    const sums = blocks[0]!.columns.map((column) => plain(subtotal(groups[1]!, column)))
    expect(sums).toEqual(['', '', '', '', '', '100 000', '', '', '', '6 900', '8 100', '85 000'])
  })

  it('sums up what stands without a section too, so that the sums make up that of the budget', () => {
    const lines = [
      { ...line, section: '' },
      { ...line, id: 'line-lift', section: 'Lokaler' },
    ]
    const { groups } = made({ ...sheet, lines })
    expect(groups.map(({ name, sums }) => [name, sums?.total])).toEqual([
      ['', 120_000_00],
      ['Lokaler', 120_000_00],
    ])
  })

  it('has no sums of sections where there are none', () => {
    const { groups } = made(sheet)
    expect(groups.map(({ name, sums }) => [name, sums])).toEqual([['', undefined]])
  })
})

describe('notes under the table', () => {
  const noted = (fields: Partial<typeof line>): Sheet => ({
    ...sheet,
    lines: [...sheet.lines, { ...line, id: 'line-3', ...fields }],
  })

  it('tell decisions and notes once each, with the lines they are about', () => {
    const { list, at } = made(
      noted({ decision: sheet.lines[0]!.decision, note: 'Antagande' }),
    ).footnotes
    expect(list).toEqual([
      { number: 1, text: 'Beslut: SocSam 2022-06-03 § 33', lines: [1, 3] },
      { number: 2, text: 'Anteckning: Antagande', lines: [3] },
    ])
    expect(at('line-3', 'description')).toEqual([1, 2])
    expect(at('line-rent', 'description')).toEqual([])
  })

  it('tell why a line cannot be calculated, at its amount', () => {
    const { list, at } = made(noted({ monthlyCost: ore(1), months: 130 })).footnotes
    const [number] = at('line-3', 'amount')
    expect(list.find((note) => note.number === number)).toMatchObject({ lines: [3] })
  })

  it('tell where figures are from that nobody published, at the figure', () => {
    const [first, ...others] = sheetAnswer.populations
    const corrected = {
      ...first!,
      quality: 'CORRECTED' as const,
      source: 'Skatteverket',
      revision: 2,
    }
    const { list, at } = made(
      readSheet({ ...sheetAnswer, populations: [corrected, ...others] }),
    ).footnotes
    const [number] = at('population', 'share 2303')
    expect(list.find((note) => note.number === number)).toEqual({
      number,
      text: 'Rättad. Källa: Skatteverket. Rättad, version 2',
      lines: [],
    })
  })

  it('tell once of the row what is the same of every figure in it', () => {
    const populations = sheetAnswer.populations.map((one) => ({
      ...one,
      quality: 'DERIVED' as const,
    }))
    const { list, at } = made(readSheet({ ...sheetAnswer, populations })).footnotes
    expect(list[0]).toEqual({ number: 1, text: 'Härledd. Källa: SCB', lines: [] })
    expect(at('population', 'description')).toEqual([1])
    expect(at('population', 'share 2303')).toEqual([])
  })
})

describe('what the table rests on', () => {
  const lone = { ...sheet.keys['key-1']!, name: 'Lika', bases: [{ kind: 'EQUAL', percent: 100 }] }
  const withKeys = { ...sheet, keys: { ...sheet.keys, 'key-2': lone } } as Sheet

  it('is the keys that are used, in words, with the lines that use them', () => {
    expect(keyLegend(withKeys, words)).toEqual([
      {
        id: 'key-1',
        name: 'Befolkning 2021-12-31',
        sentences: [
          'Kostnaden fördelas efter folkmängd den 31 december 2021.',
          'Andelarna avrundas först till 0,1 procent.',
          'Beloppen räknas exakt till öret.',
          'Det som blir över går till dem som står närmast att avrundas uppåt.',
        ],
        lines: [1, 2],
      },
    ])
    const lines = withKeys.lines.map((one) => ({ ...one, keyId: 'key-2' }))
    expect(keyLegend({ ...withKeys, lines }, words).map(({ id, lines: own }) => [id, own])).toEqual(
      [
        ['key-1', []],
        ['key-2', [1, 2]],
      ],
    )
  })

  it('names whoever a key names', () => {
    const key = sheet.keys['key-1']!
    const fixed = {
      ...key,
      bases: [{ kind: 'FIXED', percent: 100, percentages: { 2303: '40', 2305: '60' } }],
      rounding: { ...key.rounding, residualRule: 'NAMED', named: '2380' },
    }
    const [entry] = keyLegend({ ...sheet, keys: { 'key-1': fixed } } as unknown as Sheet, words)
    expect(plain(entry!.sentences.join(' '))).toContain('Ragunda 40 %, Bräcke 60 %')
    expect(entry!.sentences.at(-1)).toBe('Det som blir över läggs på Östersund.')
  })

  it('is the population figures of the dates that the keys weigh by, with their sources', () => {
    expect(populationDates(sheet, keyLegend(sheet, words))).toEqual(['2021-12-31'])
    expect(populationSources(sheet, '2021-12-31')).toEqual([{ source: 'SCB', names: undefined }])
    const [first, ...others] = sheetAnswer.populations
    const mixed = readSheet({
      ...sheetAnswer,
      populations: [{ ...first!, source: 'Kommunen' }, ...others],
    })
    expect(populationSources(mixed, '2021-12-31')).toEqual([
      { source: 'SCB', names: ['Bräcke', 'Östersund'] },
      { source: 'Kommunen', names: ['Ragunda'] },
    ])
  })
})

describe('parting columns', () => {
  const columns = (...rooms: number[]) => rooms.map((room) => ({ room }))

  it('takes as many as fit, and at least one', () => {
    const parts = partColumns(columns(3, 3, 3, 9, 1), 6, 7)
    expect(parts.map((part) => part.map(({ room }) => room))).toEqual([[3, 3], [3], [9], [1]])
  })

  it('needs room for the widest word or figure, the heading too', () => {
    const wide = columnRoom('Åre', ['1\u00a0234\u00a0567', '1'])
    expect(wide).toBeGreaterThan(columnRoom('Åre', ['1\u00a0234']))
    expect(columnRoom('Härjedalen', ['1'])).toBe(columnRoom('Härjedalen', ['– deltar ej']))
    // short words stay on one line, long ones need no more than their longest
    expect(columnRoom('Typ', ['Inom ram'])).toBeGreaterThan(columnRoom('Typ', ['Kostnad']))
    expect(columnRoom('Typ', ['Inom ram och mer'])).toBeLessThan(columnRoom('Typ', ['Inom ram']))
  })
})

it('tells numbers of lines in ranges', () => {
  expect(numberRanges([1, 2, 3, 5, 7, 8])).toBe('1–3, 5, 7–8')
  expect(numberRanges([])).toBe('')
})
