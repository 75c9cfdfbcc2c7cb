// Expected: text stays text: no dialog, no element planted, nothing that the policy had to refuse
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { hostile, type HostileTexts, writeHostileTexts } from '../attack/hostile-texts.ts'
import { Visitor } from '../visitor.ts'
import { raiseStage, type Stage } from './browser.ts'
import { complaintsOf } from './visit.ts'

let stage: Stage
let texts: HostileTexts
beforeAll(async () => {
  stage = await raiseStage()
  const as = async (role: string) => Visitor.by(await stage.product.link(role))
  texts = await writeHostileTexts(stage.program, await as('finance officer'), await as('admin'))
})
afterAll(() => stage?.close())

/** What pages say that show texts which people write, at least; by the routes of the client. */
const shown: Readonly<Record<string, readonly string[]>> = {
  '/samverkan/:slug': ['CreateBudgetInput.title', 'CreateAgreementInput.title'],
  '/samverkan/:slug/:year(\\d{4})': ['CreateBudgetInput.title', 'LineFieldsInput.description'],
  '/samverkan/:slug/:year(\\d{4})/tabell': [
    'CreateBudgetInput.title',
    'LineFieldsInput.description',
    'LineFieldsInput.note',
    'LineFieldsInput.decision',
    'SetPopulationInput.source',
  ],
  '/samverkan/:slug/:year(\\d{4})/bilder': ['CreateBudgetInput.title'],
  '/samverkan/:slug/:year(\\d{4})/fil': ['CreateBudgetInput.title'],
  '/avtal': ['CreateAgreementInput.title'],
  '/konto': ['CreateTokenInput.name'],
  '/administration/verksamheter': ['CreateJointServiceInput.name', 'UpdateJointServiceInput.name'],
  '/budgetar': ['CreateBudgetInput.title'],
  '/kommuner/:code(\\d{4})': ['SetPopulationInput.source'],
  '/analys/vyer': ['UpdateViewInput.name'],
  '/administration': ['CreatePersonInput.name', 'UpdatePersonInput.name'],
  '/administration/personer/:id': ['CreatePersonInput.name'],
  '/administration/logg': ['CreatePersonInput.name'],
}

/** Every route, with what its parameters stand for. */
async function routes(): Promise<{ route: string; path: string }[]> {
  const source = await readFile('client/src/router.ts', 'utf8')
  const values: Readonly<Record<string, string>> = {
    ':slug': 'familjehemscentrum',
    ':year(\\d{4})': String(texts.year),
    ':id': texts.agreementId,
    ':code(\\d{4})': '2303',
    ':rest(.*)*': 'finns/inte',
  }
  return [...source.matchAll(/path: '([^']+)'/g)].map(([, written]) => {
    const plain = written!.replaceAll('\\\\', '\\')
    const route = plain.startsWith('/') ? plain : `/administration/${plain}` // nothing else has pages within
    const parts = route
      .replace('recept/:slug', 'recept/curl')
      .replace('personer/:id', `personer/${texts.personId}`)
      .split('/')
    return { route, path: parts.map((part) => values[part] ?? part).join('/') }
  })
}

/** Opens a page, with what it fetches. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  const waiting = page.getByRole('status').filter({ hasText: /Hämtar/ })
  await waiting.first().waitFor({ state: 'detached' })
}

it('every page shows hostile texts as they were written, runs nothing of them, and breaks no rule of its policy', async () => {
  const [worker, admin] = [await stage.visit(), await stage.visit({ as: 'admin' })]
  const dialogs: string[] = []
  for (const page of [worker, admin]) {
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message())
      void dialog.dismiss()
    })
  }
  const all = await routes()
  expect(all.filter(({ path }) => /[:(*]/.test(path))).toEqual([])
  expect(Object.keys(shown).filter((known) => !all.some(({ route }) => route === known))).toEqual(
    [],
  )
  for (const { route, path } of all) {
    const page = route.startsWith('/administration') ? admin : worker
    await open(page, path)
    for (const field of shown[route] ?? []) {
      const end = hostile(field).slice(-100) // what is left of the longest
      await page.getByText(end).first().waitFor({ state: 'attached' })
    }
    const planted = page.locator('[onload], [onerror], [href^="javascript:"], img[src="x"]')
    expect(await planted.count(), path).toBe(0)
    expect([...complaintsOf(page), ...dialogs], path).toEqual([])
  }
})
