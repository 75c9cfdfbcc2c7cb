import { beforeEach, describe, expect, it } from 'vitest'
import { i18n } from '../text/i18n.ts'
import { useText } from '../text/useText.ts'
import { percentOf } from './amounts.ts'
import { flowPicture } from './flow-picture.ts'
import { foldRest } from './fold-rest.ts'
import { inhabitantsPicture } from './inhabitants-picture.ts'
import { sectionsPicture } from './sections-picture.ts'
import { sharesPicture } from './shares-picture.ts'
import { yearsPicture } from './years-picture.ts'
import '../text/every-word.ts'

const words = useText()
const plain = (text: string): string => text.replace(/\s/g, ' ')
const ragunda = { code: '2303', name: 'Ragunda' }
const are = { code: '2321', name: 'Åre' }
const ostersund = { code: '2380', name: 'Östersund' }

beforeEach(() => {
  i18n.global.locale.value = 'sv'
})

it('per cent are exact, half a tenth away from zero', () => {
  expect([percentOf(5, 10_000), percentOf(-4, 10_000), percentOf(2, 3), percentOf(1, 0)]).toEqual([
    '0.1',
    '0.0',
    '66.7',
    undefined,
  ])
})

it('a rest of one is named by itself', () => {
  expect(foldRest([1, 2, 3], 2)).toEqual({ named: [1, 2, 3], rest: [] })
  expect(foldRest([1, 2, 3, 4], 2)).toEqual({ named: [1, 2], rest: [3, 4] })
})

describe('who pays', () => {
  const share = (municipality: typeof are, amount: string, percent: string) => ({
    municipality,
    amount,
    share: percent,
  })
  const budget = {
    total: '300000.00',
    difference: '0.00',
    shares: [
      share(ragunda, '12600.00', '4.2'),
      share(are, '132900.00', '44.3'),
      share(ostersund, '154500.00', '51.5'),
    ],
  }

  it('goes from the largest down, and says who bears most and least', () => {
    const { rows, summary, table } = sharesPicture(budget, 20, words)
    expect(rows.map(({ label }) => label)).toEqual(['Östersund', 'Åre', 'Ragunda'])
    expect(plain(summary)).toBe(
      'Östersund bär mest: 154 500 kr, 51,5 % av budgetens 300 000 kr. Minst bär Ragunda: 12 600 kr, 4,2 %.',
    )
    expect(table.rows[2]!.cells.map(({ text }) => plain(text))).toEqual([
      'Ragunda',
      '12 600',
      '4,2 %',
    ])
    i18n.global.locale.value = 'en'
    expect(plain(sharesPicture(budget, 20, words).summary)).toContain(
      'Ragunda bears least: 12 600 kr',
    )
  })

  it('draws the others together, exactly, and lists them all', () => {
    const { rows, table } = sharesPicture(budget, 1, words)
    expect(rows.map(({ label, plus }) => [plain(label), plus])).toEqual([
      ['Östersund', 15_450_000],
      ['Övriga 2 kommuner', 14_550_000],
    ])
    expect(table.rows).toHaveLength(3)
  })

  it('tells who gets money back, and what nobody bears', () => {
    const back = {
      ...budget,
      total: '153999.99',
      difference: '-0.01',
      shares: [share(ragunda, '-500.00', '-0.3'), share(ostersund, '154500.00', '100.3')],
    }
    const { rows, summary, notes, table } = sharesPicture(back, 20, words)
    expect(rows[1]).toMatchObject({ plus: 0, minus: 50_000 })
    expect(summary).toContain('1 kommun får pengar tillbaka')
    expect(notes[0]).toContain('avrundningsdifferens')
    expect(table.foot.map(({ id }) => id)).toEqual(['difference', 'sum'])
  })

  it.each([
    ['0.00', ['100.00', '-100.00'], 'Budgetens summa är 0 kr'],
    ['-300.00', ['-100.00', '-200.00'], 'Mest får Åre: 200 kr, 66,7 %'],
    ['200.00', ['100.00', '100.00'], 'Alla 2 kommuner bär lika mycket: 100 kr'],
    ['100.00', ['100.00'], 'Ragunda bär hela budgeten, 100 kr.'],
  ])('has a sentence of its own for a sum of %s', (total, amounts, sentence) => {
    const shares = amounts.map((amount, index) =>
      share([ragunda, are][index]!, amount, percentOf(Number(amount), Number(total)) ?? '0'),
    )
    expect(
      plain(sharesPicture({ total, difference: '0.00', shares }, 20, words).summary),
    ).toContain(sentence)
  })
})

it('years: from the first to the last, a municipality without a share apart from one with 0', () => {
  const group = (year: number, municipality: typeof are, sum: string) => ({
    year,
    municipality,
    aggregate: { amount: { sum } },
  })
  const { columns, layers, summary, notes, table } = yearsPicture(
    {
      budgets: [
        { year: 2023, total: '150.00', difference: '0.00' },
        { year: 2022, total: '100.00', difference: '0.00' },
        { year: 2024, total: '0.00', difference: '0.00' },
      ],
    },
    [group(2022, ragunda, '100.00'), group(2023, ragunda, '40.00'), group(2023, are, '110.00')],
    words,
  )
  expect(layers.map(({ name }) => name)).toEqual(['Ragunda', 'Åre'])
  expect(columns.map(({ id, sizes }) => [id, sizes])).toEqual([
    ['2022', [10_000, 0]],
    ['2023', [4_000, 11_000]],
  ])
  expect(table.rows[1]!.cells.map(({ text }) => text)).toEqual(['Åre', '–', '110'])
  expect(plain(summary)).toBe(
    'Mellan 2022 och 2023 ökade budgeten med 50,0 %, från 100 kr till 150 kr. Åre bär mest 2023: 110 kr.',
  )
  expect(notes[1]).toBe('Budgeten för 2024 har inget att fördela och är inte med.')
})

const line = (id: string, section: string, amount: string, key = 'Folkmängd') => ({
  id,
  section,
  description: id,
  amount,
  difference: '0.00',
  fault: null,
  key: { name: key },
})
const parted = {
  total: '700.00',
  sections: [
    { name: 'Personal', total: '600.00' },
    { name: 'Lokaler', total: '100.00' },
  ],
  shares: [{ municipality: are, amount: '700.00', share: '100' }],
  lines: [
    line('lön', 'Personal', '800.00'),
    line('bidrag', 'Personal', '-200.00'),
    line('hyra', 'Lokaler', '100.00', 'Lika'),
  ],
}

it('sections: what costs and what brings in, apart', () => {
  const { rows, summary, table } = sectionsPicture(parted, words)
  expect(rows.map(({ label, plus, minus }) => [label, plus, minus])).toEqual([
    ['Personal', 80_000, 20_000],
    ['Lokaler', 10_000, 0],
  ])
  expect(table.foot[0]!.cells.map(({ text }) => plain(text))).toEqual([
    'Summa',
    '900',
    '−200',
    '700',
  ])
  expect(plain(summary)).toContain('Störst är Personal: 800 kr, 88,9 % av kostnaderna på 900 kr.')
  const lines = sectionsPicture({ ...parted, sections: [{ name: '', total: '700.00' }] }, words)
  expect(lines.rows.map(({ label }) => label)).toEqual(['lön', 'bidrag', 'hyra'])
})

it('inhabitants: the mean is of those that are known, and who is not is told', () => {
  const group = (
    municipality: typeof are,
    sum: string,
    inhabitants: number | null,
    perInhabitant: string | null,
  ) => ({
    municipality,
    inhabitants,
    perInhabitant,
    aggregate: { amount: { sum } },
  })
  const groups = [
    group(ragunda, '100.00', 100, '1.00'),
    group(are, '50.00', null, null),
    group(ostersund, '600.00', 200, '3.00'),
  ]
  const { rows, mean, summary, notes } = inhabitantsPicture(groups, '2021-12-31', 20, words)
  expect(rows.map(({ label, plus, figures }) => [label, plus, figures[0]])).toEqual([
    ['Östersund', 300, '3,00'],
    ['Ragunda', 100, '1,00'],
    ['Åre', undefined, '–'],
  ])
  expect(mean).toEqual({ ore: 233, text: '2,33' })
  expect(summary).toContain('Östersund betalar mest per invånare, 3,00 kr')
  expect(notes[1]).toContain('Invånartal saknas för Åre')
  const none = inhabitantsPicture([groups[1]!], '2021-12-31', 20, words)
  expect(plain(none.summary)).toContain('Det finns inga invånartal den 31 december 2021')
})

it('the flow: costs and revenues apart, each band to the cell that explains it', () => {
  const group = (keyName: string, sum: string) => ({
    keyName,
    municipality: are,
    aggregate: { amount: { sum } },
  })
  const groups = {
    costs: [group('Folkmängd', '800.00'), group('Lika', '100.00')],
    revenues: [group('Folkmängd', '-200.00')],
  }
  const { sides, summary, table } = flowPicture(parted, groups, {
    place: { slug: 'fhc', year: 2022 },
    most: 20,
    words,
  })
  expect(sides.map(({ id, total }) => [id, total])).toEqual([
    ['costs', 90_000],
    ['revenues', 20_000],
  ])
  const sheet = '/samverkan/fhc/2022?rad='
  expect(
    sides[0]!.bands.map(({ size, address }) => [size, address && decodeURIComponent(address)]),
  ).toEqual([
    [80_000, `${sheet}lön&kolumn=nyckel`],
    [10_000, `${sheet}hyra&kolumn=nyckel`],
    [80_000, `${sheet}lön&kolumn=2321`],
    [10_000, `${sheet}hyra&kolumn=2321`],
  ])
  expect(sides[0]!.nodes.at(-1)!.address).toBe(`${sheet}summa&kolumn=2321`)
  expect(plain(summary)).toBe(
    '900 kr i 2 rader fördelas med 2 nycklar på 1 kommun. Mest går genom nyckeln Folkmängd: 800 kr, 88,9 %. ' +
      'Intäkter och avdrag på 200 kr går samma väg tillbaka.',
  )
  expect(table.rows.at(-1)!.cells.map(({ text }) => plain(text))).toEqual([
    'Folkmängd',
    'Åre',
    '−200',
  ])
})
