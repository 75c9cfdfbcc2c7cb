import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { seedSheet } from '../bench/sheet/seed.ts'
import { startProduct, temporaryFolder } from '../product.ts'
import { raiseStage, type Stage } from './browser.ts'
import { readPdf, type Paper } from './pdf.ts'
import { EditGate, openSheet, OtherOffice } from './sheet.ts'
import { signIn, type Visit } from './visit.ts'

let stage: Stage

beforeAll(async () => {
  stage = await raiseStage()
})
afterAll(() => stage?.close())

async function printed(page: Page): Promise<readonly Paper[]> {
  return readPdf(await page.pdf({ preferCSSPageSize: true }))
}

async function openTable(visit?: Visit): Promise<Page> {
  const page = await stage.visit(visit)
  await page.goto('/samverkan/familjehemscentrum/2022/tabell')
  await page.locator('.sheet-table').waitFor()
  return page
}

function isLandscape({ width, height }: Paper): boolean {
  return Math.abs(width - 842) < 1 && Math.abs(height - 595) < 1
}

describe('the table on paper', () => {
  it('is one sheet of A4 landscape with seven participants, its figures and what they rest on', async () => {
    const papers = await printed(await openTable())
    expect(papers).toHaveLength(1)
    const [paper] = papers
    expect(isLandscape(paper!)).toBe(true)
    for (const text of [
      'RagundaBräckeKrokomStrömsundÅreHärjedalenÖstersund',
      '12600147003690027600294002430015450', // § 33
      '4620000',
      'Beslut:SocSam2022-06-03§33',
      'Kostnadenfördelasefterfolkmängdden31december2021.',
      'Källa:NewsworthyefterSCB',
      'Familjehemscentrum2022,Budget2022·Beslutad,öppen·ändringnr',
      '1(1)',
    ]) {
      expect(paper!.text).toContain(text)
    }
    const today = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long' }).format(new Date())
    expect(paper!.text).toContain(`Utskriven${today.replaceAll(' ', '')}`)
  })

  it('leaves out what is there to be pressed, and is black on white in the dark too', async () => {
    const page = await openTable({ theme: 'dark' })
    await page.emulateMedia({ media: 'print' })
    for (const gone of [
      page.getByRole('button', { name: 'Skriv ut' }),
      page.getByRole('link', { name: 'Till arket' }),
      page.getByRole('navigation').first(),
      page.getByRole('banner'),
    ]) {
      expect(await gone.count()).toBe(0)
    }
    const colours = await page.getByRole('rowheader', { name: 'Summa' }).evaluate((cell) => {
      const { color, fontSize } = getComputedStyle(cell)
      const ground = getComputedStyle(document.documentElement).backgroundColor
      return { color, ground, points: (Number.parseFloat(fontSize) * 3) / 4 }
    })
    expect(colours).toMatchObject({ color: 'rgb(0, 0, 0)', ground: 'rgb(255, 255, 255)' })
    expect(colours.points).toBeGreaterThanOrEqual(7.5)
  })

  it('is printed by its button', async () => {
    const page = await stage.visit({ first: true })
    await page.addInitScript(() => {
      window.print = () => void document.documentElement.setAttribute('data-printed', '')
    })
    await page.goto('/samverkan/familjehemscentrum/2022/tabell')
    await page.getByRole('button', { name: 'Skriv ut' }).click()
    await page.locator('[data-printed]').waitFor()
  })
})

describe('the sheet on paper', () => {
  it('is its table: Ctrl+P needs no other page', async () => {
    const { page } = await openSheet(stage, 2022)
    await page.waitForLoadState('networkidle')
    const [sheet, ...more] = await printed(page)
    const [table] = await printed(await openTable())
    expect(more).toEqual([])
    const timeless = ({ text }: Paper): string => text.replaceAll(/kl\.\d\d:\d\d/g, '')
    expect(timeless(sheet!)).toBe(timeless(table!))
  })

  it('says that something is not saved', async () => {
    const year = await new OtherOffice(stage.program).copyBudget()
    const sheet = await openSheet(stage, year)
    const gate = await EditGate.at(sheet.page)
    gate.hold()
    await sheet.enter(5, 'monthlyCost', '55000')
    const [paper] = await printed(sheet.page)
    expect(paper!.text).toContain('ändringaridenhärwebbläsarensominteärsparade')
    expect(paper!.text).not.toContain('330000')
    await gate.release()
    await sheet.isSaved()
  })

  it('tells where to print while the table is not at hand', async () => {
    const page = await stage.visit({ first: true })
    await page.route('**/BudgetTable-*.js', (route) => route.abort())
    await page.goto('/samverkan/familjehemscentrum/2022')
    await page.locator('.ag-row[row-id="sum"]').first().waitFor()
    const [paper] = await printed(page)
    expect(paper!.text).toContain('ArketskrivsutfrånsidanTabellochutskrift')
    expect(paper!.text).toContain('/samverkan/familjehemscentrum/2022/tabell')
  })
})

describe('many participants on paper', () => {
  it('are parted in tables that name their lines and municipalities again, on every page', async () => {
    const data = await temporaryFolder()
    const path = await seedSheet(data.path, { lines: 60, participants: 60 })
    const product = await startProduct({ DATA_DIR: data.path })
    const context = await stage.browser.newContext({ baseURL: product.address, locale: 'sv-SE' })
    onTestFinished(async () => {
      await context.close()
      await product.end()
      await data.remove()
    })
    await signIn(context, product)
    const page = await context.newPage()
    await page.goto(`${path}/tabell`)
    await page.locator('.sheet-table').first().waitFor()
    const tables = await page.getByRole('table').count()
    expect(tables).toBeGreaterThan(2)
    const heads = await page
      .getByRole('columnheader')
      .filter({ hasNotText: /^(Rad|Benämning)$/ })
      .allTextContents()
    expect(new Set(heads).size).toBe(heads.length)
    expect(heads.length).toBe(60 + 7)

    const papers = await printed(page)
    expect(papers.every(isLandscape)).toBe(true)
    const withLines = papers.filter(({ text }) => /Tjänst\d|Kostnad\d/.test(text))
    expect(withLines.length).toBeGreaterThan(tables)
    // headings stand on every page, sums at the end of each table, and every page says what it is of
    expect(withLines.filter(({ text }) => !text.includes('RadBenämning'))).toEqual([])
    expect(papers.filter(({ text }) => text.includes('Kronorperinvånare'))).toHaveLength(tables)
    for (const [index, { text }] of papers.entries()) {
      expect(text).toContain(`${index + 1}(${papers.length})`)
      expect(text).toContain('Familjehemscentrum2030,Budget2030')
    }
    expect(papers[0]!.text).toContain(`Del1av${tables}:kommunerna1–`)
    expect(papers.map(({ text }) => text).join('')).toContain(`Del${tables}av${tables}`)
    // nothing is cut at the right edge of the paper
    await page.setViewportSize({ width: 1047, height: 720 }) // 277 mm
    await page.emulateMedia({ media: 'print' })
    const widths = await page
      .getByRole('table')
      .evaluateAll((all) => all.map((one) => one.scrollWidth))
    expect(Math.max(...widths)).toBeLessThanOrEqual(1047)
  }, 60_000)
})
