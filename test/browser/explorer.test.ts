import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { objections } from './axe.ts'
import { raiseStage, type Stage } from './browser.ts'
import { complaintsOf, type Visit } from './visit.ts'

let stage: Stage
beforeAll(async () => {
  stage = await raiseStage()
})
afterAll(() => stage?.close())

const editorOf = (page: Page) => page.getByRole('textbox', { name: /^(Fråga i|Query in) GraphQL$/ })
const linesOf = (page: Page) => editorOf(page).locator('.cm-line').allInnerTexts()
const answerTable = (page: Page) => page.getByRole('table', { name: 'Svar som tabell' })

async function open(visit?: Visit): Promise<Page> {
  const page = await stage.visit(visit)
  await page.goto('/analys/utforska')
  await editorOf(page).waitFor()
  return page
}

/** Replaces what stands in the editor, by keyboard; brackets close by themselves. */
async function write(page: Page, query: string): Promise<void> {
  await editorOf(page).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(query)
}

async function ask(query: string, accept: string): Promise<string> {
  const answer = await stage.program.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ query }),
  })
  expect(answer.status).toBe(200)
  return answer.text()
}

const inEditor = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('.cm-editor') !== null)

describe('the explorer', () => {
  it('takes an example, is changed by completion, run, fetched as a file and saved as a view', async () => {
    const page = await open()
    await page.getByRole('button', { name: /^Nya pengar per kommun/ }).click()
    await page.getByText('perInhabitant', { exact: true }).click()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('inhab')
    await page.getByRole('option', { name: /^inhabitants/ }).waitFor()
    expect(await objections(page)).toEqual([])
    await page.keyboard.press('Enter')
    await expect.poll(() => linesOf(page)).toContain('      inhabitants')

    await page.keyboard.press('Control+Enter')
    const rows = answerTable(page).getByRole('row')
    await expect.poll(() => rows.count()).toBe(8)
    const query = (await linesOf(page)).join('\n')
    const told = (await ask(query, 'application/x-ndjson')).trimEnd().split('\n')
    const cells = await Promise.all(
      (await rows.all()).map((row) => row.getByRole('cell').allInnerTexts()),
    )
    expect(cells.slice(1)).toEqual(
      told.map((line) => Object.values(JSON.parse(line) as object).map(String)),
    )
    expect(cells[1]).toEqual(['Östersund', '2022', '154500.00', '2.40', '64324', '300000.00'])
    await page
      .getByRole('status')
      .filter({ hasText: /7 rader.*kostnad/ })
      .waitFor()
    expect(await objections(page)).toEqual([])

    await page.getByRole('button', { name: 'Ladda ned' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'CSV, för program' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('NewMoney.csv')
    expect(await readFile(await download.path(), 'utf8')).toBe(await ask(query, 'text/csv'))

    await page.getByRole('button', { name: 'Spara som vy' }).click()
    await page.getByRole('textbox', { name: 'Namn' }).fill('Nya pengar och invånare')
    await page.keyboard.press('Enter')
    const address = page.getByRole('textbox', { name: 'Adress' })
    await address.waitFor()
    const view = await fetch(await address.inputValue())
    expect(await view.text()).toBe(await ask(query, 'text/csv'))
    await page.getByRole('button', { name: 'Klar' }).click()

    await page.reload()
    await expect.poll(async () => (await linesOf(page)).join('\n')).toBe(query)
    expect(complaintsOf(page)).toEqual([])
  })

  it('shows what is wrong at its place, and lets the keyboard in and out', async () => {
    const page = await open()
    await write(page, '{\n  municipalities {\n    nodes { code nme }\n  }\n}')
    await editorOf(page).locator('.cm-lintRange-error').getByText('nme').waitFor()
    await page.keyboard.press('Control+Enter')
    const alert = page.getByRole('alert').filter({ hasText: 'Cannot query field "nme"' })
    await alert.getByRole('button', { name: 'rad 3' }).click()
    await page.keyboard.press('Delete')
    await expect.poll(() => linesOf(page)).toContain('    nodes { code me }')

    await page.keyboard.press('Home')
    await page.keyboard.press('Tab')
    await expect.poll(() => linesOf(page)).toContain('      nodes { code me }')
    expect(await inEditor(page)).toBe(true)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    expect(await inEditor(page)).toBe(false)

    await write(
      page,
      '{ a: municipalities { nodes { code } } b: municipalities { nodes { code } } }',
    )
    await page.keyboard.press('Control+Shift+F')
    await expect.poll(async () => (await linesOf(page)).length).toBeGreaterThan(10)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('textbox', { name: 'Svar som JSON' }).waitFor()
    await page.getByText(/^Svaret visas som JSON: .* står bredvid varandra/).waitFor()

    await page.getByRole('textbox', { name: 'Variabler som JSON' }).fill('{"a": }')
    await page.getByRole('button', { name: 'Kör' }).click()
    await page
      .getByRole('status')
      .filter({ hasText: 'Variablerna är inte ett JSON-objekt.' })
      .waitFor()
    expect(complaintsOf(page)).toEqual([])
  })

  it('is cancelled, and fails in words, with nothing lost that was typed', async () => {
    const page = await open()
    await write(page, '{ municipality(code: "2303") { name } }')
    await page.route('**/graphql', () => undefined) // never answered
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Avbryt' }).click()
    await page.getByText('Frågan avbröts').waitFor()
    await page.unrouteAll()
    await page.route('**/graphql', (route) => route.abort('connectionrefused'))
    await page.getByRole('button', { name: 'Kör' }).click()
    await page.getByRole('alert').getByText('Servern svarar inte.').waitFor()
    await page.unrouteAll()
    await page.getByRole('button', { name: 'Försök igen' }).click()
    await answerTable(page).getByRole('cell', { name: 'Ragunda' }).waitFor()
    expect(await linesOf(page)).toEqual(['{ municipality(code: "2303") { name } }'])
    await page.getByRole('tab', { name: 'Historik' }).click()
    await page
      .getByRole('tabpanel')
      .getByRole('button', { name: /^municipality/ })
      .waitFor()
  })

  it('fits a phone, in the dark and in English, with the schema to read and a link to share', async () => {
    const page = await open({ width: 390, height: 844, theme: 'dark', language: 'en' })
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await write(page, '{ budgets { totalCount } }')
    await editorOf(page).getByText('budgets').click()
    const field = page
      .getByRole('tabpanel')
      .getByRole('listitem')
      .filter({ hasText: /^budgets:/ })
    const help = async () => {
      await page.keyboard.press('F1') // nothing comes of it before the schema has
      return field.count()
    }
    await expect.poll(help).toBe(1)
    await expect.poll(() => field.getAttribute('aria-current')).toBe('true')
    const inPanel = () =>
      page.evaluate(() => document.activeElement?.closest('[role=tabpanel]') !== null)
    await expect.poll(inPanel).toBe(true)
    await field.getByRole('button', { name: 'BudgetConnection' }).click()
    await page.getByRole('heading', { name: /^BudgetConnection/ }).waitFor()
    expect(await objections(page)).toEqual([])
    await page.getByRole('button', { name: 'Back' }).click()
    await page.getByRole('heading', { name: /^Query/ }).waitFor()
    await page.getByRole('searchbox').fill('notice')
    await page.getByRole('button', { name: /^Agreement\.noticePeriod/ }).waitFor()

    await page.getByRole('button', { name: 'Query', exact: true }).click()
    await page.getByRole('button', { name: 'Copy link' }).click()
    await page.getByText('The link is copied.').waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(await objections(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)

    const other = await stage.visit()
    await other.goto(link)
    await other.getByText('Frågan kommer från en länk.').waitFor()
    expect(await linesOf(other)).toEqual(['{ budgets { totalCount } }'])
    expect(await answerTable(other).count()).toBe(0)
    expect([...complaintsOf(page), ...complaintsOf(other)]).toEqual([])
  })
})
