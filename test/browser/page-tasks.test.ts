import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { Desk } from './desk.ts'
import { open, plain } from './page.ts'
import { type Visit } from './visit.ts'

const desk = Desk.forFile()

async function visitAt(path: string, heading: string, visit?: Visit): Promise<Page> {
  return open(await desk.stage.visit(visit), path, heading)
}

describe('municipalities', () => {
  it('are found by name, code and county, with inhabitants on a date', async () => {
    const page = await visitAt('/kommuner', 'Kommuner')
    const names = page.getByRole('table').getByRole('rowheader')
    await expect.poll(() => names.count()).toBe(290)

    await page.getByLabel('Län').selectOption('Jämtlands län')
    await page.getByLabel('Sök på namn eller kod').fill('SUND')
    await expect.poll(() => names.allInnerTexts()).toEqual(['Strömsund', 'Östersund'])
    await page.getByLabel('Folkmängd den').selectOption('31 december 2021')
    const row = page.getByRole('row', { name: 'Östersund' })
    await expect.poll(() => plain(row)).toBe('2380 Östersund Jämtlands län 64 324')
    await expect.poll(() => new URL(page.url()).search).toBe('?sok=SUND&lan=23&datum=2021-12-31')

    await page.reload()
    await row.waitFor()
    await expect.poll(() => plain(row)).toContain('64 324')
    await page.getByLabel('Sök på namn eller kod').fill('Göteborg')
    await page.getByRole('button', { name: 'Rensa sökningen' }).click()
    await expect.poll(() => names.count()).toBe(290)
  })

  it('fit on a screen of 320 pixels', async () => {
    const page = await visitAt('/kommuner', 'Kommuner', { width: 320, height: 640 })
    await page.getByRole('rowheader', { name: 'Skinnskatteberg' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  })

  it('are sorted with the keyboard, and the order stands in the address', async () => {
    const page = await visitAt('/kommuner?lan=23', 'Kommuner')
    const first = page.getByRole('table').getByRole('rowheader').first()
    const head = (name: string) => page.getByRole('columnheader', { name })
    expect(await head('Kommun').getAttribute('aria-sort')).toBe('ascending')
    await page.getByRole('button', { name: 'Invånare' }).press('Enter')
    await expect.poll(() => first.innerText()).toBe('Östersund')
    expect(await head('Invånare').getAttribute('aria-sort')).toBe('descending')
    expect(await head('Kommun').getAttribute('aria-sort')).toBeNull()
    await page.getByRole('button', { name: 'Invånare' }).press('Enter')
    await expect.poll(() => first.innerText()).not.toBe('Östersund')
    await page.getByRole('button', { name: 'Kod' }).press('Enter')
    await expect.poll(() => first.innerText()).toBe('Ragunda')
    await expect.poll(() => new URL(page.url()).search).toBe('?lan=23&ordning=kod')
    await page.reload()
    await first.waitFor()
    await expect.poll(() => first.innerText()).toBe('Ragunda')
    await page.getByLabel('Sök på namn eller kod').fill('ostersund')
    await expect.poll(() => first.innerText()).toBe('Östersund')
  })

  it('show their population in a picture, a sentence and a table with sources', async () => {
    const page = await visitAt('/kommuner/2303', 'Ragunda kommun')
    const sentence = 'Från den 31 december 2000 till den 31 december 2024 minskade folkmängden'
    await page.getByRole('img', { name: sentence }).waitFor()
    const row = await plain(page.getByRole('row', { name: '31 december 2021' }))
    expect(row).toContain('5 210')
    expect(row).toContain('Härledd')
    expect(await plain(page.getByRole('row', { name: '1 november 2021' }))).toContain(
      'Andrahandskälla',
    )
  })
})

describe('a new budget', () => {
  async function dialogOn(page: Page, button = 'Ny budget'): Promise<Locator> {
    await page.getByRole('button', { name: button }).click()
    const dialog = page.getByRole('dialog', { name: 'Ny budget' })
    await expect.poll(() => dialog.getByLabel('Titel').inputValue()).not.toBe('')
    return dialog
  }

  it('is created empty and opened', async () => {
    const page = await visitAt('/budgetar', 'Budgetar')
    const dialog = await dialogOn(page)
    await dialog.getByLabel('År').fill('2024')
    await expect.poll(() => dialog.getByLabel('Titel').inputValue()).toBe('Budget 2024')
    await dialog.getByLabel('Titel').fill('Budget 2024, första utkastet')
    await dialog.getByRole('button', { name: 'Skapa budgeten' }).click()
    await page.waitForURL('**/samverkan/familjehemscentrum/2024')
    await open(page, '/budgetar', 'Budgetar')
    const row = page.getByRole('row', { name: 'Budget 2024, första utkastet' })
    expect(await plain(row)).toMatch(/Familjehemscentrum Utkast 7 kommuner 0 /)
  })

  it('is copied from last year with other population figures', async () => {
    const page = await visitAt('/budgetar', 'Budgetar')
    const dialog = await dialogOn(page, 'Kopiera Budget 2022 till ett nytt år')
    await dialog.getByLabel('År').fill('2023')
    await expect.poll(() => dialog.getByLabel('Titel').inputValue()).toBe('Budget 2023')
    await dialog.getByLabel('Folkmängd den').selectOption('31 december 2022')
    await dialog.getByRole('button', { name: 'Skapa budgeten' }).click()
    await page.waitForURL('**/samverkan/familjehemscentrum/2023')

    await open(page, '/samverkan/familjehemscentrum', 'Familjehemscentrum')
    const budgets = page.getByRole('table', { name: 'Budgetar' })
    expect(await plain(budgets.getByRole('row', { name: 'Budget 2023' }))).toContain('4 620 000 0')
    const copied = await desk.office.ask<{
      jointService: { budget: { keys: { bases: { on: string | null }[] }[] } }
    }>(
      '{ jointService(slug: "familjehemscentrum") { budget(year: 2023) { keys { bases { on } } } } }',
    )
    const dates = copied.jointService.budget.keys.flatMap(({ bases }) => bases.map(({ on }) => on))
    expect(new Set(dates.filter(Boolean))).toEqual(new Set(['2022-12-31']))
  })

  it.each([
    ['Ny budget', 'Budget 2026, egen'],
    ['Kopiera Budget 2022 till ett nytt år', 'Min kopia'],
  ])('has a title that follows the year until it is changed: %s', async (button, own) => {
    const page = await visitAt('/budgetar', 'Budgetar')
    const dialog = await dialogOn(page, button)
    const year = dialog.getByLabel('År')
    const title = dialog.getByLabel('Titel')
    for (const typed of ['2031', '2032']) {
      await year.fill('')
      await year.pressSequentially(typed)
      await expect.poll(() => title.inputValue()).toBe(`Budget ${typed}`)
    }
    await title.fill(own)
    await year.fill('')
    await year.pressSequentially('2033')
    expect(await title.inputValue()).toBe(own)
  })

  it('says what is wrong before anything is sent', async () => {
    const page = await visitAt('/samverkan/familjehemscentrum', 'Familjehemscentrum')
    const dialog = await dialogOn(page)
    await dialog.getByLabel('År').fill('2022')
    await dialog.getByLabel('Titel').fill(' ')
    await dialog.getByRole('button', { name: 'Skapa budgeten' }).click()
    await dialog.getByText('Det finns redan en budget för 2022.').waitFor()
    await dialog.getByText('Skriv en titel.').waitFor()
    expect(await dialog.getByLabel('År').getAttribute('aria-invalid')).toBe('true')
    expect(
      await dialog.getByLabel('År').evaluate((field) => field === document.activeElement),
    ).toBe(true)
    await dialog.getByLabel('År').fill('22')
    await dialog.getByText('Skriv ett år med fyra siffror').waitFor()
  })

  it('says at the field what the server refuses, and keeps what was typed', async () => {
    const page = await visitAt('/budgetar', 'Budgetar')
    const dialog = await dialogOn(page)
    await dialog.getByLabel('År').fill('2026')
    await dialog.getByLabel('Titel').fill('Min egen titel')
    await desk.office.ask(
      'mutation { createBudget(input: { jointServiceSlug: "familjehemscentrum", year: 2026, title: "Före" }) { budget { id } } }',
    )
    await dialog.getByRole('button', { name: 'Skapa budgeten' }).click()
    await dialog.getByText('Det finns redan en budget för 2026.').waitFor()

    await dialog.getByLabel('År').fill('2027')
    await dialog.getByLabel('Folkmängd den').selectOption('31 mars 2017')
    await dialog.getByRole('button', { name: 'Skapa budgeten' }).click()
    await dialog.getByText('Alla deltagare har inte någon folkmängd den 31 mars 2017.').waitFor()
    expect(await dialog.getByLabel('Titel').inputValue()).toBe('Min egen titel')

    await dialog.getByLabel('År').fill('2021')
    await dialog.getByLabel('Folkmängd den').selectOption('31 december 2022')
    await dialog.getByRole('button', { name: 'Skapa budgeten' }).click()
    await dialog.getByText('Inget avtal gäller 2021').waitFor()
  })

  it('waits for the server to come back', async () => {
    const page = await visitAt('/budgetar', 'Budgetar')
    const dialog = await dialogOn(page)
    await dialog.getByLabel('År').fill('2028')
    await page.context().setOffline(true)
    await dialog.getByRole('button', { name: 'Skapa budgeten' }).click()
    await dialog.getByText('Servern svarar inte.').waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.context().setOffline(false)
    await page.getByRole('button', { name: 'Ny budget' }).click()
    expect(await dialog.getByLabel('År').inputValue()).toBe('2028')
    await dialog.getByRole('button', { name: 'Skapa budgeten' }).click()
    await page.waitForURL('**/samverkan/familjehemscentrum/2028')
  })
})
