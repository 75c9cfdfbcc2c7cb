import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { raiseStage, type Stage } from './browser.ts'
import { complaintsOf, type Visit } from './visit.ts'

let stage: Stage

beforeAll(async () => {
  stage = await raiseStage()
})

afterAll(() => stage?.close())

async function start(visit?: Visit): Promise<Page> {
  const page = await stage.visit({ ...visit, first: true })
  await page.goto('/')
  await heading(page, visit?.language === 'en' ? 'Joint services' : 'Samverkan')
  return page
}

function heading(page: Page, name: string): Promise<void> {
  return page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
}

/** The files of code that a page asks for from now on, as text. */
function filesOf(page: Page): Promise<string>[] {
  const files: Promise<string>[] = []
  page.on('response', (response) => {
    if (!response.url().endsWith('.js')) return
    const text = response.text()
    text.catch(() => undefined) // what comes after the test, when its page is closed
    files.push(text)
  })
  return files
}

describe('language', () => {
  it('switches to English and stays there', async () => {
    const page = await start()
    await page.getByRole('button', { name: 'English' }).click()
    await heading(page, 'Joint services')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await expect.poll(() => page.title()).toBe('Joint services – Andel')
    await page.goto('/kommuner/2303')
    await heading(page, 'Ragunda kommun')
    await page
      .getByRole('main')
      .getByText('Secondary source')
      .filter({ visible: true })
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Svenska' }).click()
    await page.getByRole('columnheader', { name: 'Mätdatum' }).waitFor()
  })

  it.each([
    ['sv', 'Kommuner', 'Hela kolumnen, hela raden', 'The whole column, the whole line'],
    ['en', 'Municipalities', 'The whole column, the whole line', 'Hela kolumnen, hela raden'],
  ] as const)(
    'fetches no words but those of the language: %s',
    async (language, next, own, other) => {
      const page = await stage.visit({ language, first: true })
      const files = filesOf(page)
      await page.goto('/')
      await page.getByRole('link', { name: next }).click()
      await heading(page, next)
      const texts = await Promise.all(files)
      expect(texts.filter((text) => text.includes(own))).toHaveLength(1)
      expect(texts.filter((text) => text.includes(other))).toEqual([])
      expect(complaintsOf(page)).toEqual([])
    },
  )

  it('shows nothing in another language while the words are on their way', async () => {
    const page = await stage.visit({ language: 'en', first: true })
    let arrive = () => {}
    const arrived = new Promise<void>((resolve) => (arrive = resolve))
    const asked = new Promise<void>((resolve) => {
      void page.route('**/assets/first-*.js', async (route) => {
        resolve()
        await arrived
        await route.continue()
      })
    })
    await page.goto('/')
    await asked
    expect(await page.locator('body').innerText()).toBe('')
    arrive()
    await heading(page, 'Joint services')
  })

  it('stays with the present one and says so when the other cannot be fetched', async () => {
    const page = await start()
    await page.route('**/*', (route) => route.abort('connectionrefused'))
    await page.getByRole('button', { name: 'English' }).click()
    const alert = page
      .getByRole('alert')
      .filter({ hasText: 'Det andra språket kunde inte läsas in' })
    await alert.getByText('Servern svarar inte.').waitFor()
    await heading(page, 'Samverkan')
    expect(await page.locator('html').getAttribute('lang')).toBe('sv')
    await alert.getByRole('button', { name: 'Stäng' }).click()
    await alert.waitFor({ state: 'detached' })

    await page.getByRole('button', { name: 'English' }).click()
    await alert.waitFor()
    await page.unroute('**/*')
    await alert.getByRole('button', { name: 'Försök igen' }).click()
    await heading(page, 'Joint services')
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  it('begins in Swedish and says so when the words of the chosen one cannot be fetched', async () => {
    const page = await stage.visit({ language: 'en', first: true })
    await page.route('**/assets/first-*.js', (route) => route.abort('connectionrefused'))
    await page.goto('/')
    await heading(page, 'Samverkan')
    await page.getByRole('alert').getByText('Det andra språket kunde inte läsas in').waitFor()
    await page.unroute('**/assets/first-*.js')
    await page.getByRole('button', { name: 'Försök igen' }).click()
    await heading(page, 'Joint services')
  })
})

describe('theme', () => {
  it('follows the system until told otherwise, and then stays', async () => {
    const page = await start({ theme: 'light' })
    const ground = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    const light = await ground()
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(ground).not.toBe(light)
    const dark = await ground()
    await page.getByRole('radio', { name: 'Ljust' }).check({ force: true })
    await expect.poll(ground).toBe(light)
    await page.reload()
    await heading(page, 'Samverkan')
    expect(await ground()).toBe(light)
    await page.getByRole('radio', { name: 'Som systemet' }).check({ force: true })
    await expect.poll(ground).toBe(dark)
  })
})
