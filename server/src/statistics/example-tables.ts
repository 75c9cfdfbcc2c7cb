/** Files in the shapes of statistics offices, for tests; figures as SCB and others published them. */

/** The eight of Jämtland on 1 November 2021. */
export const jamtland: readonly (readonly [code: string, name: string, inhabitants: number])[] = [
  ['2303', 'Ragunda', 5214],
  ['2305', 'Bräcke', 6197],
  ['2309', 'Krokom', 15_329],
  ['2313', 'Strömsund', 11_474],
  ['2321', 'Åre', 12_105],
  ['2326', 'Berg', 7133],
  ['2361', 'Härjedalen', 10_064],
  ['2380', 'Östersund', 64_354],
]

export const municipalities = [
  ...jamtland.map(([code, name]) => ({ code, name, fullName: `${name}s kommun` })),
  { code: '0331', name: 'Heby', fullName: 'Heby kommun' },
  { code: '0114', name: 'Upplands Väsby', fullName: 'Upplands Väsby kommun' },
  { code: '0128', name: 'Salem', fullName: 'Salems kommun' },
  { code: '2023', name: 'Malung-Sälen', fullName: 'Malung-Sälens kommun' },
]

interface ExampleDimension {
  readonly id: string
  readonly label?: string
  /** Words by code, in order. */
  readonly codes: Readonly<Record<string, string>> | readonly (readonly [string, string])[]
  readonly totalCode?: string
}

export interface ExampleTable {
  readonly title: string
  readonly id?: string
  readonly dimensions: readonly ExampleDimension[]
  readonly values: unknown
}

export const regions: ExampleDimension = {
  id: 'Region',
  label: 'region',
  codes: jamtland.map(([code, name]) => [code, name] as const),
}
export const november: ExampleDimension = {
  id: 'ContentsCode',
  label: 'tabellinnehåll',
  codes: { BE0101A9: 'Folkmängd' },
}
export const inYears = (...years: readonly string[]): ExampleDimension => ({
  id: 'Tid',
  label: 'år',
  codes: years.map((year) => [year, year] as const),
})

/** SCB's TAB1267 of one year, as its API 2 answers. */
export const novemberTable: ExampleTable = {
  title: 'Folkmängd 1 november efter region och år',
  id: 'TAB1267',
  dimensions: [regions, november, inYears('2021')],
  values: jamtland.map(([, , inhabitants]) => inhabitants),
}

export function jsonStat({ title, id, dimensions, values }: ExampleTable): object {
  const codesOf = ({ codes }: ExampleDimension) =>
    Array.isArray(codes)
      ? (codes as readonly (readonly [string, string])[])
      : Object.entries(codes as Readonly<Record<string, string>>)
  return {
    version: '2.0',
    class: 'dataset',
    label: title,
    source: 'SCB',
    updated: '2021-12-09T07:00:00Z',
    role: { time: ['Tid'], metric: ['ContentsCode'] },
    id: dimensions.map((dimension) => dimension.id),
    size: dimensions.map((dimension) => codesOf(dimension).length),
    dimension: Object.fromEntries(
      dimensions.map((dimension) => [
        dimension.id,
        {
          label: dimension.label ?? dimension.id,
          category: {
            index: Object.fromEntries(codesOf(dimension).map(([code], index) => [code, index])),
            label: Object.fromEntries(codesOf(dimension)),
          },
          extension: {
            elimination: dimension.totalCode !== undefined,
            ...(dimension.totalCode && { eliminationValueCode: dimension.totalCode }),
          },
        },
      ]),
    ),
    ...(id && { extension: { px: { tableid: id, matrix: id } } }),
    value: values,
  }
}

export const asBytes = (value: object | string): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))

/** In ISO-8859-1, which has all that Swedish needs. */
export const asLatin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))

/** What PxWeb's API 1 answers for the same figures, which it writes as texts. */
export const pxwebJson = (metadata?: object): object => ({
  columns: [
    { code: 'Region', text: 'region', type: 'd' },
    { code: 'Tid', text: 'år', type: 't' },
    { code: 'BE0101A9', text: 'Folkmängd', type: 'c' },
  ],
  comments: [],
  data: jamtland.map(([code, , inhabitants]) => ({
    key: [code, '2021'],
    values: [String(inhabitants)],
  })),
  ...(metadata && { metadata: [metadata] }),
})

/** A PX file as SCB writes it; lines of `keywords` come last before the data. */
export const pxText = (data: string, ...keywords: readonly string[]): string =>
  [
    'CHARSET="ANSI";',
    'CODEPAGE="iso-8859-1";',
    'LANGUAGE="sv";',
    'MATRIX="TAB1267";',
    'TITLE="Folkmängd 1 november efter "',
    '"region och år";',
    'CONTENTS="Folkmängd 1 november";',
    'STUB="region";',
    'HEADING="år";',
    `VALUES("region")=${jamtland.map(([, name]) => `"${name}"`).join(',\r\n')};`,
    'VALUES("år")="2021";',
    'TIMEVAL("år")=TLIST(A1),"2021";',
    `CODES("region")=${jamtland.map(([code]) => `"${code}"`).join(',')};`,
    'SOURCE="SCB";',
    ...keywords,
    `DATA=\r\n${data}\r\n;`,
  ].join('\r\n')

export const koladaAnswer = (
  values: readonly (readonly [code: string, year: number, value: number | null, gender?: string])[],
  kpi = 'N01951',
): object => ({
  values: values.map(([municipality, period, value, gender = 'T']) => ({
    kpi,
    municipality,
    period,
    values: [{ gender, count: 1, status: value === null ? 'Missing' : '', value }],
  })),
  count: values.length,
  next_url: null,
  previous_url: null,
})
