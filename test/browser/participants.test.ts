import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { paste } from './clipboard.ts'
import { widths } from './axe.ts'
import { Desk } from './desk.ts'
import { DraftSheetPage, plain } from './draft-sheet.ts'
import { codes } from './sheet.ts'
import { complaintsOf, type Visit } from './visit.ts'

/** The sheet of an agreement: who takes part, and what the key knows of each. */
const desk = Desk.forFile()
let sheet: DraftSheetPage
let page: Page
let agreement: Agreement

interface Agreement {
  readonly id: string
  readonly version: number
  readonly defaultKey: {
    readonly bases: readonly {
      readonly percentages:
        | readonly { readonly percent: string; readonly municipality: { readonly code: string } }[]
        | null
      readonly values:
        | readonly { readonly value: number; readonly municipality: { readonly code: string } }[]
        | null
    }[]
  }
  readonly participations: readonly {
    readonly id: string
    readonly from: string
    readonly to: string | null
    readonly municipality: { readonly code: string }
  }[]
}

afterEach(async () => {
  expect(complaintsOf(page)).toEqual([])
})

async function read(): Promise<Agreement> {
  const { agreements } = await desk.office.ask<{ agreements: { nodes: Agreement[] } }>(
    `{ agreements { nodes { id version
      defaultKey { bases { percentages { percent municipality { code } }
        values { value municipality { code } } } }
      participations { id from to municipality { code } } } } }`,
  )
  return agreements.nodes[0]!
}

async function edit(...edits: object[]): Promise<void> {
  const { id, version } = await read()
  const { editAgreement } = await desk.office.ask<{ editAgreement: { applied: boolean } }>(
    'mutation ($input: EditAgreementInput!) { editAgreement(input: $input) { applied } }',
    { input: { agreementId: id, version, clientMutationKey: crypto.randomUUID(), edits } },
  )
  if (!editAgreement.applied) throw new Error('The other office could not edit.')
}

const all = Object.values(codes)
const fixed = 'part FIXED'
const placements = 'part USE/Placeringar/2021'
const rounding = {
  shareStep: 'TENTH',
  amountStep: 'ORE',
  residualRule: 'LARGEST_REMAINDER',
} as const

/** Half by agreed percentages, half by measured use. */
function mixedKey(): object {
  const percentages = all.map((municipalityCode, index) => ({
    municipalityCode,
    percent: index === 6 ? '40' : '10',
  }))
  const values = all.map((municipalityCode, index) => ({ municipalityCode, value: index + 1 }))
  const told = { statistic: 'Placeringar', period: '2021', source: 'Verksamheten' }
  const bases = [
    { kind: 'FIXED', percent: 50, percentages },
    { kind: 'USE', percent: 50, ...told, values },
  ]
  return { setKey: { key: { name: 'Blandad', ...rounding, bases } } }
}

const byPopulation: object = {
  setKey: {
    key: {
      name: 'Folkmängd',
      ...rounding,
      bases: [{ kind: 'POPULATION', percent: 100, on: '2021-12-31' }],
    },
  },
}

async function open(visit?: Visit): Promise<void> {
  agreement = await read()
  page = await desk.stage.visit(visit)
  page.setDefaultTimeout(10_000)
  await page.goto(`/avtal/${agreement.id}/parter`)
  sheet = new DraftSheetPage(page)
  await sheet.cell('sum', 'share').filter({ hasText: '%' }).waitFor()
}

/** The row of a municipality that takes part. */
function row(name: keyof typeof codes): string {
  return agreement.participations.find(({ municipality }) => municipality.code === codes[name])!.id
}

describe('a key by population alone', () => {
  it('is reached from the agreement, and shows inhabitants and shares that follow', async () => {
    await open()
    await page.goto(`/avtal/${agreement.id}`)
    await page.getByRole('link', { name: 'Öppna deltagarna som ark' }).click()
    await page.getByRole('heading', { level: 1, name: 'Deltagare' }).waitFor()
    await sheet.cell(row('Ragunda'), 'share').filter({ hasText: '4,2' }).waitFor()
    const of = async (id: string) => [
      await sheet.text(id, 'inhabitants'),
      await sheet.text(id, 'share'),
    ]
    expect(await of(row('Ragunda'))).toEqual(['5 210', '4,2 %'])
    expect(await of(row('Östersund'))).toEqual(['64 324', '51,5 %'])
    expect(await of('sum')).toEqual(['124 919', '100 %'])
    await page.getByText('Nyckeln bygger bara på folkmängd').waitFor()
    await sheet.enter(row('Ragunda'), 'share', '50')
    await sheet.state('Inga ändringar')
  })

  it('is looked at for another budget, and for the newest populations', async () => {
    await desk.office.copyBudget('2022-12-31')
    await open()
    const select = page.getByLabel('Andelar för')
    expect((await select.locator('option').allInnerTexts()).map(plain)).toEqual([
      'Budget 2023, folkmängd 31 december 2022',
      'Budget 2022, folkmängd 31 december 2021',
      'Senaste folkmängd, 31 december 2024',
    ])
    expect(await sheet.text(row('Ragunda'), 'inhabitants')).toBe('5 174')
    await select.selectOption({ label: 'Senaste folkmängd, 31 december 2024' })
    await sheet.cell(row('Ragunda'), 'inhabitants').filter({ hasText: '146' }).waitFor()
  })

  it.each(widths)('passes axe and fits: $width wide', async (look) => {
    await open(look)
    await sheet.enter(row('Ragunda'), 'to', 'snart')
    await sheet.enter(row('Bräcke'), 'to', '2030-06-30')
    expect(await sheet.violations()).toEqual([])
    expect(await sheet.overflow()).toBe(0)
    await sheet.openReview()
    expect(await sheet.violations()).toEqual([])
    expect(await sheet.overflow()).toBe(0)
    await page.keyboard.press('Escape')
    await sheet.tool('Ny deltagare').click()
    await page.getByRole('dialog', { name: 'Ny deltagare' }).getByLabel('Kommun').waitFor()
    expect(await sheet.violations()).toEqual([])
  })

  it('says so when there is no such agreement', async () => {
    page = await desk.stage.visit()
    await page.goto('/avtal/finns-inte/parter')
    await page.getByRole('heading', { level: 1, name: 'Avtalet finns inte' }).waitFor()
    const errors = complaintsOf(page).filter((complaint) => !/400|Bad Request/.test(complaint))
    expect(errors).toEqual([])
    page = await desk.stage.visit()
  })
})

describe('days', () => {
  it('are typed, reviewed with what they do to every budget, and stored', async () => {
    await open()
    await sheet.enter(row('Ragunda'), 'to', '20220630')
    expect(await sheet.text(row('Ragunda'), 'to')).toBe('2022-06-30')
    await page
      .getByLabel('Andelar för')
      .selectOption({ label: 'Budget 2022, folkmängd 31 december 2021' })
    await sheet.cell(row('Ragunda'), 'months').filter({ hasText: '6' }).waitFor()
    expect(await sheet.text(row('Ragunda'), 'share')).toBe('2,1 %')
    const review = await sheet.openReview()
    expect(await sheet.changes()).toEqual([
      ['Ragunda', 'Till och med', 'tills vidare', '2022-06-30', ''],
    ])
    const effects = await review.locator('details').count()
    expect(effects).toBe(2)
    const of2022 = review.locator('details', { hasText: 'Familjehemscentrum 2022' })
    const [ragunda] = await sheet.rows(of2022.getByRole('table'))
    expect(ragunda).toEqual(['Ragunda', '194 040', '97 020', '−97 020'])
    const of2023 = review.locator('details', { hasText: 'Familjehemscentrum 2023' })
    expect((await sheet.rows(of2023.getByRole('table')))[0]?.[2]).toBe('deltar inte')
    await review.getByLabel('Skäl eller beslut').fill('SocSam 2022-06-03 § 34')
    await review.getByRole('button', { name: 'Spara 1 ändring' }).click()
    await review.waitFor({ state: 'detached' })
    await sheet.state('Inga ändringar')
    const stored = (await read()).participations.find(({ id }) => id === row('Ragunda'))
    expect(stored?.to).toBe('2022-06-30')

    await sheet.enter(row('Ragunda'), 'to', 'tills vidare')
    await (await sheet.openReview()).getByRole('button', { name: /^Spara/ }).click()
    await sheet.review.waitFor({ state: 'detached' })
    expect((await read()).participations[0]?.to).toBeNull()
  })

  it('that cannot be are refused by name, and kept', async () => {
    await open()
    await sheet.enter(row('Krokom'), 'from', '2021-06-30')
    await sheet.enter(row('Bräcke'), 'from', '2022-02-30')
    await sheet.state('2 ändrade uppgifter · 1 går inte att läsa')
    await page.keyboard.press('Control+z')
    const review = await sheet.openReview()
    await review
      .getByRole('alert')
      .getByText(/^Krokom: /)
      .waitFor()
    expect(await review.getByRole('button', { name: /^Spara/ }).isDisabled()).toBe(true)
    await review.getByRole('button', { name: 'Ta bort alla ändringar' }).click()
    await review.waitFor({ state: 'detached' })
    await sheet.state('Inga ändringar')
  })

  it('ask which shall hold when somebody has changed them since', async () => {
    await open()
    await sheet.enter(row('Åre'), 'to', '2031-12-31')
    const to = '2032-12-31'
    await edit({ setParticipation: { participationId: row('Åre'), from: '2022-01-01', to } })
    const review = await sheet.openReview()
    await review.getByText('Någon annan har sparat 2032-12-31 sedan du skrev 2031-12-31.').waitFor()
    await review.getByRole('button', { name: 'Behåll mitt' }).click()
    await sheet.calculated()
    await review.getByRole('button', { name: 'Spara 1 ändring' }).click()
    await review.waitFor({ state: 'detached' })
    const stored = (await read()).participations.find(({ id }) => id === row('Åre'))
    expect(stored?.to).toBe('2031-12-31')
    await edit({ setParticipation: { participationId: row('Åre'), from: '2022-01-01', to: null } })
  })
})

describe('who takes part', () => {
  it('comes and goes with the keyboard alone, all in one batch', async () => {
    await open()
    await sheet.tool('Ny deltagare').focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Ny deltagare' })
    await dialog.getByLabel('Kommun').waitFor()
    await dialog.getByLabel('Kommun').focus()
    await page.keyboard.type('Berg')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('2024-01-01')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => sheet.focused()).toMatch(/^new .* from$/)
    expect(plain(await page.getByRole('row', { name: /Berg/ }).innerText())).toContain('Ny')
    await sheet.cell(row('Strömsund'), 'name').click()
    await page.keyboard.press('Control+Delete')
    await sheet.state('2 ändrade uppgifter')
    expect(await sheet.text(row('Strömsund'), 'name')).toBe('Tas bort Strömsund')
    const review = await sheet.openReview()
    expect((await sheet.changes()).map((cells) => cells.slice(0, 4))).toEqual([
      ['Strömsund', 'Deltagare', 'deltar', 'tas bort'],
      ['Berg', 'Deltagare', '–', 'läggs till från 2024-01-01'],
    ])
    await review.getByRole('button', { name: 'Ta bort ändringen: Strömsund, Deltagare' }).click()
    await sheet.calculated()
    await review.getByRole('button', { name: 'Spara 1 ändring' }).click()
    await review.waitFor({ state: 'detached' })
    const { participations } = await read()
    expect(participations.map(({ municipality }) => municipality.code)).toContain('2326')
    const berg = participations.find(({ municipality }) => municipality.code === '2326')
    expect(berg).toMatchObject({ from: '2024-01-01', to: null })
    await edit({ removeParticipation: { participationId: berg!.id } })
  })
})

describe('a key with agreed percentages and measured use', () => {
  it('takes both in their columns, adds them up and shows the shares as they are typed', async () => {
    await edit(mixedKey())
    await open()
    expect(await sheet.text(row('Ragunda'), 'share')).toBe('6,8 %')
    expect([await sheet.text('sum', fixed), await sheet.text('sum', placements)]).toEqual([
      '100 %',
      '28',
    ])
    const heading = page.getByRole('columnheader', { name: 'Placeringar' })
    expect(await heading.innerHTML()).toContain('Placeringar, 2021. Källa: Verksamheten')

    await sheet.enter(row('Ragunda'), fixed, '12,5')
    await page.getByText('Andelarna kan inte räknas. Procentsatserna').waitFor()
    expect(await sheet.text('sum', fixed)).toBe('102,5 %')
    expect(await sheet.cell('sum', fixed).getAttribute('aria-invalid')).toBe('true')
    const review = await sheet.openReview()
    await review.getByText('Nyckeln: Procentsatserna').waitFor()
    expect(await review.getByRole('button', { name: /^Spara/ }).isDisabled()).toBe(true)
    await page.keyboard.press('Escape')

    await sheet.enter(row('Östersund'), fixed, '37,5 %')
    await sheet.cell('sum', 'share').filter({ hasText: '100' }).waitFor()
    expect(await sheet.text(row('Ragunda'), 'share')).toBe('8,0 %')
    await sheet.cell(row('Ragunda'), placements).click()
    await paste(page, '10\n10\n10\n10\n10\n10\n10\n')
    await sheet.state('9 ändrade uppgifter')
    expect(await sheet.text('sum', placements)).toBe('70')
    await sheet.openReview()
    await review.getByText('Avtalets nyckel gäller budgetar som skapas efter detta.').waitFor()
    await review.getByRole('button', { name: 'Spara 9 ändringar' }).click()
    await review.waitFor({ state: 'detached' })
    const { bases } = (await read()).defaultKey
    expect(bases[0]?.percentages?.map(({ percent }) => percent)).toEqual([
      '12.5',
      '10',
      '10',
      '10',
      '10',
      '10',
      '37.5',
    ])
    expect(bases[1]?.values?.map(({ value }) => value)).toEqual(all.map(() => 10))
    await edit(byPopulation)
  })
})
