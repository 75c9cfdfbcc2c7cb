import { text as readText } from 'node:stream/consumers'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import yauzl from 'yauzl'
import { ColumnKind, type Row } from '../column.ts'
import { columnLetters, workbook } from './workbook.ts'

const column = (name: string, kind = ColumnKind.TEXT) => ({ name, kind })

/** The files of an archive, unpacked by somebody else's code, which checks sizes and checksums. */
async function unzip(bytes: Buffer): Promise<Map<string, string>> {
  const archive = await yauzl.fromBufferPromise(bytes)
  const files = new Map<string, string>()
  for await (const entry of archive.eachEntry()) {
    files.set(entry.fileName, await readText(await archive.openReadStreamPromise(entry)))
  }
  return files
}

async function written(
  columns: readonly ReturnType<typeof column>[],
  pages: Row[][],
  name = 'Prov',
) {
  const parts: Buffer[] = []
  async function* later() {
    yield* pages
  }
  for await (const chunk of workbook({ name, columns, pages: later() }))
    parts.push(Buffer.from(chunk))
  const files = await unzip(Buffer.concat(parts))
  for (const text of files.values()) new SaxesParser({ xmlns: true }).write(text).close()
  return files
}

/** The content of the cells below the heading, by address. */
async function cells(kind: ColumnKind, values: unknown[]): Promise<Record<string, string>> {
  const files = await written([column('k', kind)], [values.map((value) => [value])])
  const sheet = files.get('xl/worksheets/sheet1.xml')!
  return Object.fromEntries(
    [...sheet.matchAll(/<c r="(A\d+)"(?: s="(\d+)")?([^>]*)>(.*?)<\/c>/gs)]
      .slice(1)
      .map(([, address, style, type, content]) => [
        address!,
        `${style ?? ''}${type!.includes('inlineStr') ? 't' : 'n'}:${content!.replace(/<[^>]+>/g, '')}`,
      ]),
  )
}

describe('a workbook', () => {
  it('has a heading that stays, in bold, above its rows', async () => {
    const files = await written([column('a.b'), column('c')], [[['1', '2']], [['3', '4']]])
    const sheet = files.get('xl/worksheets/sheet1.xml')!
    expect(sheet).toContain(
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    )
    expect(sheet).toContain('<c r="A1" s="1" t="inlineStr"><is><t xml:space="preserve">a.b</t>')
    expect([...sheet.matchAll(/<row r="(\d)"/g)].map(([, row]) => row)).toEqual(['1', '2', '3'])
  })

  it('names the sheet with what a sheet may be called', async () => {
    const name = "Vad [Ragunda] betalat: år/kommun & 'mer' än så"
    const book = (await written([column('a')], [[]], name)).get('xl/workbook.xml')!
    expect(/sheet name="([^"]*)"/.exec(book)![1]).toBe('Vad  Ragunda  betalat  år kommu')
    expect((await written([column('a')], [[]], "''")).get('xl/workbook.xml')).toContain('"Andel"')
  })

  it('writes amounts as numbers, and those that Excel would change as texts', async () => {
    const values = ['12600.00', '-0.50', '9999999999999.99', '99999999999999.99', null]
    expect(await cells(ColumnKind.MONEY, values)).toEqual({
      A2: '2n:12600.00',
      A3: '2n:-0.50',
      A4: '2n:9999999999999.99',
      A5: '3t:99999999999999.99',
    })
    expect(await cells(ColumnKind.INTEGER, [2022])).toEqual({ A2: '0n:2022' })
    expect(await cells(ColumnKind.PERCENT, ['4.2'])).toEqual({ A2: '0n:4.2' })
  })

  it('writes dates as days, but not those before March 1900', async () => {
    expect(await cells(ColumnKind.DATE, ['2021-12-31', '1900-03-01', '1900-02-28'])).toEqual({
      A2: '4n:44561',
      A3: '4n:61',
      A4: '3t:1900-02-28',
    })
    expect(await cells(ColumnKind.DATE_TIME, ['2022-06-03T12:00:00.000Z'])).toEqual({
      A2: '5n:44715.5',
    })
    expect(await cells(ColumnKind.BOOLEAN, [true, false])).toEqual({ A2: 'n:1', A3: 'n:0' })
  })

  it('keeps codes and what looks like a formula as texts, without what XML cannot hold', async () => {
    const values = ['0114', '=1+1', 'a\u0000b\uD800<&>', '_x0041_', 'rad\r\nrad', '']
    expect(await cells(ColumnKind.TEXT, values)).toEqual({
      A2: '3t:0114',
      A3: '3t:=1+1',
      A4: '3t:ab\uFFFD&lt;&amp;&gt;',
      A5: '3t:_x005F_x0041_',
      A6: '3t:rad\nrad',
      A7: '3t:',
    })
  })

  it('refuses a text that a cell cannot hold, naming the column', async () => {
    await expect(written([column('note')], [[['x'.repeat(32_768)]]])).rejects.toMatchObject({
      details: { reason: 'TEXT_TOO_LONG', column: 'note' },
    })
  })

  it('counts columns as Excel does', () => {
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
  })
})
