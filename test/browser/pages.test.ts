import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { objectionsInBoth, widths } from './axe.ts'
import { Desk } from './desk.ts'
import { open, plain, settled } from './page.ts'
import { complaintsOf, type Visit } from './visit.ts'

const desk = Desk.forFile()
let agreementPath: string

beforeAll(async () => {
  const { agreements } = await desk.office.ask<{ agreements: { nodes: { id: string }[] } }>(
    '{ agreements { nodes { id } } }',
  )
  agreementPath = `/avtal/${agreements.nodes[0]!.id}`
})

async function visitAt(path: string, heading: string, visit?: Visit): Promise<Page> {
  return open(await desk.stage.visit(visit), path, heading)
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
  it.each(widths)('passes axe and fits: $width wide', async (look) => {
    const page = await desk.stage.visit(look)
    for (const [path, heading] of pages()) {
      await open(page, path, heading)
      expect(await objectionsInBoth(page), path).toEqual([])
      expect(await overflow(page), path).toBe(0)
    }
  })

  it.each(widths)('passes axe with a dialog open: $width wide', async (look) => {
    const page = await visitAt('/budgetar', 'Budgetar', look)
    await page.getByRole('button', { name: 'Ny budget' }).click()
    const dialog = page.getByRole('dialog', { name: 'Ny budget' })
    await dialog.getByLabel('Titel').fill('')
    await dialog.getByRole('button', { name: 'Skapa budgeten' }).click()
    await dialog.getByRole('alert').waitFor()
    expect(await objectionsInBoth(page)).toEqual([])
  })

  it('asks nobody but the product, complains about nothing, and names itself', async () => {
    const page = await desk.stage.visit()
    for (const [path, heading] of pages()) {
      await open(page, path, heading)
      await expect.poll(() => page.title()).toBe(`${heading} – Andel`)
    }
    expect(complaintsOf(page).filter((complaint) => !/400|Bad Request/.test(complaint))).toEqual([])
  })

  it('comes in a first page well below 350 kB', async () => {
    const page = await desk.stage.visit({ first: true })
    const files: Promise<Buffer>[] = []
    page.on('response', (response) => {
      if (/\.(js|css)$/.test(response.url())) files.push(response.body())
    })
    await open(page, '/', 'Samverkan')
    const sizes = (await Promise.all(files)).map((file) => gzipSync(file).length)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(120_000)
  })

  it('stays below 350 kB with all that it fetches while nobody does anything', async () => {
    const page = await desk.stage.visit({ first: true, idle: true })
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
