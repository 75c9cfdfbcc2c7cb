import { readFile } from 'node:fs/promises'
import type { Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { objections } from './axe.ts'
import { raiseStage, type Stage } from './browser.ts'
import { readPdf } from './pdf.ts'
import { OtherOffice, openSheet, type StoredBudget } from './sheet.ts'
import { complaintsOf, type Visit } from './visit.ts'

let stage: Stage
let office: OtherOffice
/** Lines in two sections, and one line that only brings in. */
let year: number

beforeAll(async () => {
  stage = await raiseStage()
  office = new OtherOffice(stage.program)
  year = await office.copyBudget()
  await office.parted(year, 2, ['Personal', 'Övrigt'])
})
afterAll(() => stage?.close())

async function openPictures(visit?: Visit): Promise<Page> {
  const page = await stage.visit(visit)
  page.setDefaultTimeout(10_000)
  await page.goto(`/samverkan/familjehemscentrum/${year}/bilder`)
  await page.locator('svg.chart').nth(4).waitFor()
  return page
}

const picture = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The figures of a picture, row by row, without group marks and with a decimal point. */
async function figures(page: Page, name: string): Promise<string[][]> {
  await picture(page, name)
    .getByRole('button', { name: /^(Visa siffrorna|Show the figures)/ })
    .click()
  const rows = await picture(page, name).getByRole('row').all()
  const cells = await Promise.all(
    rows.slice(1).map((row) => row.locator('th, td').allTextContents()),
  )
  return cells.map(([first = '', ...others]) => [
    plain(first),
    ...others.map((text) => text.replaceAll(/\s|%/g, '').replace(',', '.').replace('−', '-')),
  ])
}

describe('the pictures of a budget', () => {
  it('show the figures of the API in their tables, and say them in a sentence', async () => {
    const page = await openPictures()
    const { shares, perInhabitant, total } = await told(year)
    expect(await figures(page, 'Vem som betalar')).toEqual([
      ...shares
        .toSorted((a, b) => Number(b.amount) - Number(a.amount))
        .map(({ municipality, amount, share }) => [
          municipality.name,
          String(Number(amount)),
          Number(share).toFixed(1),
        ]),
      ['Summa', String(Number(total)), '100'],
    ])
    const summary = plain(await picture(page, 'Vem som betalar').innerText())
    expect(summary).toContain('Östersund bär mest: 2 379 300 kr, 51,5 % av budgetens 4 620 000 kr.')

    const each = await figures(page, 'Kronor per invånare')
    expect(new Map(each.map(([name, , , kronor]) => [name, kronor]))).toEqual(
      new Map([
        ...perInhabitant.map((group) => [group.municipality.name, group.perInhabitant] as const),
        ['Samverkan', '36.98'],
      ]),
    )
    expect(await figures(page, 'Vad pengarna går till')).toEqual([
      ['Personal', '4320000', '0', '4320000'],
      ['Övrigt', '600000', '-300000', '300000'],
      ['Summa', '4920000', '-300000', '4620000'],
    ])
    const years = await figures(page, 'År för år')
    expect(years.at(-1)).toEqual(['Summa', '4620000', '4620000'])
    expect(complaintsOf(page)).toEqual([])
  })

  it('lead from the flow to the cell that says why, with the keyboard alone', async () => {
    const page = await openPictures()
    const flow = picture(page, 'Pengarnas väg')
    await flow.getByRole('button', { name: 'Spara PNG' }).focus()
    await page.keyboard.press('Tab')
    const focused = page.locator('svg.chart a:focus')
    expect(plain((await focused.textContent()) ?? '')).toBe('Handläggare 3 600 000')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\?rad=[^&]+&kolumn=belopp$/)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('col-id')))
      .toBe('amount')
  })

  it('are saved as SVG and PNG, with title and sentence, in the light', async () => {
    const page = await openPictures({ theme: 'dark' })
    const svg = await saved(page, 'Pengarnas väg', 'SVG')
    expect(svg.suggestedFilename()).toBe(`familjehemscentrum-${year}-vag.svg`)
    const text = await readFile(await svg.path(), 'utf8')
    const elsewhere = await page.context().newPage() // the product's own pages may not parse just anything
    const parsed = await elsewhere.evaluate((file) => {
      const root = new DOMParser().parseFromString(file, 'image/svg+xml').documentElement
      const fills = [...root.querySelectorAll('path, text, rect')].map((one) =>
        one.getAttribute('fill'),
      )
      return {
        name: root.nodeName,
        title: root.querySelector(':scope > title')?.textContent,
        told: root.querySelector(':scope > desc')?.textContent,
        unstyled: fills.filter((fill) => fill?.includes('var(')).length,
        hasAccent: fills.includes('rgb(11, 90, 85)'),
      }
    }, text)
    expect(parsed).toMatchObject({
      name: 'svg',
      title: 'Pengarnas väg',
      unstyled: 0,
      hasAccent: true,
    })
    expect(plain(parsed.told ?? '')).toMatch(
      /^4 920 000 kr i 4 rader fördelas med 1 nyckel på 7 kommuner/,
    )
    expect(text).not.toMatch(/ (class|href|data-v-\w+)=|light-dark/)

    const png = await readFile(await (await saved(page, 'Vem som betalar', 'PNG')).path())
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
    const drawn = (await picture(page, 'Vem som betalar').locator('svg.chart').boundingBox())!
    expect(png.readUInt32BE(16)).toBe(2 * (Math.round(drawn.width) + 32))
  })

  it('are printed upright with their tables, whether those are open or not', async () => {
    const page = await openPictures()
    const papers = readPdf(await page.pdf({ preferCSSPageSize: true, format: 'A4' }))
    expect(papers.length).toBeGreaterThanOrEqual(5)
    expect(papers[0]!.width).toBeLessThan(papers[0]!.height)
    expect(papers[0]!.text).toContain('Östersundbärmest:2379300kr')
    expect(papers[0]!.text).toContain('Summa4620000100%')
  })

  it('are a menu away from the sheet and a link away from the joint service', async () => {
    const { page } = await openSheet(stage, year)
    await page.getByRole('button', { name: 'Mer', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Bilder' }).click()
    await page.waitForURL(`**/${year}/bilder`)
    await expect.poll(() => page.title()).toBe(`Familjehemscentrum ${year}, bilder – Andel`)
    await page.goto('/samverkan/familjehemscentrum')
    await page.getByRole('link', { name: `Budgeten ${year} i bilder` }).click()
    await page.waitForURL(`**/${year}/bilder`)
  })
})

describe('for everybody', () => {
  it.each([
    { theme: 'light', language: 'sv', width: 1440, height: 900 },
    { theme: 'dark', language: 'en', width: 390, height: 844 },
  ] as const)('passes axe and fits: $theme, $language, $width wide', async (look) => {
    const page = await openPictures(look)
    const names = { sv: /^Visa siffrorna/, en: /^Show the figures/ }
    await page.getByRole('button', { name: names[look.language] }).first().click()
    expect(await objections(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  })

  it('speaks the language one chooses, pictures too', async () => {
    const page = await openPictures()
    await page.getByRole('button', { name: 'English' }).click()
    await picture(page, 'Who pays').waitFor()
    expect(plain(await picture(page, 'Who pays').innerText())).toContain(
      'Ragunda bears least: 194 040 kr',
    )
    await picture(page, 'The way of the money')
      .locator('svg')
      .getByText('Revenues and deductions')
      .waitFor()
  })
})

async function saved(page: Page, name: string, format: string): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    picture(page, name)
      .getByRole('button', { name: `Spara ${format}` })
      .click(),
  ])
  return download
}

interface Told extends Pick<StoredBudget, 'total'> {
  readonly shares: readonly { amount: string; share: string; municipality: { name: string } }[]
  readonly perInhabitant: readonly { perInhabitant: string; municipality: { name: string } }[]
}

async function told(of: number): Promise<Told> {
  const { jointService, costShares } = await office.ask<{
    jointService: { budget: Omit<Told, 'perInhabitant'> }
    costShares: { groupBy: Told['perInhabitant'] }
  }>(
    `query ($of: Int!) {
      jointService(slug: "familjehemscentrum") {
        budget(year: $of) { total shares { amount share municipality { name } } }
      }
      costShares(filter: { years: [$of] }) {
        groupBy(fields: [MUNICIPALITY]) { perInhabitant(on: "2021-12-31") municipality { name } }
      }
    }`,
    { of },
  )
  return { ...jointService.budget, perInhabitant: costShares.groupBy }
}
