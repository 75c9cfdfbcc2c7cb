import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { raiseStage, type Stage } from './browser.ts'
import { complaintsOf } from './visit.ts'

let stage: Stage
beforeAll(async () => {
  stage = await raiseStage()
})
afterAll(() => stage?.close())

const shots = process.env['SHOTS']
async function shot(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` })
}

async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

const name = 'Familjehemscentrum 2022: rader och andelar'
const title = (page: Page, text: string) => page.getByRole('heading', { name: text, exact: true })

describe('saved views', () => {
  it('a budget is saved as a view from its sheet, fetched, renewed, renamed and removed', async () => {
    const page = await stage.visit()
    await page.goto('/analys/vyer')
    await page.getByText('Inga sparade vyer').waitFor()

    await page.goto('/samverkan/familjehemscentrum/2022')
    await page.getByRole('button', { name: 'Mer', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Spara som vy' }).click()
    const field = page.getByRole('textbox', { name: 'Namn' })
    await expect.poll(() => field.inputValue()).toBe(name)
    await field.fill('')
    await page.keyboard.press('Enter')
    await page.getByText('Skriv ett namn på högst 200 tecken.').waitFor()
    await field.fill(name)
    await page.keyboard.press('Enter')
    await title(page, 'Vyn är sparad').waitFor()
    await shot(page, 'saved')
    const address = page.getByRole('textbox', { name: 'Adress' })
    const first = await address.inputValue()
    const csv = await fetch(first)
    expect(csv.status).toBe(200)
    expect(await csv.text()).toMatch(/\r\n2022,.*,2303,Ragunda,4\.2,12600\.00\r\n/)

    await page.getByRole('combobox', { name: 'Format' }).selectOption('CSV, för svensk Excel')
    expect((await fetch(await address.inputValue())).status).toBe(200)
    await page.getByRole('tab', { name: 'curl' }).click()
    await expect
      .poll(() => page.getByRole('tabpanel').textContent())
      .toContain(`Authorization: Bearer ${new URL(first).searchParams.get('token')}`)
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: 'Klar' }).click()

    await page.goto('/analys/vyer')
    const row = page.getByRole('row', { name })
    await row.waitFor()
    await shot(page, 'list')
    expect(await axe(page)).toEqual([])
    const choose = async (entry: string): Promise<void> => {
      await row.getByRole('button', { name: /^Mer/ }).click()
      await page.getByRole('menuitem', { name: entry }).click()
    }

    await choose('Visa rader')
    await page.getByRole('cell', { name: 'Ragunda' }).first().waitFor()
    await shot(page, 'preview')
    await page.keyboard.press('Escape')

    await choose('Ny åtkomstnyckel')
    await page.getByRole('button', { name: 'Ny åtkomstnyckel' }).click()
    await title(page, 'Vyn har en ny åtkomstnyckel').waitFor()
    expect((await fetch(first)).status).toBe(404)
    expect((await fetch(await address.inputValue())).status).toBe(200)
    await page.getByRole('button', { name: 'Klar' }).click()

    await choose('Byt namn')
    await page.getByRole('textbox', { name: 'Namn' }).fill('Till revisorn')
    await page.keyboard.press('Enter')
    const renamed = page.getByRole('row', { name: 'Till revisorn' })
    await renamed.waitFor()
    await renamed.getByRole('button', { name: 'Kopiera som Till revisorn' }).click()
    await expect.poll(() => page.getByRole('tabpanel').textContent()).toContain('DIN-ÅTKOMSTNYCKEL')
    await page.keyboard.press('Escape')

    await renamed.getByRole('button', { name: /^Mer/ }).click()
    await page.getByRole('menuitem', { name: 'Ta bort' }).click()
    await page.getByRole('button', { name: 'Ta bort' }).click()
    await page.getByText('Inga sparade vyer').waitFor()
    expect(complaintsOf(page)).toEqual([])
  })

  it('fits a phone, in the dark and in English, and can be used by keyboard alone', async () => {
    await stage.program.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: `mutation ($input: SaveViewInput!) { saveView(input: $input) { token } }`,
        variables: {
          input: {
            name: 'Invånare i alla kommuner, år för år, från 2000 till i dag',
            query:
              '{ municipalities { nodes { code name populations { nodes { on inhabitants } } } } }',
          },
        },
      }),
    })
    const page = await stage.visit({ width: 390, height: 844, theme: 'dark', language: 'en' })
    await page.goto('/analys/vyer')
    const menu = page.getByRole('button', { name: /^More Invånare/ })
    await menu.focus()
    await shot(page, 'phone')
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'New access token' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Cancel' }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await title(page, 'The view has a new access token').waitFor()
    await page.getByRole('tab', { name: 'Power Query' }).waitFor()
    await shot(page, 'phone-token')
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
    await page.keyboard.press('Escape')
    await expect.poll(() => menu.evaluate((button) => button === document.activeElement)).toBe(true)
    expect(complaintsOf(page)).toEqual([])
  })
})
