import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { objections } from './axe.ts'
import { raiseStage } from './browser.ts'
import { Desk } from './desk.ts'
import { open, settled } from './page.ts'

const desk = Desk.forFile()
let agreementPath: string

beforeAll(async () => {
  const { agreements } = await desk.office.ask<{ agreements: { nodes: { id: string }[] } }>(
    '{ agreements { nodes { id } } }',
  )
  agreementPath = `/avtal/${agreements.nodes[0]!.id}`
})

describe('when the server is down', () => {
  it('says so on every page and recovers at a press', async () => {
    const page = await desk.stage.visit({ first: true })
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
    const page = await ending.visit({ idle: true })
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
    const page = await desk.stage.visit({ first: true })
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
    const page = await desk.stage.visit({ first: true })
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
    const page = await desk.stage.visit({ first: true })
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
