import { afterEach, describe, expect, it } from 'vitest'
import { objections } from './axe.ts'
import { paste } from './clipboard.ts'
import { Desk } from './desk.ts'
import { plain } from './page.ts'
import { codes, EditGate, type SheetPage } from './sheet.ts'
import { complaintsOf, type Visit } from './visit.ts'

/** Two people, one cell: both values stand there, and nothing is lost until somebody has chosen. */
const desk = Desk.forFile()
const shots = process.env['SHOTS']
let sheet: SheetPage
let year: number
let gate: EditGate

afterEach(async () => {
  const { page } = sheet
  expect(complaintsOf(page).filter((said) => !/ERR_FAILED|Failed to load/.test(said))).toEqual([])
})

async function open(visit?: Visit): Promise<void> {
  ;({ year, sheet } = await desk.openCopy(visit))
  gate = await EditGate.at(sheet.page)
}

async function shot(name: string): Promise<void> {
  if (shots) await sheet.page.screenshot({ path: `${shots}/${name}.png` })
}

/** What is typed meets no server until somebody else has been there. */
async function meanwhile(mine: () => Promise<void>, theirs: () => Promise<void>): Promise<void> {
  gate.drop()
  await mine()
  await sheet.state.filter({ hasText: /väntar/ }).waitFor()
  await theirs()
  await gate.release()
  await sheet.page.evaluate(() => dispatchEvent(new Event('online')))
  await button(/^\d+ konflikt/).waitFor()
  await sheet.state.filter({ hasNotText: 'Sparar' }).waitFor()
}

const button = (name: string | RegExp) => sheet.page.getByRole('button', { name })
const line = async (number: number) => (await desk.office.budget(year)).lines[number - 1]!
const told = (words: string) => sheet.page.getByRole('status').filter({ hasText: words }).waitFor()

const others =
  (...edits: readonly (readonly [number, object])[]) =>
  async () => {
    for (const [number, fields] of edits) await desk.office.setLine(year, number, fields)
  }

/** Three cells that both have written. */
const three = () =>
  meanwhile(
    async () => {
      await sheet.enter(1, 'months', '11')
      await sheet.enter(2, 'monthlyCost', '62000')
      await sheet.enter(3, 'note', 'Min')
    },
    others([1, { months: '10' }], [2, { monthlyCost: '61000.00' }], [3, { note: 'Deras' }]),
  )

describe('a conflict', () => {
  it('is told in its cell, and solved with keys from one to the next', async () => {
    await open({ width: 2000 })
    await three()
    const { page } = sheet
    expect(await sheet.text(2, 'monthlyCost')).toBe('62000')
    await button('3 konflikter').click()
    await sheet.notice.getByText('Konflikt 1 av 3').waitFor()
    await page.keyboard.press('Tab')
    await sheet.notice.getByText('Konflikt 2 av 3').waitFor()
    const words = await plain(sheet.notice)
    expect(words).toMatch(/har också ändrat cellen/)
    expect(words).toMatch(/Ditt värde 62 000 i dag \d\d:\d\d Värdet nu 61 000 .+, i dag \d\d:\d\d/)
    expect(await objections(page, '.notice')).toEqual([])
    await shot('conflict')

    await page.keyboard.press('h')
    const history = page.getByRole('complementary', { name: 'Historik' })
    await history
      .getByText(/61\s000/)
      .first()
      .waitFor()
    await shot('conflict-history')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Enter') // the choices are still there
    await page.keyboard.press('b')
    await told('Ditt värde sparas. Tabb: nästa konflikt, 2 kvar.')
    await page.keyboard.press('Tab')
    await sheet.notice.getByText('Konflikt 2 av 2').waitFor()
    expect(await sheet.focusedColumn()).toBeNull()
    await page.keyboard.press('Shift+Tab')
    await sheet.notice.getByText('Konflikt 1 av 2').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await told('Det andra värdet gäller. Tabb: nästa konflikt, 1 kvar.')
    await page.keyboard.press('F8')
    await page.keyboard.press('t')
    await told('Det var den sista konflikten.')
    await sheet.isSaved()
    expect([await line(1), await line(2), await line(3)]).toMatchObject([
      { months: '10' },
      { monthlyCost: '62000.00' },
      { note: 'Deras' },
    ])
    await page.keyboard.press('Control+z') // what was kept can be undone, and they have theirs
    await expect.poll(async () => (await line(2)).monthlyCost).toBe('61000.00')
  })

  it('of a paste is solved part by part, or all at once', async () => {
    await open()
    const { page } = sheet
    const pasted = async (text = '9\t1000\n8\t2000') => {
      await sheet.cell(1, 'months').click()
      await paste(page, text)
      const preview = sheet.dialog(/^Klistra in/)
      await preview.getByRole('button', { name: /^Klistra in/ }).click()
      await preview.waitFor({ state: 'detached' })
    }
    await meanwhile(pasted, others([1, { months: '10' }], [2, { monthlyCost: '61000.00' }]))
    await sheet.state.getByText('1 ej sparad').waitFor()
    expect(await sheet.text(1, 'months')).toBe('9')
    expect((await line(2)).months).toBe('12')
    await button('2 konflikter').click()
    await page.keyboard.press('t')
    await page.keyboard.press('Tab')
    await page.keyboard.press('b')
    await sheet.isSaved()
    const lines = (await desk.office.budget(year)).lines
    expect(lines.map(({ months, monthlyCost }) => [months, monthlyCost]).slice(0, 2)).toEqual([
      ['10', '1000.00'],
      ['8', '2000.00'],
    ])

    await meanwhile(
      () => pasted('6\t500\n5\t600'),
      others([1, { months: '7' }], [2, { monthlyCost: '3000.00' }]),
    )
    await button('Visa').click()
    await shot('conflict-paste')
    await sheet.dialog('Ej sparat').getByRole('button', { name: 'Behåll alla mina (2)' }).click()
    await sheet.isSaved()
    expect([await line(1), await line(2)]).toMatchObject([
      { months: '6', monthlyCost: '500.00' },
      { months: '5', monthlyCost: '600.00' },
    ])
  })

  it('with a removal brings the line back with what was written, or lets it go', async () => {
    await open()
    const { page } = sheet
    const before = (await desk.office.budget(year)).lines
    const dialog = sheet.dialog('Ej sparat')
    const writeInRemoved = async (fields: string) => {
      await meanwhile(
        () => sheet.enter(3, 'months', fields),
        () => desk.office.removeLine(year, 3),
      )
      await button('1 konflikt').click()
      await dialog.getByText('Du tog bort raden').waitFor()
    }
    await writeInRemoved('3')
    await shot('conflict-removed')
    await dialog.getByRole('button', { name: 'Återställ raden med mitt' }).click()
    await sheet.isSaved()
    const back = (await desk.office.budget(year)).lines
    expect(back.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    expect(back[2]).toMatchObject({ description: before[2]!.description, months: '3' })

    await writeInRemoved('4')
    await dialog.getByRole('button', { name: 'Låt den vara borttagen' }).click()
    await sheet.isSaved()
    expect((await desk.office.budget(year)).lines).toHaveLength(before.length - 1)
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('about inhabitants is solved in their cell, against the newest that others have written', async () => {
    await open()
    const correct = async (inhabitants: string) => {
      await sheet.enter('population', 'Åre', inhabitants)
      const dialog = sheet.dialog('Rätta invånarantal')
      await dialog.getByRole('textbox', { name: /^Källa/ }).fill('Egen räkning')
      await dialog.getByRole('button', { name: 'Rätta' }).click()
    }
    const { on } = (await desk.office.budget(year)).keys[0]!.bases[0]!
    const set = (inhabitants: number) => desk.office.setPopulation(year, codes.Åre, on, inhabitants)
    await meanwhile(
      () => correct('12300'),
      () => set(12280),
    )
    await button('1 konflikt').click()
    expect(await plain(sheet.notice)).toMatch(/Ditt värde 12 300 .+ Värdet nu 12 280 Du, i dag/)
    await shot('conflict-population')
    await sheet.page.keyboard.press('b')
    await sheet.isSaved()
    expect(await sheet.text('population', 'Åre')).toBe('12 300')
  })
})
