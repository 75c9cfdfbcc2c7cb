import type { Locator, Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'
import { Visitor } from '../visitor.ts'
import { objections } from './axe.ts'
import { Desk } from './desk.ts'
import { settled } from './page.ts'
import { SheetPage } from './sheet.ts'
import { complaintsOf, type Visit } from './visit.ts'

/** From nothing to a first budget: an administrator sets up a joint service, its co-ordinator goes on. */
const desk = Desk.forFile()
let page: Page

afterEach(async () => {
  expect(complaintsOf(page)).toEqual([])
})

async function visit(visiting?: Visit): Promise<void> {
  page = await desk.stage.visit(visiting)
  page.setDefaultTimeout(10_000)
}

/** Where the focus is: the name that is read aloud. */
const focused = (): Promise<string | undefined> =>
  page.evaluate(() => (document.activeElement as HTMLInputElement).labels?.[0]?.innerText)

async function makeCoordinator(slug: string): Promise<void> {
  const admin = await Visitor.by(await desk.stage.product.link('admin'))
  const { viewer } = await desk.office.ask<{ viewer: { id: string } }>('{ viewer { id } }')
  const input = { personId: viewer.id, role: 'COORDINATOR', jointServiceSlug: slug }
  const grant = 'mutation ($input: GrantRoleInput!) { grantRole(input: $input) { __typename } }'
  expect((await admin.send(grant, { input })).errors).toBeUndefined()
}

const field = (name: string): Locator => page.getByLabel(name, { exact: false })

it('an administrator sets up a joint service with the keyboard alone', async () => {
  await visit({ as: 'admin' })
  await page.goto('/administration')
  await page
    .getByRole('navigation', { name: 'Delar av administrationen' })
    .getByRole('link', { name: 'Samverkan' })
    .click()
  await settled(page, 'Gemensamma verksamheter')
  await page.getByRole('button', { name: 'Ny gemensam verksamhet' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Ny gemensam verksamhet' })
  await expect.poll(focused).toContain('Namn')
  await page.keyboard.type('Familjehemscentrum')
  await page.keyboard.press('Enter')
  await dialog.getByText('Skriv vem som driver verksamheten.').waitFor()
  await expect.poll(focused).toContain('Drivs av')
  await page.keyboard.type('SocSam')
  await page.keyboard.press('Enter')
  await dialog.getByText('Det finns redan en verksamhet med adressen').waitFor()
  expect(await objections(page)).toEqual([])

  await dialog.getByLabel(/^Namn \(/).fill('Social jour på kvällar')
  expect(await dialog.getByLabel('Namn i adressen').inputValue()).toBe('social-jour-pa-kvallar')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('rowheader', { name: 'Social jour på kvällar' }).waitFor()

  await page.getByRole('button', { name: 'Ändra Social jour på kvällar' }).click()
  const change = page.getByRole('dialog', { name: 'Ändra gemensam verksamhet' })
  await change.getByLabel('Beskrivning').fill('Jour på kvällar och helger.')
  await page.keyboard.press('Enter')
  await page.getByRole('cell', { name: 'Jour på kvällar och helger.' }).waitFor()
})

it('its co-ordinator makes the agreement, and a first budget whose shares add up', async () => {
  await makeCoordinator('social-jour-pa-kvallar')
  await visit()
  await page.goto('/')
  await settled(page, 'Samverkan')
  expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
    'Familjehemscentrum',
    'Social jour på kvällar',
  ])
  await page.getByRole('link', { name: 'Social jour på kvällar' }).click()
  await page.getByText('Inget avtal är registrerat').waitFor()
  await page.getByRole('link', { name: 'Nytt avtal' }).click()
  await settled(page, 'Nytt avtal')

  await page.getByRole('button', { name: 'Lägg upp avtalet' }).click()
  await expect.poll(focused).toContain('Avtalets titel')
  await page.getByText('Lägg till minst en kommun.').waitFor()
  await page.keyboard.type('Avtal om social jour')
  await field('Beslut').fill('SocSam 2023-11-10 § 61')
  await field('Gäller från och med').fill('2024-07-01')
  await field('Uppsägningstid').selectOption({ label: '6 månader' })

  await field('Lägg till en kommun').focus()
  const found = page.getByRole('listbox', { name: 'Kommuner' }).getByRole('option')
  for (const name of ['ragu', 'berg', 'ostersund']) {
    await page.keyboard.type(name)
    await found.first().waitFor()
    await page.keyboard.press('Enter')
  }
  const party = (name: string): Locator => page.getByRole('group', { name, exact: true })
  await party('Östersund').getByText('%').waitFor()
  expect(await objections(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await objections(page)).toEqual([])
  const overflow = (): number => document.documentElement.scrollWidth - window.innerWidth
  expect(await page.evaluate(overflow)).toBe(0)
  await page.setViewportSize({ width: 1440, height: 900 })

  // a day outside the agreement is refused at its field, and nothing else is lost
  await party('Ragunda').getByLabel('Ragunda: Från och med').fill('2024-06-30')
  await page.getByRole('button', { name: 'Lägg upp avtalet' }).click()
  await party('Ragunda').getByRole('alert').getByText('utanför avtalets').waitFor()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('2024-08-01')
  await party('Ragunda').getByRole('alert').waitFor({ state: 'detached' })
  await page.keyboard.press('Enter')
  await settled(page, 'Social jour på kvällar')
  await page.getByRole('link', { name: 'Avtal om social jour' }).waitFor()

  await page.getByRole('button', { name: 'Ny budget' }).click()
  const dialog = page.getByRole('dialog', { name: 'Ny budget' })
  await dialog.getByLabel('År').fill('2024')
  await dialog.getByRole('button', { name: 'Skapa budgeten' }).click()
  const sheet = new SheetPage(page)
  await sheet.cell('sum', 'description').waitFor()
  await page.getByRole('button', { name: 'Lägg till en rad sist' }).click()
  await page.keyboard.type('Jour')
  await page.keyboard.press('Enter')
  await sheet.enter(1, 'amount', '1 000 000,01')
  await sheet.isSaved()
  // by whole 0,1 %: Ragunda from August, the others from July
  const shares = [
    await sheet.text('sum', 'Ragunda'),
    await sheet.text('sum', 'share 2326'),
    await sheet.text('sum', 'Östersund'),
  ]
  expect(shares).toEqual(['56 000,00', '93 000,00', '851 000,01'])
})
