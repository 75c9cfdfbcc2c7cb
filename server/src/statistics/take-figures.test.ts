import { Fault } from '@andel/schema/fault'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csv, read, refusal, taken } from './example-reading.ts'
import {
  asLatin1,
  inYears,
  jsonStat,
  koladaAnswer,
  november,
  novemberTable,
  pxText,
  pxwebJson,
  regions,
} from './example-tables.ts'

describe('totals', () => {
  const sex = (codes: Record<string, string>) => ({ id: 'Kon', label: 'kön', codes })
  const one = { ...regions, codes: { 2303: 'Ragunda' } }
  const parted = (year: string, parts: object[], values: unknown) =>
    jsonStat({
      title: 'Folkmängd 31 december',
      id: 'TAB638',
      dimensions: [one, ...(parts as (typeof regions)[]), november, inYears(year)],
      values,
    })
  const bands = { '0-9': '0-9 år', '10-99': '10-99 år', '100+10': '100+ år' }
  const ages = (codes: Record<string, string>) => ({ id: 'Alder', label: 'ålder', codes })

  it('are taken as they are, also where the parts say otherwise', async () => {
    const withTotal = sex({ TotSa: 'totalt, samtliga män och kvinnor', 1: 'män', 2: 'kvinnor' })
    const file = parted('2025', [withTotal], [2700, 2699, 5398])
    expect((await taken(file)).figures).toHaveLength(1)
    const { figures } = await taken(
      parted('2025', [sex({ 1: 'män', 2: 'kvinnor', TotSa: 'totalt' })], [2700, 2699, 5398]),
    )
    expect(figures).toEqual([['2303', '2025-12-31', 5398]])
  })

  it('are added up until 2024 when every part is there', async () => {
    const both = [sex({ 1: 'män', 2: 'kvinnor' }), ages(bands)]
    const { figures } = await taken(parted('2024', both, [1, 2, 3, 10, 20, 30]))
    expect(figures).toEqual([['2303', '2024-12-31', 66]])
    const nil = parted('2024', [ages(bands)], [1, 2, '-'])
    expect((await taken(nil)).figures).toEqual([['2303', '2024-12-31', 3]])
  })

  it.each([
    ['from 2025', '2025', [sex({ 1: 'män', 2: 'kvinnor' })], [1, 2], 'PARTS_DO_NOT_ADD_UP'],
    ['of one sex', '2024', [sex({ 1: 'män' })], [1], 'PARTS_MISSING'],
    ['with a gap', '2024', [ages({ '0-9': '0-9 år', '100+': '100+ år' })], [1, 2], 'PARTS_MISSING'],
    ['that overlap', '2024', [ages({ ...bands, 5: '5 år' })], [1, 1, 1, 1], 'PARTS_MISSING'],
    ['without an end', '2024', [ages({ '0-9': '0-9 år' })], [1], 'PARTS_MISSING'],
    ['with a missing one', '2024', [sex({ 1: 'män', 2: 'kvinnor' })], [1, null], 'PARTS_MISSING'],
  ])('of parts %s are refused', async (_, year, parts, values, code) => {
    expect(await taken(parted(year, parts, values))).toMatchObject({
      figures: [],
      problems: [[1, code]],
    })
  })

  it('of Kolada may be given by sex or age as well', async () => {
    const sexes = koladaAnswer([
      ['2303', 2023, 2700, 'M'],
      ['2303', 2023, 2435, 'K'],
      ['2303', 2023, 5135, 'T'],
    ])
    expect((await taken(sexes)).figures).toEqual([['2303', '2023-12-31', 5135]])
    expect(await refusal(koladaAnswer([['2303', 2023, 30_000]], 'N00011'))).toBe('NOT_POPULATION')
    const young = koladaAnswer([['2303', 2023, 300]], 'N01952')
    expect((await taken(young)).problems).toEqual([[1, 'PARTS_MISSING']])
  })
})

describe('what cannot be taken', () => {
  it('is a number that is thousands to some, and a day that has not been', async () => {
    const file = csv(
      'kod;datum;invånare',
      '2305;2025-12-31;6,000',
      '2380;2025-12-31;64.000',
      '2303;2999-12-31;5100',
      '2309;2021-12-31;15 352',
    )
    const { figures, problems } = await taken(file)
    expect(figures).toEqual([['2309', '2021-12-31', 15_352]])
    expect(problems).toEqual([
      [2, 'NOT_A_COUNT'],
      [3, 'NOT_A_COUNT'],
      [4, 'FUTURE'],
    ])
  })

  it('is told by row, and nothing else is lost', async () => {
    const file = csv(
      'kod;namn;datum;invånare',
      '00;Riket;2021-12-31;10452326',
      '23;Jämtlands län;2021-12-31;132054',
      '1917;Heby;2006-12-31;13 500',
      '0128;Rakkestad;2018-01-01;8173',
      '9999;Ingenstans;2021-12-31;5',
      '2303;Ragunda;2021-12-31;..',
      '2305;Bräcke;2021-12-31;6175,5',
      '2309;Krokom;hösten;15352',
      '2313;Strömsund;2021-12-31;11473',
      '2313;Strömsund;2021-12-31;11473',
      '2321;Åre;2021-12-31;12271',
      '2321;Åre;2021-12-31;12105',
      '2326;Berg;2021-12-31;7 074',
    )
    expect(await taken(file)).toEqual({
      asks: undefined,
      figures: [
        ['2313', '2021-12-31', 11_473],
        ['2326', '2021-12-31', 7074],
      ],
      problems: [
        [2, 'COUNTRY'],
        [3, 'COUNTY'],
        [4, 'OLD_CODE'],
        [5, 'OTHER_NAME'],
        [6, 'UNKNOWN_REGION'],
        [7, 'MISSING'],
        [8, 'NOT_A_COUNT'],
        [9, 'UNKNOWN_TIME'],
        [11, 'DUPLICATE'],
        [12, 'DUPLICATE'],
        [13, 'DUPLICATE'],
      ],
    })
  })

  it.each(['.', '..', '...', '-', ''])('is a value that a PX file writes as "%s"', async (sign) => {
    const data = ['5214', sign === '' ? '"."' : `"${sign}"`, 1, 2, 3, 4, 5, 6].join(' ')
    const { problems, figures } = await taken(asLatin1(pxText(data)))
    expect([problems, figures.length]).toEqual([[[2, 'MISSING']], 7])
  })

  it('is a region without a row in a PX file by keys', async () => {
    const file = pxText('"2303" 5214\n"2380" 64354', 'KEYS("region")=CODES;')
    const { problems, figures } = await taken(file)
    expect(figures).toEqual([
      ['2303', '2021-11-01', 5214],
      ['2380', '2021-11-01', 64_354],
    ])
    expect(problems.map(([, code]) => code)).toEqual(Array.from({ length: 6 }, () => 'MISSING'))
  })

  it('is told once for a region with many dates', async () => {
    const { problems } = await read(csv('kod;2001-12-31;2002-12-31', '23;1;2'))
    expect(problems.all).toMatchObject([{ row: 2, code: 'COUNTY', figures: 2 }])
  })

  it.each([
    [
      'waste',
      jsonStat({
        ...novemberTable,
        id: '',
        title: 'Avfall',
        dimensions: [regions, { id: 'ContentsCode', codes: { A: 'Ton' } }, inYears('2021')],
      }),
      'NOT_POPULATION',
    ],
    [
      'no region',
      jsonStat({ title: 'Folkmängd', dimensions: [november, inYears('2021')], values: [1] }),
      'NOT_POPULATION',
    ],
    ['any JSON', { hello: 'world' }, 'NOT_POPULATION'],
    ['rows of something else', csv('konto;belopp', '5010;100'), 'NOT_POPULATION'],
    ['nothing', '', 'FILE_KIND'],
    ['half a JSON', '{"class":"dataset"', 'FILE_BROKEN'],
    ['a web page', '<!doctype html><title>403</title>', 'FILE_KIND'],
    ['a PX file with a bracket that never ends', `CHARSET="A";X(${'a'.repeat(1e6)}`, 'FILE_BROKEN'],
    ['a PX file of quotation marks', `CHARSET="A";X(${'"'.repeat(1e6)}`, 'FILE_BROKEN'],
    ['JSON without an end', '['.repeat(1e6), 'FILE_BROKEN'],
    ['too few data', pxText('1 2 3'), 'FILE_BROKEN'],
    ['a PX file without an end', pxText('1').slice(0, -80), 'FILE_BROKEN'],
    [
      'more cells than anybody has',
      jsonStat({
        ...novemberTable,
        dimensions: [regions, inYears(...Array.from({ length: 20_000 }, (_, n) => String(n)))],
        values: {},
      }),
      'FILE_TOO_LARGE',
    ],
  ])('is a file of %s', async (_, file, code) => {
    expect(await refusal(file)).toBe(code)
  })

  it('never throws anything but a fault', async () => {
    const seeds = [
      JSON.stringify(jsonStat(novemberTable)),
      JSON.stringify(pxwebJson()),
      JSON.stringify(koladaAnswer([['2303', 2023, 5135]])),
      pxText('1 2 3 4 5 6 7 8'),
      csv('kod;datum;invånare', '2303;2021-12-31;5210'),
    ]
    const mutated = fc
      .tuple(fc.constantFrom(...seeds), fc.nat(), fc.nat(60), fc.string())
      .map(([seed, at, length, put]) => {
        const start = at % seed.length
        return seed.slice(0, start) + put + seed.slice(start + length)
      })
    await fc.assert(
      fc.asyncProperty(mutated, async (text) => {
        const thrown: unknown = await read(text).then(
          () => undefined,
          (error: unknown) => error,
        )
        if (thrown !== undefined) expect(thrown).toBeInstanceOf(Fault)
      }),
      { numRuns: 400 },
    )
  })
})
