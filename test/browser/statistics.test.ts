import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { OfficeHost, cut } from '../api/statistics/host.ts'
import { objectionsInBoth, widths } from './axe.ts'
import { raiseStage, type Stage } from './browser.ts'
import { plain } from './draft-sheet.ts'
import { complaintsOf, type Visit } from './visit.ts'

/** Figures of inhabitants from an office or a file: a proposal that is reviewed and then accepted. */
let stage: Stage
let host: OfficeHost
let page: Page

beforeAll(async () => {
  host = await OfficeHost.start()
  host.tables = {
    TAB638: { 2303: { 2021: 5400 }, 2305: { 2021: 6175 }, 2326: { 2021: 7135 } },
  }
  stage = await raiseStage({ STATISTICS_HOSTS: host.setting.join(',') })
})
afterAll(async () => {
  await stage?.close()
  await host[Symbol.asyncDispose]()
})
afterEach(async () => {
  expect(complaintsOf(page)).toEqual([])
})

async function open(path: string, visit?: Visit): Promise<void> {
  page = await stage.visit(visit)
  page.setDefaultTimeout(15_000)
  await page.goto(path)
}
const rows = async (): Promise<string[]> =>
  (await page.locator('.figures tbody tr').allInnerTexts()).map((row) =>
    plain(row).replace(/\s+/g, ' ').trim(),
  )
const overflow = (): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

it('is fetched from SCB, by keyboard, and kept with its source', async () => {
  await open('/invanare')
  await page.getByRole('link', { name: 'Hämta från SCB eller fil' }).press('Enter')
  await page.getByRole('heading', { name: 'Hämta invånarantal' }).waitFor()
  await page.getByLabel('Vad').selectOption('SCB, folkmängd 31 december')
  await page.getByLabel('Kommuner').selectOption('Jämtlands län')
  await page.getByLabel('Från år').fill('2022')
  await page.getByLabel('Till år').fill('2021')
  await page.getByLabel('Till år').press('Enter')
  await page.getByText('Skriv två årtal, det tidigare först.').waitFor()

  await page.getByLabel('Från år').fill('2021')
  host.mishaps = [cut, cut, cut, cut]
  await page.getByLabel('Till år').press('Enter')
  await page.getByText('hämta filen själv och läs in den').waitFor()
  expect(await page.getByLabel('Från år').inputValue()).toBe('2021')
  await page.getByRole('button', { name: 'Försök igen' }).press('Enter')

  await page.getByText('TAB638').first().waitFor()
  expect(await rows()).toEqual(['Ragunda 2021-12-31 5 210 5 400 Ändrad'])
  await page.locator('summary', { hasText: '5 uppgifter togs inte med' }).click()
  expect(await page.getByText('Källan har inte det som efterfrågades.').count()).toBe(5)

  await page.locator('.effect b', { hasText: 'Familjehemscentrum 2022' }).waitFor()
  const effect = page.locator('.effect').filter({ hasText: 'Familjehemscentrum 2022' })
  expect(plain(await effect.innerText())).toContain('Ragunda')
  await page.getByRole('button', { name: 'Spara 1 uppgift' }).press('Enter')
  await page.getByText('1 uppgift är sparad.').waitFor()
  await page.getByRole('link', { name: 'Visa alla invånarantal' }).waitFor()
  await page.goto('/invanare?visa=deltagare')
  const cell = page.locator('.ag-row[row-id="2303"] [col-id="on 2021-12-31"]')
  await expect.poll(async () => plain(await cell.textContent())).toBe('5 400')
})

const table = {
  name: 'tabell.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    'region;2019;2020\r\n2303 Ragunda;5300;5250\r\n2305 Bräcke;..;6200\r\n23 Jämtlands län;1;2',
    'latin1',
  ),
}

it.each(widths)('is read from a file that is asked about its day: $width wide', async (look) => {
  await open('/invanare/hamta', look)
  const chooser = page.locator('input[type=file]')
  await chooser.setInputFiles({ ...table, buffer: Buffer.from('konto;belopp\r\n5010;1') })
  await page.getByRole('alert').waitFor()
  await chooser.setInputFiles(table)
  await page.locator('.ask select').selectOption('NOVEMBER_1')
  await page.locator('.ask button').click()
  await page.locator('.figures tbody tr').nth(2).waitFor()
  expect((await rows())[0]).toContain('2019-11-01')
  await page.locator('.problems summary').click()
  await page.locator('.figures input[type=checkbox]').first().uncheck()
  await page.locator('.accept [aria-busy="false"] p, .accept .effect').first().waitFor()
  expect(await objectionsInBoth(page)).toEqual([])
  expect(await overflow()).toBe(0)
  if (process.env['SHOTS']) {
    await page.screenshot({
      path: `${process.env['SHOTS']}-${look.width}.png`,
      fullPage: true,
    })
  }
})
