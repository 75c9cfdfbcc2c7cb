import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { objections } from './axe.ts'
import { raiseStage, type Stage } from './browser.ts'
import { complaintsOf } from './visit.ts'

let stage: Stage
beforeAll(async () => {
  stage = await raiseStage()
})
afterAll(() => stage?.close())

const shots = process.env['SHOTS']
async function shot(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

describe('recipes', () => {
  it('are ten; their code has our address, takes the view that is pasted, and is copied', async () => {
    const page = await stage.visit()
    await page.goto('/analys')
    await page.getByRole('link', { name: 'Recept' }).click()
    await title(page, 'Recept').waitFor()
    expect(await page.getByRole('main').getByRole('heading', { level: 2 }).count()).toBe(10)
    await shot(page, 'list')
    expect(await objections(page)).toEqual([])

    await page.getByRole('link', { name: 'Läs en vy med pandas' }).click()
    await title(page, 'Läs en vy med pandas').waitFor()
    const code = page.getByRole('region', { name: 'Python 1' })
    await expect
      .poll(() => code.textContent())
      .toContain(`"${stage.product.address}/views/VIEW-ID.csv"`)
    const address = page.getByRole('textbox', { name: 'Din vys adress' })
    await address.fill('https://example.org')
    await page.getByText('Det är inte adressen till en sparad vy').waitFor()
    await address.fill(`${stage.product.address}/views/Vx_1.xlsx?token=tk-2`)
    await expect.poll(() => code.textContent()).toContain('/views/Vx_1.csv"')

    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Kopiera Python 1' }).click()
    await page.getByRole('button', { name: 'Kopierat Python 1' }).waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toBe(await code.textContent())
    expect(copied).toContain('Bearer tk-2')
    await shot(page, 'recipe')
    expect(await objections(page)).toEqual([])

    await page.getByRole('link', { name: 'recept 2' }).click()
    await title(page, 'Hämta CSV till ett program, varje natt').waitFor()
    await page.goto('/analys/recept/bullar')
    await title(page, 'Sidan finns inte').waitFor()
    expect(complaintsOf(page)).toEqual([])
  })

  it('are English, too, and fit a phone in the dark', async () => {
    const page = await stage.visit({ width: 390, height: 844, theme: 'dark', language: 'en' })
    await page.goto('/analys/recept')
    await title(page, 'Recipes').waitFor()
    await shot(page, 'phone-list')
    await page.getByRole('link', { name: 'Bring a view into Excel' }).press('Enter')
    await title(page, 'Bring a view into Excel').waitFor()
    await page.getByText('choose Data > From Web').waitFor()
    expect(await page.getByText('Från webben').count()).toBe(0)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
    await shot(page, 'phone')
    expect(await objections(page)).toEqual([])
    expect(complaintsOf(page)).toEqual([])
  })
})
