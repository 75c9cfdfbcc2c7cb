import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { OidcProvider } from '../api/oidc-provider.ts'
import { freePort } from '../product.ts'
import { Visitor } from '../visitor.ts'
import { objections } from './axe.ts'
import { type Stage, raiseStage } from './browser.ts'

let provider: OidcProvider
let stage: Stage
beforeAll(async () => {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  provider = await OidcProvider.start(`${address}/sign-in/oidc/callback`)
  const { issuer, clientId, clientSecret, name } = provider.settings
  stage = await raiseStage({
    PORT: String(port),
    PUBLIC_URL: address,
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_NAME: name,
  })
})
afterAll(async () => {
  await stage.close()
  await provider[Symbol.asyncDispose]()
})

describe('tokens', () => {
  it('are made by keyboard, shown once, work in a program, and stop when revoked', async () => {
    const page = await stage.visit({ as: 'analyst' })
    await page.goto('/konto')
    await page.getByRole('button', { name: 'Ny åtkomstnyckel' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Ny åtkomstnyckel' })
    await page.keyboard.press('Enter')
    await dialog.getByText('Skriv ett namn').waitFor()
    await page.keyboard.type('Power BI')
    await dialog.getByLabel('Gäller i').selectOption('30 dagar')
    expect(await dialog.getByLabel('Får också ändra').isChecked()).toBe(false)
    await dialog.getByLabel('Namn').press('Enter')
    const made = page.getByRole('dialog', { name: 'Åtkomstnyckeln är skapad' })
    const text = await made.getByLabel('Åtkomstnyckel', { exact: true }).inputValue()
    expect(await made.getByLabel('Prova den i en terminal').inputValue()).toContain(
      `Authorization: Bearer ${text}`,
    )
    expect(await objections(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.content()).not.toContain(text)

    const program = new Visitor(stage.product.address, { authorization: `Bearer ${text}` })
    expect(
      (await program.send<{ viewer: object }>('{ viewer { name } }')).data.viewer,
    ).toBeDefined()
    const row = page.getByRole('row', { name: /Power BI/ })
    await row.getByRole('button', { name: 'Återkalla Power BI' }).press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Återkalla' }).press('Enter')
    await row.getByText('återkallad').waitFor()
    const refused = await program.send('{ viewer { name } }')
    expect(refused.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })
})

describe('sessions', () => {
  it('are ended from another browser', async () => {
    const [here, there] = [await stage.visit({ as: 'admin' }), await stage.visit({ as: 'admin' })]
    await here.goto('/konto')
    await here.getByRole('row', { name: /Chrome.*den här/ }).waitFor()
    expect(await objections(here)).toEqual([])
    await here.getByRole('button', { name: 'Logga ut alla andra' }).click()
    await here.getByText(/utloggad/).waitFor()
    await there.goto('/konto')
    await there.getByRole('heading', { name: 'Logga in' }).waitFor()
  })
})

describe('the municipality’s own accounts', () => {
  /** A browser that may go to the provider as well. */
  const stranger = async (): Promise<Page> => {
    const context = await stage.browser.newContext({ baseURL: stage.product.address, locale: 'sv' })
    return context.newPage()
  }
  const toProvider = async (page: Page): Promise<void> => {
    await page.goto('/konto')
    await page.getByRole('link', { name: 'Logga in med Kommunens konto' }).click()
    await page.getByLabel('Subject').waitFor()
  }

  it('sign in, and lead back to where one was going', async () => {
    provider.accounts.set('lisa', { name: 'Lisa Berg', email: 'lisa@krokom.example' })
    const page = await stranger()
    await toProvider(page)
    await page.keyboard.press('Tab')
    await page.keyboard.type('lisa')
    await page.keyboard.press('Enter')
    await page.getByText('lisa@krokom.example').waitFor()
    expect(new URL(page.url()).pathname).toBe('/konto')
    await page.context().close()
  })

  it('say so when one gives up', async () => {
    const page = await stranger()
    await toProvider(page)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').getByText('Du avbröt inloggningen').waitFor()
    expect(await objections(page)).toEqual([])
    await page.context().close()
  })
})
