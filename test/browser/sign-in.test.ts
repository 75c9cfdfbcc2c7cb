import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Product, startProduct, temporaryFolder } from '../product.ts'
import { objections } from './axe.ts'
import { chromiumOfProcess } from './chromium.ts'
import { Desk } from './desk.ts'

const password = 'fyra hästar äter tapeter'
const json = { 'content-type': 'application/json' }

describe('an installation of one’s own', () => {
  let product: Product
  let contexts: BrowserContext[] = []
  let removeData: () => Promise<void>

  beforeAll(async () => {
    const data = await temporaryFolder()
    removeData = data.remove
    product = await startProduct({ DATA_DIR: data.path, DEMO: '0' })
  })
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    await product.end()
    await removeData()
  })

  /** Somebody who has never been here, with a phone or without. */
  async function come(width = 1440): Promise<Page> {
    const browser = await chromiumOfProcess()
    const context = await browser.newContext({
      baseURL: product.address,
      viewport: { width, height: 844 },
      locale: 'sv-SE',
      reducedMotion: 'reduce',
    })
    contexts = [...contexts, context]
    return context.newPage()
  }

  const at = (page: Page, heading: string) =>
    page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor()
  const path = (page: Page): string => page.url().slice(product.address.length)

  async function setUpCode(): Promise<string> {
    const line = () => product.said.find((one) => one.startsWith('set-up code: '))
    await expect.poll(line).toBeDefined()
    return line()!.slice('set-up code: '.length)
  }

  it('is set up, left and entered again with the keyboard alone', async () => {
    const page = await come()
    await page.goto('/kommuner')
    await at(page, 'Kom igång')
    expect(await objections(page)).toEqual([])

    await page.getByLabel('Startkod').focus()
    await page.keyboard.press('Enter')
    await page.getByText('Fyll i fältet.').first().waitFor()
    for (const text of ['0000-0000-0000-0000', 'Åsa Ek', 'asa@b.example', 'asa.asa.asa.']) {
      await page.keyboard.type(text)
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter') // on the button, past the one that shows the password
    await page.getByRole('alert').filter({ hasText: 'Koden stämmer inte' }).waitFor()
    expect(await page.getByLabel('Startkod').evaluate((field) => field.matches(':focus'))).toBe(
      true,
    )
    await page.keyboard.press('Control+A')
    await page.keyboard.type(await setUpCode())
    await page.keyboard.press('Enter')
    await page
      .getByRole('alert')
      .filter({ hasText: /^Lösenordet/ })
      .waitFor()
    expect(await objections(page)).toEqual([])
    await page.keyboard.press('Control+A')
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/administration')

    await page.getByRole('button', { name: 'Konto: Åsa Ek' }).focus()
    await page.keyboard.press('Enter')
    expect(await objections(page, 'header')).toEqual([])
    // past the own account and the administration
    for (let steps = 0; steps < 3; steps++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await at(page, 'Logga in')

    await page.goto('/kommuner?sok=a#x')
    await at(page, 'Logga in')
    await page.getByLabel('E-postadress').fill('Asa@B.example')
    const field = page.getByLabel('Lösenord', { exact: true })
    await field.fill('fel lösenord')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: 'stämmer inte' }).waitFor()
    expect(await objections(page)).toEqual([])
    await page.getByRole('button', { name: 'Visa lösenord' }).click()
    expect(await field.getAttribute('type')).toBe('text')
    await field.fill(password)
    await page.keyboard.press('Enter')
    await at(page, 'Kommuner')
    expect(path(page)).toBe('/kommuner?sok=a#x')
  })

  it('welcomes who is invited, on a phone, and says that a right is missing', async () => {
    const invitation = await invite('Bo Ek', 'bo@b.example')
    const page = await come(390)
    await page.goto(invitation)
    await at(page, 'Välkommen till Andel')
    expect(path(page)).toBe('/valkommen') // the code is gone from the address
    await page.getByText('bo@b.example').waitFor()
    expect(await objections(page)).toEqual([])
    await page.getByLabel('Nytt lösenord').fill(password)
    await page.getByRole('button', { name: 'Spara och logga in' }).click()
    await at(page, 'Du har ingen behörighet än')
    expect(await objections(page)).toEqual([])

    await page.goto('/konto')
    await page.getByLabel('Nuvarande lösenord').fill(password)
    await page.getByLabel('Nytt lösenord').fill('sju sjösjuka sjömän')
    await page.getByRole('button', { name: 'Byt lösenord' }).click()
    await page.getByRole('status').filter({ hasText: 'Lösenordet är bytt' }).waitFor()
    expect(await objections(page)).toEqual([])

    const again = await come()
    await again.goto(invitation)
    await at(again, 'Inbjudan gäller inte')
    // another link in the same tab changes nothing but what stands behind #
    await again.goto(await invite('Eva Ek', 'eva@b.example'))
    await at(again, 'Välkommen till Andel')
    await again.getByText('eva@b.example').waitFor()
    expect(path(again)).toBe('/valkommen')
  })

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example'])(
    'leads nobody on to %s',
    async (to) => {
      const page = await come()
      await page.goto(`/logga-in?till=${encodeURIComponent(to)}`)
      await page.getByLabel('E-postadress').fill('bo@b.example')
      await page.getByLabel('Lösenord', { exact: true }).fill('sju sjösjuka sjömän')
      await page.keyboard.press('Enter')
      await at(page, 'Du har ingen behörighet än')
      expect(path(page)).toBe('/')
    },
  )

  /** The administrator makes an account. Returns the path that is sent to whom it is for. */
  async function invite(name: string, email: string): Promise<string> {
    const { request } = (await come()).context()
    await request.post('/sign-in', { headers: json, data: { email: 'asa@b.example', password } })
    const query = `mutation ($input: CreatePersonInput!) { createPerson(input: $input) { code } }`
    const sent = await request.post('/graphql', {
      data: { query, variables: { input: { name, email } } },
    })
    const { data } = (await sent.json()) as { data: { createPerson: { code: string } } }
    return `/valkommen#${data.createPerson.code}`
  }
})

describe('a session that ends at work', () => {
  const desk = Desk.forFile()

  it('loses nothing that was typed: it is saved after signing in again', async () => {
    const { page, sheet } = await desk.openCopy()
    await page.locator('.demo-banner').filter({ hasText: 'Du är samordnare' }).waitFor()
    await page.context().request.post('/sign-out', { headers: json, data: {} })
    const dialog = page.getByRole('dialog', { name: 'Du har loggats ut' })
    await dialog.waitFor() // told by the live line, before anything is sent
    expect(await objections(page, '.dialog')).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await sheet.enter(4, 'amount', '-1234')
    await dialog.waitFor()
    await page.getByText('Du är utloggad. 1 ändring väntar.').waitFor()
    // whoever puts it off is asked again by each refusal, and comes back by a button
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Försök nu' }).click()
    await dialog.waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Logga in' }).click()
    await dialog.getByRole('button', { name: 'Jag har loggat in' }).click()
    await dialog.getByText('Ingen är inloggad än.').waitFor()
    await page
      .context()
      .request.get(await desk.stage.product.link('coordinator'), { maxRedirects: 0 })
    await dialog.getByRole('button', { name: 'Jag har loggat in' }).click()
    await dialog.waitFor({ state: 'detached' })
    await sheet.isSaved()
    expect(await sheet.text(4, 'amount')).toBe('−1 234,00')
    await page.reload()
    await sheet.cell(4, 'amount').filter({ hasText: '−1 234,00' }).waitFor()
  })

  it('is not ended by oneself before one knows what is not saved', async () => {
    const { page, sheet } = await desk.openCopy()
    await sheet.enter(4, 'amount', 'abc')
    await sheet.state.filter({ hasText: '1 ej sparad' }).waitFor()
    const dialog = page.getByRole('dialog', { name: 'Du har 1 ändring som inte är sparad' })
    const leave = async (choice: string): Promise<void> => {
      await page.getByRole('button', { name: /^Konto: / }).click()
      await page.getByRole('button', { name: 'Logga ut' }).click()
      await dialog.waitFor()
      expect(await objections(page, '.dialog')).toEqual([])
      await dialog.getByRole('button', { name: choice, exact: true }).click()
    }
    const kept = () =>
      page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('unsent')))
    await leave('Stanna kvar')
    await dialog.waitFor({ state: 'detached' })
    expect(await sheet.text(4, 'amount')).toBe('abc')
    expect(await kept()).toHaveLength(1)
    await leave('Ta bort och logga ut')
    await page.waitForURL('**/logga-in')
    expect(await kept()).toEqual([])
  })

  it('offers the way back on a page that has nothing to show', async () => {
    const page = await desk.stage.visit()
    await page.goto('/konto')
    await page.getByRole('heading', { level: 1, name: 'Mitt konto' }).waitFor()
    await page.context().request.post('/sign-out', { headers: json, data: {} })
    await page.getByRole('link', { name: 'Kommuner' }).click()
    const dialog = page.getByRole('dialog', { name: 'Du har loggats ut' })
    await dialog.waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('alert').getByRole('button', { name: 'Logga in' }).click()
    await dialog.waitFor()
  })

  it('is said of a link of the demo that is too old', async () => {
    const page = await desk.stage.visit({ as: null })
    await page.goto('/sign-in/demo/old')
    await page.getByRole('alert').filter({ hasText: 'Länken gäller inte längre.' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/logga-in')
  })
})
