import { readFile } from 'node:fs/promises'
import { exampleBook } from '@andel/server/example-files'
import { readWorkbookCells } from '@andel/server/read-workbook-cells'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Loose } from '../api/api.ts'
import { raiseStage, type Stage } from './browser.ts'
import { complaintsOf } from './visit.ts'

let stage: Stage
beforeAll(async () => {
  stage = await raiseStage()
})
afterAll(() => stage.close())

const sheetQuery =
  '{ jointService(slug: "familjehemscentrum") { budget(year: 2022) { id lines { id version description workload note } } } }'
const readBudget = async (): Promise<Loose> =>
  (await stage.program.send<Loose>(sheetQuery)).data.jointService.budget

/** The exported workbook, changed. */
async function workbook(change: (rows: Loose[][]) => void): Promise<Buffer> {
  const { id } = await readBudget()
  const response = await stage.program.fetch(`/budgets/${id}.xlsx`)
  const book = structuredClone(
    await readWorkbookCells(new Uint8Array(await response.arrayBuffer())),
  )
  change(book.sheets[0]!.rows as Loose[][])
  return Buffer.from(exampleBook(book.sheets))
}

async function give(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer })
}

const rowNamed = (rows: Loose[][], description: string): Loose[] =>
  rows.find((row) => row[3] === description)!

describe('a workbook that goes out', () => {
  it('is downloaded from the menu of the sheet, under its own name', async () => {
    const page = await stage.visit()
    await page.goto('/samverkan/familjehemscentrum/2022')
    await page.getByRole('button', { name: 'Mer', exact: true }).click()
    const coming = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'Exportera till Excel' }).click()
    const download = await coming
    expect(download.suggestedFilename()).toBe('familjehemscentrum-2022.xlsx')
    const { sheets } = await readWorkbookCells(
      new Uint8Array(await readFile(await download.path())),
    )
    expect(sheets.slice(0, 2).map(({ name }) => name)).toEqual(['Budget', 'Folkmängd'])
    await page.context().close()
  })
})

describe('a workbook that comes back', () => {
  it('is read in, with one figure that somebody else has changed', async () => {
    const { id, lines } = await readBudget()
    const buffer = await workbook((rows) => {
      const row = rowNamed(rows, 'Handläggare')
      row[4] = 7
      row[11] = 'Sju räcker'
      row[14] = 1
    })
    const edit = {
      budgetId: id,
      clientMutationKey: crypto.randomUUID(),
      edits: [
        { setLine: { lineId: lines[0].id, version: lines[0].version, fields: { workload: 650 } } },
      ],
    }
    await stage.program.send(
      'mutation ($input: EditBudgetInput!) { editBudget(input: $input) { applied } }',
      { input: edit },
    )

    const page = await stage.visit()
    await page.goto('/samverkan/familjehemscentrum/2022')
    await page.getByRole('button', { name: 'Mer', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Läs in arbetsbok' }).click()
    await give(page, 'budget.xlsx', buffer)
    const row = (text: string) => page.getByRole('row').filter({ hasText: text })
    const table = page.getByRole('table', { name: 'Skillnader mellan budget.xlsx och budgeten' })
    await expect.poll(() => table.getByRole('row').count()).toBe(4)
    expect(await row('Tjänster').innerText()).toMatch(
      /6,5 tjänster\s+7 tjänster[\s\S]*Ändrat av någon annan/,
    )
    expect(
      await table.getByText('Cellen räknas fram eller är fast, och läses inte in.').count(),
    ).toBe(1)
    await expect.poll(() => page.getByText('Läs in 1 skillnad').count()).toBe(1)

    await row('Tjänster').getByRole('checkbox').check()
    const effect = page.getByRole('table', { name: /Kommunernas belopp/ })
    await expect.poll(() => effect.locator('tfoot tr').last().innerText()).toMatch(/\+300\s000/)
    await page.getByRole('button', { name: 'Läs in 2 skillnader' }).click()
    await expect.poll(() => page.getByText('2 skillnader är inlästa').count()).toBe(1)
    expect((await readBudget()).lines[0]).toMatchObject({ workload: 700, note: 'Sju räcker' })
    expect(complaintsOf(page)).toEqual([])
  })

  it('is checked, and its one typed figure found', async () => {
    const buffer = await workbook((rows) => {
      const row = rowNamed(rows, 'Resursförstärkning, handläggare')
      row[14] = 12_500
    })
    const page = await stage.visit({ width: 390, height: 844, theme: 'dark' })
    await page.goto('/samverkan/familjehemscentrum/2022/fil?gor=kontrollera')
    await give(page, 'andrad.xlsx', buffer)
    await expect.poll(() => page.getByText('1 cell skiljer sig från exporten').count()).toBe(1)
    expect(await page.getByText('Sigillet är helt').count()).toBe(1)
    expect(await page.getByRole('row').filter({ hasText: 'Budget!O12' }).innerText()).toMatch(
      /12\s600[\s\S]*12\s500/,
    )

    await give(page, 'trasig.xlsx', Buffer.from('PK\x03\x04trasig', 'latin1'))
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('Filen är skadad')
    expect(complaintsOf(page)).toEqual([])
  })
})

describe('a budget from outside', () => {
  it('is loaded, but for the row with a number that can be read in two ways', async () => {
    const page = await stage.visit()
    await page.goto('/budgetar')
    await page.getByRole('link', { name: 'Läs in budget från fil' }).click()
    const csv =
      'Vad vi gör;Belopp;Övrigt\nPersonal;;\nLokalhyra;120 000,50;Kontrakt 7\nResor;1.234;\nSumma;121 234,50;\n'
    await give(page, 'budget 2023.csv', Buffer.from(csv, 'latin1'))
    await expect.poll(() => page.getByText('1 rad har fel').count()).toBe(1)
    expect(await page.getByText('B4: ”1.234” kan läsas på två sätt.').count()).toBe(1)
    await page.getByLabel('Innehåll i kolumn C').selectOption({ label: 'Anteckning' })
    await expect.poll(() => page.getByText('Anteckning Kontrakt 7').count()).toBeGreaterThan(0)
    await page.getByRole('button', { name: 'Läs in 1 rad' }).click()
    await page.waitForURL('**/samverkan/familjehemscentrum/2023')
    const { data } = await stage.program.send<Loose>(
      '{ jointService(slug: "familjehemscentrum") { budget(year: 2023) { lines { section description amount note } } } }',
    )
    expect(data.jointService.budget.lines).toEqual([
      { section: 'Personal', description: 'Lokalhyra', amount: '120000.50', note: 'Kontrakt 7' },
    ])
    await page.goto('/budgetar/las-in')
    await give(page, 'igen.csv', Buffer.from(csv, 'latin1'))
    await expect.poll(() => page.getByText('Kolumnerna är valda som förra gången').count()).toBe(1)
    expect(complaintsOf(page)).toEqual([])
  })
})
