import { gzipSync } from 'node:zlib'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { objections } from './axe.ts'
import { complaintsOf, raiseStage, type Stage, type Visit } from './browser.ts'

let stage: Stage
let agreementPath: string

beforeAll(async () => {
  stage = await raiseStage()
  const { agreements } = await ask<{ agreements: { nodes: { id: string }[] } }>(
    '{ agreements { nodes { id } } }',
  )
  agreementPath = `/avtal/${agreements.nodes[0]!.id}`
})

afterAll(() => stage?.close())

/** Asks the product over its API, as somebody else than the visitor. */
async function ask<Data>(query: string): Promise<Data> {
  const answer = await fetch(`${stage.product.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  return ((await answer.json()) as { data: Data }).data
}

/** Goes to a page and waits until what it is about stands there. */
async function open(page: Page, path: string, heading: string): Promise<Page> {
  await page.goto(path)
  await settled(page, heading)
  return page
}

async function settled(page: Page, heading: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor()
  await page
    .getByRole('status')
    .filter({ hasText: /Hämtar|Loading/ })
    .waitFor({ state: 'detached' })
}

async function visitAt(path: string, heading: string, visit?: Visit): Promise<Page> {
  return open(await stage.visit(visit), path, heading)
}

/** Nothing is fetched ahead: the browser never has time for it. */
async function neverIdle(page: Page): Promise<Page> {
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0
  })
  return page
}

/** Text with every kind of space made plain. */
async function plain(locator: Locator): Promise<string> {
  return (await locator.innerText()).replace(/\s+/g, ' ').trim()
}

const pages = () =>
  [
    ['/', 'Samverkan'],
    ['/samverkan/familjehemscentrum', 'Familjehemscentrum'],
    ['/budgetar', 'Budgetar'],
    ['/avtal', 'Avtal'],
    [agreementPath, 'Avtal om gemensamt familjehemscentrum'],
    ['/kommuner?lan=23', 'Kommuner'],
    ['/kommuner/2303', 'Ragunda kommun'],
    ['/samverkan/finns-inte', 'Samverkan finns inte'],
    ['/samverkan/familjehemscentrum/2030', 'Budgeten finns inte'],
    ['/avtal/finns-inte', 'Avtalet finns inte'],
    ['/kommuner/9999', 'Kommunen finns inte'],
    ['/finns-inte', 'Sidan finns inte'],
  ] as const

describe('every page', () => {
  const looks = [
    { theme: 'light', width: 1440, height: 900 },
    { theme: 'dark', width: 1440, height: 900 },
    { theme: 'light', width: 390, height: 844 },
    { theme: 'dark', width: 390, height: 844 },
  ] as const

  it.each(looks)('passes axe and fits: $theme, $width wide', async (look) => {
    const page = await stage.visit(look)
    for (const [path, heading] of pages()) {
      await open(page, path, heading)
      expect(await objections(page), path).toEqual([])
      expect(await overflow(page), path).toBe(0)
    }
  })

  it.each(looks)('passes axe with a dialog open: $theme, $width wide', async (look) => {
    const page = await visitAt('/budgetar', 'Budgetar', look)
    await page.getByRole('button', { name: 'Ny budget' }).click()
    const dialog = page.getByRole('dialog', { name: 'Ny budget' })
    await dialog.getByLabel('Titel').fill('')
    await dialog.getByRole('button', { name: 'Skapa budgeten' }).click()
    await dialog.getByRole('alert').waitFor()
    expect(await objections(page)).toEqual([])
  })

  it('asks nobody but the product, complains about nothing, and names itself', async () => {
    const page = await stage.visit()
    for (const [path, heading] of pages()) {
      await open(page, path, heading)
      await expect.poll(() => page.title()).toBe(`${heading} – Andel`)
    }
    expect(complaintsOf(page).filter((complaint) => !/400|Bad Request/.test(complaint))).toEqual([])
  })

  it('comes in a first page well below 350 kB', async () => {
    const page = await neverIdle(await stage.visit())
    const files: Promise<Buffer>[] = []
    page.on('response', (response) => {
      if (/\.(js|css)$/.test(response.url())) files.push(response.body())
    })
    await open(page, '/', 'Samverkan')
    const sizes = (await Promise.all(files)).map((file) => gzipSync(file).length)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(120_000)
  })

  it('stays below 350 kB with all that it fetches while nobody does anything', async () => {
    const page = await stage.visit()
    const files: Promise<Buffer>[] = []
    page.on('response', (response) => {
      if (/\.(js|css)$/.test(response.url())) files.push(response.body())
    })
    await open(page, '/', 'Samverkan')
    await expect.poll(() => loaded(page)).toEqual(expect.arrayContaining(pageFiles))
    await page.waitForLoadState('networkidle')
    const sizes = (await Promise.all(files)).map((file) => gzipSync(file).length)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(350_000)
  })

  function overflow(page: Page): Promise<number> {
    return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  }
})

describe('what is not there', () => {
  const missing = [
    ['/samverkan/finns-inte', 'Samverkan finns inte', 'med adressen finns-inte.'],
    ['/samverkan/finns-inte/2022', 'Samverkan finns inte', 'med adressen finns-inte.'],
    [
      '/samverkan/familjehemscentrum/2030',
      'Budgeten finns inte',
      'Samverkan Familjehemscentrum har ingen budget för 2030.',
    ],
    ['/avtal/finns-inte', 'Avtalet finns inte', 'är adressen felskriven'],
    ['/kommuner/9999', 'Kommunen finns inte', 'Ingen kommun har koden 9999.'],
    ['/finns-inte', 'Sidan finns inte', 'Adressen är felskriven'],
  ] as const

  it.each(missing)('is said once, and why: %s', async (path, heading, why) => {
    const page = await visitAt(path, heading)
    const main = await plain(page.getByRole('main'))
    expect(main.split(heading)).toHaveLength(2)
    expect(main).toContain(why)
  })
})

describe('the way to a budget', () => {
  it('is one click from the start, which tells how things stand', async () => {
    const page = await visitAt('/', 'Samverkan')
    const main = await plain(page.getByRole('main'))
    expect(main).toContain('4 620 000 kr')
    expect(main).toContain('Beslutad, öppen')
    expect(main).toContain('Östersund 51,5 %')
    await page.getByRole('link', { name: 'Budget 2022' }).click()
    await page.waitForURL('**/samverkan/familjehemscentrum/2022')
  })

  it('can be walked with the keyboard alone', async () => {
    const page = await visitAt('/', 'Samverkan')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Till innehållet')
    await page.keyboard.press('Enter')
    for (let step = 0; step < 5 && (await focused(page)) !== 'Budget 2022'; step++) {
      await page.keyboard.press('Tab')
    }
    expect(await focused(page)).toBe('Budget 2022')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/samverkan/familjehemscentrum/2022')
  })

  it('goes through a menu that the keyboard can use where there is little room', async () => {
    const page = await visitAt('/', 'Samverkan', { width: 390, height: 844 })
    const menu = page.getByRole('button', { name: 'Meny' })
    await menu.press('Enter')
    await page.getByRole('link', { name: 'Budgetar' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Budgetar' }).waitFor({ state: 'hidden' })
    expect(await focused(page)).toBe('Meny')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Budgetar')
    await page.keyboard.press('Enter')
    await settled(page, 'Budgetar')
    await page.getByRole('link', { name: 'Kommuner' }).waitFor({ state: 'hidden' })
  })

  function focused(page: Page): Promise<string | undefined> {
    return page.evaluate(() => document.activeElement?.textContent?.trim())
  }
})

describe('a joint service', () => {
  it('tells its budgets, what each participant bears, and its agreement', async () => {
    const page = await visitAt('/samverkan/familjehemscentrum', 'Familjehemscentrum')
    const shares = page.getByRole('table', { name: 'Deltagare och andelar 2022' })
    expect(await plain(shares.getByRole('row', { name: 'Ragunda' }))).toBe(
      'Ragunda 1 januari 2022 – tills vidare 4,2 % 194 040',
    )
    expect(await plain(shares.getByRole('row').last())).toBe('Summa 4 620 000')
    expect(await shares.getByRole('row', { name: 'Berg' }).count()).toBe(0)
    await page.getByRole('link', { name: 'Avtal om gemensamt familjehemscentrum' }).click()
    await settled(page, 'Avtal om gemensamt familjehemscentrum')
  })
})

describe('an agreement', () => {
  it('says its terms, its key and what leaving means in words', async () => {
    const page = await visitAt(agreementPath, 'Avtal om gemensamt familjehemscentrum')
    const main = await plain(page.getByRole('main'))
    expect(main).toContain('1 januari 2022 – tills vidare')
    expect(main).toContain('SocSam 2021-10-08 § 48')
    expect(main).toContain('Kostnaden fördelas efter folkmängd den 31 december 2021.')
    expect(main).toContain('Uppsägningstiden är ett år.')
    const participants = page.getByRole('table', { name: 'Deltagare' }).getByRole('rowheader')
    expect(await participants.allInnerTexts()).toEqual([
      'Bräcke',
      'Härjedalen',
      'Krokom',
      'Ragunda',
      'Strömsund',
      'Åre',
      'Östersund',
    ])
  })
})

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
    const copied = await ask<{
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
    await ask(
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

describe('when the server is down', () => {
  it('says so on every page and recovers at a press', async () => {
    const page = await stage.visit()
    const paths = ['/', '/samverkan/familjehemscentrum', '/budgetar', agreementPath, '/kommuner']
    for (const path of paths) {
      await page.route('**/graphql', (route) => route.abort('connectionrefused'))
      await page.goto(path)
      const alert = page.getByRole('alert')
      await alert.getByText('Servern svarar inte.').waitFor()
      expect(await objections(page), path).toEqual([])
      await page.unroute('**/graphql')
      await alert.getByRole('button', { name: 'Försök igen' }).click()
      await alert.waitFor({ state: 'detached' })
      await page.getByRole('heading', { level: 1 }).waitFor()
    }
  })

  it('lets one go to any page all the same, once the first has been shown', async () => {
    const ending = await raiseStage()
    onTestFinished(() => ending.close())
    const page = await ending.visit()
    await open(page, '/', 'Samverkan')
    await page.waitForLoadState('networkidle')
    await expect.poll(() => loaded(page)).toEqual(expect.arrayContaining(pageFiles))
    await ending.product.end()
    const menu = page.getByRole('navigation', { name: 'Huvudmeny' })
    for (const [name, path] of [
      ['Kommuner', '/kommuner'],
      ['Avtal', '/avtal'],
      ['Budgetar', '/budgetar'],
    ] as const) {
      await menu.getByRole('link', { name }).click()
      await page.waitForURL(`**${path}`)
      await page.getByRole('alert').getByText('Servern svarar inte.').waitFor()
      await expect.poll(() => page.title()).toBe(`${name} – Andel`)
      expect(await page.getByText('Sidan kunde inte läsas in').count()).toBe(0)
    }
  })

  it('stays on the page when not even the code of the next can be fetched', async () => {
    const page = await neverIdle(await stage.visit())
    await open(page, '/', 'Samverkan')
    await page.route('**/*', (route) => route.abort('connectionrefused'))
    await page.getByRole('link', { name: 'Kommuner' }).click()
    const alert = page.getByRole('alert').filter({ hasText: 'Sidan kunde inte läsas in' })
    await alert.getByText('Servern svarar inte.').waitFor()
    for (const say of [alert.getByText('Servern svarar inte.'), page.getByText('SocSam').first()]) {
      expect(await say.isVisible()).toBe(true)
    }
    expect(new URL(page.url()).pathname).toBe('/')
    expect(await objections(page)).toEqual([])

    await alert.getByRole('button', { name: 'Försök igen' }).click()
    await alert.locator('[aria-disabled]').waitFor({ state: 'detached' })
    await alert.getByText('Servern svarar inte.').waitFor()
    expect(new URL(page.url()).pathname).toBe('/')

    await alert.getByRole('button', { name: 'Stäng' }).click()
    await alert.waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Kommuner' }).click()
    await alert.waitFor()
    await page.unroute('**/*')
    await alert.getByRole('button', { name: 'Försök igen' }).click()
    await settled(page, 'Kommuner')
    expect(new URL(page.url()).pathname).toBe('/kommuner')
  })

  it('tells a new version from a server that does not answer', async () => {
    const page = await neverIdle(await stage.visit())
    await open(page, '/', 'Samverkan')
    await page.route('**/assets/*', (route) => route.fulfill({ status: 404 }))
    await page.route('**/', (route) => route.fulfill({ body: '<script src="/assets/newer.js">' }))
    await page.getByRole('link', { name: 'Kommuner' }).click()
    await page.getByRole('alert').getByText('Andel har fått en ny version.').waitFor()
    expect(new URL(page.url()).pathname).toBe('/')
    await page.unrouteAll()
    await page.getByRole('alert').getByRole('button', { name: 'Försök igen' }).click()
    await settled(page, 'Kommuner')
  })

  it('goes to the page after all once the server is back', async () => {
    const page = await neverIdle(await stage.visit())
    await open(page, '/', 'Samverkan')
    await page.route('**/*', (route) => route.abort('connectionrefused'))
    await page.getByRole('link', { name: 'Kommuner' }).click()
    await page.getByRole('alert').getByText('Servern svarar inte.').waitFor()
    await page.unroute('**/*')
    await page.getByRole('link', { name: 'Kommuner' }).click()
    await settled(page, 'Kommuner')
    expect(await page.getByRole('alert').count()).toBe(0)
  })
})

/** What is fetched beforehand: every page but the sheet. */
const pageFiles = [
  'AgreementPage',
  'AgreementsPage',
  'BudgetsPage',
  'JointServicePage',
  'MunicipalitiesPage',
  'MunicipalityPage',
  'NewBudgetDialog',
  'NotFoundPage',
]

/** The files of code that the page has fetched, by their names before the hash. */
function loaded(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => /assets\/(\w+)-.*\.js$/.exec(name)?.[1] ?? ''),
  )
}
