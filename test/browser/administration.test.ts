import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { objections } from './axe.ts'
import { raiseStage, type Stage } from './browser.ts'
import { open, settled } from './page.ts'
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

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true })
const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name })
const select = (page: Page, name: string) => page.getByRole('combobox', { name })

/** Makes an account by the dialog, and returns what the link is. */
async function invite(page: Page, name: string, email: string): Promise<URL> {
  await button(page, 'Ny person').click()
  await button(page, 'Skapa konto').click()
  await page.getByText('Skriv för- och efternamn, högst 200 tecken.').waitFor()
  await field(page, /^Namn/).fill(name)
  await field(page, /^E-post/).fill('Asa.Oberg@demo')
  await page.keyboard.press('Enter')
  await page.getByText('Skriv en e-postadress, till exempel anna@kommun.se.').waitFor()
  await field(page, /^E-post/).fill(email)
  await shot(page, 'new-person')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: `${name} har ett konto` }).waitFor()
  await page.getByText('gäller i 7 dagar').waitFor()
  await shot(page, 'link')
  return new URL(await field(page, /^Länk/).inputValue())
}

describe('the administration', () => {
  it('people are invited, given what they may do, shut out and erased, and the log tells of it', async () => {
    const page = await stage.visit({ as: 'admin' })
    await open(page, '/administration', 'Personer')
    await shot(page, 'people')
    expect(await objections(page, 'main')).toEqual([])

    const link = await invite(page, 'Åsa Öberg', 'asa.oberg@kommun.example')
    expect(await objections(page, '[role=dialog]')).toEqual([])
    expect(`${link.origin}${link.pathname}`).toBe(`${stage.product.address}/valkommen`)
    const { status } = await fetch(`${stage.product.address}/invitation`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: link.hash.slice(1), password: 'sju sjuka sjömän i Åre' }),
    })
    expect(status).toBeLessThan(300)
    await button(page, 'Klar').click()

    // whoever can sign in and may do nothing is the first in the list
    await page.goto('/administration')
    const first = page.getByRole('row').nth(1)
    await expect.poll(() => first.innerText()).toMatch(/Åsa Öberg[^]*Väntar på behörighet/)
    await shot(page, 'waiting')
    await page.getByRole('link', { name: 'Åsa Öberg' }).click()
    await settled(page, 'Åsa Öberg')

    await select(page, 'Roll').selectOption('Ekonom')
    await button(page, 'Ge behörighet').click()
    await page.getByText('Välj en samverkan.').waitFor()
    await select(page, 'Samverkan').selectOption('Familjehemscentrum')
    const places = await select(page, 'Kommun').getByRole('option').allInnerTexts()
    expect(places).toHaveLength(8)
    expect(places).not.toContain('Berg')
    await select(page, 'Kommun').selectOption('Östersund')
    await shot(page, 'granting')
    await button(page, 'Ge behörighet').click()
    const held = page.getByRole('row', { name: /Ekonom Familjehemscentrum, Östersund/ })
    await held.waitFor()
    expect(await objections(page, 'main')).toEqual([])
    await shot(page, 'person')

    await select(page, 'Roll').selectOption('Analytiker')
    await select(page, 'Samverkan').selectOption('Familjehemscentrum')
    await button(page, 'Ge behörighet').click()
    await page.getByText('Behörigheten är given.').waitFor()
    await button(page, /^Ta bort Ekonom/).click()
    await button(page, 'Ta bort behörigheten').click()
    await held.waitFor({ state: 'detached' })

    await button(page, 'Stäng av kontot').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Stäng av kontot' }).click()
    await page.getByText('Avstängt').waitFor()
    await button(page, 'Öppna kontot igen').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Öppna kontot igen' }).click()
    await page.getByText('Aktivt').waitFor()
    await button(page, 'Radera personuppgifterna').click()
    await page.getByText('Det går inte att ångra.').waitFor()
    await shot(page, 'erase')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Radera/ })
      .click()
    await page.getByRole('heading', { level: 1, name: /^Person [0-9a-f]{8}$/ }).waitFor()

    await page.getByRole('link', { name: 'Revisionslogg' }).click()
    await settled(page, 'Revisionslogg')
    await page.getByRole('row', { name: /Personuppgifter raderade/ }).waitFor()
    await shot(page, 'log')
    expect(await objections(page, 'main')).toEqual([])
    await select(page, 'Händelse').selectOption('Behörighet given')
    await page.getByText('2 händelser.').waitFor()
    const download = page.waitForEvent('download')
    await button(page, 'Hämta som CSV').click()
    const csv = await readFile(await (await download).path(), 'utf8')
    expect(csv.match(/GRANTED/g)).toHaveLength(2)
    expect(csv).not.toMatch(/Åsa|asa\.oberg/)
    expect(complaintsOf(page)).toEqual([])
  })

  it('is for administrators, whose own account others look after', async () => {
    const other = await stage.visit()
    await open(other, '/administration/logg', 'Du har inte behörighet')
    const page = await stage.visit({ as: 'admin' })
    await open(page, '/administration?roll=ADMIN', 'Personer')
    await page.getByRole('row').nth(1).getByRole('link').click()
    await page.getByText('Det här är ditt eget konto.').waitFor()
    expect(await button(page, 'Ge behörighet').count()).toBe(0)
    expect(await button(page, 'Stäng av kontot').count()).toBe(0)
    await button(page, /^Ta bort Administratör/).click()
    await button(page, 'Ta bort behörigheten').click()
    await page.getByText('Det måste finnas minst en administratör').waitFor()
    await shot(page, 'refused')
  })

  it('fits a phone, in the dark and in English, and can be used by keyboard alone', async () => {
    const page = await stage.visit({
      width: 390,
      height: 844,
      theme: 'dark',
      language: 'en',
      as: 'admin',
    })
    await open(page, '/administration?roll=ANALYST', 'People')
    await shot(page, 'phone-people')
    expect(await objections(page, 'main')).toEqual([])
    await page.getByRole('row').nth(1).getByRole('link').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Grants' }).waitFor()
    await shot(page, 'phone-person')
    const task = button(page, 'New link for a password')
    await task.focus()
    await page.keyboard.press('Enter')
    await button(page, 'Cancel').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /^New link for/ }).waitFor()
    await shot(page, 'phone-link')
    await page.keyboard.press('Escape')
    await expect.poll(() => task.evaluate((one) => one === document.activeElement)).toBe(true)
    await open(page, '/administration/logg', 'Audit log')
    await page
      .getByRole('row', { name: /Link for a password made/ })
      .first()
      .waitFor()
    await shot(page, 'phone-log')
    expect(await objections(page, 'main')).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
    expect(complaintsOf(page)).toEqual([])
  })
})
