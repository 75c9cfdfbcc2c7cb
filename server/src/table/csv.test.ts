import { describe, expect, it } from 'vitest'
import { ColumnKind } from './column.ts'
import { csvForPrograms, csvForSwedishExcel } from './csv.ts'
import type { Chunk, Table } from './table.ts'

async function text(
  write: (table: Table) => AsyncGenerator<Chunk>,
  kind: ColumnKind,
  values: unknown[],
  columns = 2,
) {
  async function* pages() {
    yield values.map((value) => (columns === 2 ? [value, 'z'] : [value]))
  }
  const all = [
    { name: 'k', kind },
    { name: 'z', kind: ColumnKind.TEXT },
  ].slice(0, columns)
  let whole = ''
  for await (const chunk of write({ name: 't', columns: all, pages: pages() })) whole += chunk
  return whole
}

describe('CSV for programs', () => {
  it('quotes what RFC 4180 wants quoted, and leaves everything else as it is', async () => {
    const values = ['a,b', 'a"b', 'a\nb', '=1+1', ' x ', 'å;ä', null, '']
    expect(await text(csvForPrograms, ColumnKind.TEXT, values)).toBe(
      'k,z\r\n"a,b",z\r\n"a""b",z\r\n"a\nb",z\r\n=1+1,z\r\n x ,z\r\nå;ä,z\r\n,z\r\n"",z\r\n',
    )
  })

  it('has a row for a lone null', async () => {
    expect(await text(csvForPrograms, ColumnKind.TEXT, [null, 'a'], 1)).toBe('k\r\n""\r\na\r\n')
  })

  it('writes JSON out', async () => {
    expect(await text(csvForPrograms, ColumnKind.JSON, [{ a: [1] }], 1)).toBe(
      'k\r\n"{""a"":[1]}"\r\n',
    )
  })
})

describe('CSV for Swedish Excel', () => {
  it('has a byte order mark, semicolons and decimal commas', async () => {
    const whole = await text(csvForSwedishExcel, ColumnKind.MONEY, ['-12600.50', null])
    expect(whole).toBe('\u{FEFF}k;z\r\n-12600,50;z\r\n;z\r\n')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '\n@a', '\u0000x'])(
    'keeps %j from becoming a formula',
    async (value) => {
      const whole = await text(csvForSwedishExcel, ColumnKind.TEXT, [value], 1)
      expect(whole.slice('\u{FEFF}k\r\n'.length)).toMatch(/^"?'/)
    },
  )

  it('leaves texts alone that are none', async () => {
    const whole = await text(csvForSwedishExcel, ColumnKind.TEXT, ['a=1', '12-3', "'a"], 1)
    expect(whole).toBe("\u{FEFF}k\r\na=1\r\n12-3\r\n'a\r\n")
  })

  it('writes times and truths as that Excel has them', async () => {
    expect(
      await text(csvForSwedishExcel, ColumnKind.DATE_TIME, ['2022-06-03T09:30:00.000Z']),
    ).toContain('2022-06-03 09:30:00;z')
    expect(await text(csvForSwedishExcel, ColumnKind.BOOLEAN, [true])).toContain('SANT;z')
  })
})
