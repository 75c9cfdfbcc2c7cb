import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Visitor } from '../visitor.ts'
import { inTerminal, OwnInstallation } from './own-installation.ts'
import { settled } from './page.ts'
import { SheetPage } from './sheet.ts'

const people = {
  karin: { name: 'Karin Ek', email: 'karin@krokom.example' },
  anders: { name: 'Anders Ås', email: 'anders@are.example' },
}
let andel: OwnInstallation
beforeAll(async () => {
  andel = await OwnInstallation.start(people)
})
afterAll(() => andel?.[Symbol.asyncDispose]())

it('an administrator with the README gets a co-ordinator and an analyst to work', async () => {
  const admin = await setUp()
  await makeJointService(admin)
  const coordinator = await waitAs('karin')
  const analyst = await waitAs('anders')
  await grant(admin, 'Karin Ek', 'Samordnare')
  await grant(admin, 'Anders Ås', 'Analytiker')

  await enter(analyst, 'anders')
  await analyst.getByText('Samordnaren lägger upp avtalet och den första budgeten.').waitFor()
  await enter(coordinator, 'karin')
  await coordinator.getByText('börja med avtalet').waitFor()
  await makeAgreement(coordinator)
  await makeBudget(coordinator)

  const { token, command } = await makeToken(analyst)
  expect(await inTerminal(command)).toEqual({ data: { viewer: { name: 'Anders Ås' } } })
  const budget = { jointService: { name: 'Social jour' }, year: 2024, total: '1000000.00' }
  const reading = andel.readingWith(token)
  expect(await inTerminal(reading)).toEqual({ data: { budgets: { nodes: [budget] } } })
  const program = new Visitor(andel.product.address, { authorization: `Bearer ${token}` })
  expect(codeOf(await program.send(newBudget))).toBe('FORBIDDEN')

  await seesDeedsAndNoMoney(admin)
  await suspend(admin, 'Anders Ås')
  const refusals = async (): Promise<unknown[]> => [
    codeOf(await program.send('{ viewer { name } }')),
    await codeIn(analyst, '{ viewer { name } }'),
  ]
  const refused = ['UNAUTHENTICATED', 'UNAUTHENTICATED']
  await expect.poll(refusals).toEqual(refused)
  await expect(inTerminal(reading)).rejects.toThrow('401')
  await analyst.reload()
  await settled(analyst, 'Logga in')
})

async function setUp(): Promise<Page> {
  await expect.poll(() => andel.said('set-up code: ')).toBeDefined()
  const page = await andel.come()
  await page.goto(andel.said('set-up: ')!)
  await page.getByLabel('Startkod').fill(andel.said('set-up code: ')!)
  await page.getByLabel('Namn').fill('Åsa Lind')
  await page.getByLabel('E-postadress').fill('asa@krokom.example')
  await page.getByLabel('Lösenord', { exact: true }).fill('fyra hästar äter tapeter')
  await page.keyboard.press('Enter')
  await settled(page, 'Personer')
  await page.getByText(`Den som loggar in med ${andel.providerName} visas här`).waitFor()
  return page
}

async function makeJointService(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Lägg upp en gemensam verksamhet' }).click()
  await page.getByText('Ingen gemensam verksamhet är upplagd').waitFor()
  await page.getByRole('button', { name: 'Ny gemensam verksamhet' }).click()
  await page.getByLabel(/^Namn/).first().fill('Social jour')
  await page.getByLabel('Drivs av').fill('SocSam')
  await page.keyboard.press('Enter')
  await page.getByRole('rowheader', { name: 'Social jour' }).waitFor()
}

/** By the provider, which remembers whom it has seen in a browser. */
async function enter(page: Page, subject: keyof typeof people): Promise<void> {
  await page.goto('/')
  await page.getByRole('link', { name: `Logga in med ${andel.providerName}` }).click()
  const field = page.getByLabel('Subject')
  const inside = page.getByRole('button', { name: `Konto: ${people[subject].name}` })
  await field.or(inside).waitFor()
  if (await field.isVisible()) {
    await field.fill(subject)
    await page.keyboard.press('Enter')
  }
  await inside.waitFor()
}

/** A new person, who is told to wait. */
async function waitAs(subject: keyof typeof people): Promise<Page> {
  const page = await andel.come()
  await enter(page, subject)
  await settled(page, 'Du har ingen behörighet än')
  return page
}

async function grant(page: Page, name: string, role: string): Promise<void> {
  await page.goto('/administration')
  await settled(page, 'Personer')
  await page
    .getByRole('row', { name })
    .getByText('Väntar på behörighet')
    .filter({ visible: true })
    .waitFor()
  await page.getByRole('link', { name }).click()
  await settled(page, name)
  await page.getByRole('combobox', { name: 'Roll' }).selectOption(role)
  await page.getByRole('combobox', { name: 'Samverkan' }).selectOption('Social jour')
  await page.getByRole('button', { name: 'Ge behörighet' }).click()
  await page.getByRole('row', { name: `${role} Social jour` }).waitFor()
}

async function makeAgreement(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Social jour' }).click()
  await page.getByRole('link', { name: 'Nytt avtal' }).click()
  await settled(page, 'Nytt avtal')
  await page.getByLabel('Avtalets titel').fill('Avtal om social jour')
  await page.getByLabel('Beslut').fill('SocSam 2023-11-10 § 61')
  await page.getByLabel('Gäller från och med').first().fill('2024-01-01')
  await page.getByLabel('Lägg till en kommun').focus()
  for (const name of ['Krokom', 'Åre']) {
    await page.keyboard.type(name)
    await page.getByRole('listbox', { name: 'Kommuner' }).getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('group', { name, exact: true }).waitFor()
  }
  await page.getByRole('button', { name: 'Lägg upp avtalet' }).click()
  await settled(page, 'Social jour')
}

async function makeBudget(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ny budget' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Ny budget' })
  await dialog.getByLabel('År').fill('2024')
  await dialog.getByRole('button', { name: 'Skapa budgeten' }).click()
  const sheet = new SheetPage(page)
  await sheet.cell('sum', 'description').waitFor()
  await page.getByRole('button', { name: 'Lägg till en rad sist' }).click()
  await page.keyboard.type('Jour')
  await page.keyboard.press('Enter')
  await sheet.enter(1, 'amount', '1 000 000')
  await expect.poll(() => sheet.text('sum', 'amount')).toBe('1 000 000')
  await sheet.isSaved()
}

/** Returns the token, and the command with which the page says to try it. */
async function makeToken(page: Page): Promise<{ token: string; command: string }> {
  await page.getByRole('button', { name: 'Konto: Anders Ås' }).click()
  await page.getByRole('link', { name: 'Mitt konto' }).click()
  await settled(page, 'Mitt konto')
  await page.getByRole('button', { name: 'Ny åtkomstnyckel' }).click()
  await page.getByRole('dialog').getByLabel('Namn').fill('Skript')
  await page.getByRole('button', { name: 'Skapa nyckel' }).click()
  const made = page.getByRole('dialog', { name: 'Åtkomstnyckeln är skapad' })
  const value = (label: string): Promise<string> =>
    made.getByLabel(label, { exact: true }).inputValue()
  const [token, command] = [await value('Åtkomstnyckel'), await value('Prova den i en terminal')]
  await made.getByRole('button', { name: 'Klar' }).click()
  await made.waitFor({ state: 'detached' })
  return { token, command }
}

interface Answer {
  readonly errors?: readonly { extensions: { code: string } }[]
}

const codeOf = ({ errors }: Answer): string | undefined => errors?.[0]?.extensions.code

/** What a query is refused with in the session of a page. */
async function codeIn(page: Page, query: string): Promise<string | undefined> {
  const response = await page.context().request.post('/graphql', { data: { query } })
  return codeOf((await response.json()) as Answer)
}

const newBudget = `mutation {
  createBudget(input: { jointServiceSlug: "social-jour", year: 2025, title: "Budget 2025" }) {
    budget { id }
  }
}`

async function seesDeedsAndNoMoney(page: Page): Promise<void> {
  await page.goto('/administration/logg')
  await settled(page, 'Revisionslogg')
  const rows = await page.getByRole('row').allInnerTexts()
  const deeds = rows.map((row) => / kl\. \S+ (.*)/.exec(row.replace(/\s+/g, ' '))?.[1]?.trim())
  const entered = 'sätt: OpenID Connect · nät: 127.0.0.0/24'
  for (const deed of [
    'Första administratören Åsa Lind Åsa Lind',
    'Samverkan tillagd Åsa Lind En samverkan',
    `Inloggning Karin Ek Karin Ek ${entered}`,
    'Behörighet given Åsa Lind Karin Ek roll: samordnare · avslutade inloggningar: 1',
    'Behörighet given Åsa Lind Anders Ås roll: analytiker · avslutade inloggningar: 1',
    `Inloggning Anders Ås Anders Ås ${entered}`,
    'Åtkomstnyckel utfärdad Anders Ås En åtkomstnyckel får ändra: nej · dagar: 90',
    'Nekad Misslyckat Anders Ås rätt som saknades: ändra budgetar',
  ])
    expect(deeds).toContain(deed)

  await page.goto('/samverkan/social-jour/2024')
  await settled(page, 'Du har inte behörighet')
  expect(await page.getByRole('main').innerText()).not.toMatch(/\d{3}/)
  expect(await codeIn(page, '{ budgets(first: 10) { nodes { total } } }')).toBe('FORBIDDEN')
}

async function suspend(page: Page, name: string): Promise<void> {
  await page.goto('/administration')
  await page.getByRole('link', { name }).click()
  await page.getByRole('button', { name: 'Stäng av kontot' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Stäng av kontot' }).click()
  await page.getByText('Avstängt').waitFor()
}
