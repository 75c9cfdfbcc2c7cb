import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { seedSheet } from '../bench/sheet/seed.ts'
import { startProduct, temporaryFolder } from '../product.ts'
import { objections } from './axe.ts'
import { Desk } from './desk.ts'
import { EditGate } from './sheet.ts'
import { signIn, type Visit } from './visit.ts'

const desk = Desk.forFile()

const reinforcement = 5

async function openCopy(visit?: Visit) {
  return desk.openCopy(visit)
}

const strip = (page: Page) => page.getByRole('region', { name: /^Ändring mot sparat/ })

async function effects(page: Page): Promise<string[]> {
  const items = await strip(page).getByRole('listitem').allTextContents()
  return items.map((text) => text.replace(/\s+/g, ' ').trim())
}

/** What was said aloud last of shares that changed. */
async function said(page: Page): Promise<string> {
  const regions = await page.locator('[aria-live=polite].visually-hidden').allTextContents()
  const about = regions.find((text) => /ändrad|changed/.test(text)) ?? ''
  return about.replace(/\s+/g, ' ').trim()
}

describe('the effect of what is not saved', () => {
  it('stands above the grid from the first keystroke until it is saved, and moves nothing', async () => {
    const { sheet, page } = await openCopy()
    const gate = await EditGate.at(page)
    gate.hold()
    const top = () => page.getByRole('grid').evaluate((grid) => grid.getBoundingClientRect().top)
    const before = await top()
    expect(await strip(page).textContent()).toContain('ingen ändring')

    await sheet.type(reinforcement, 'monthlyCost', '55000')
    expect(await effects(page)).toEqual([
      'Totalt +30 000 (+0,24)',
      'Ragunda +1 260 (+0,24)',
      'Bräcke +1 470 (+0,24)',
      'Krokom +3 690 (+0,24)',
      'Strömsund +2 760 (+0,24)',
      'Åre +2 940 (+0,24)',
      'Härjedalen +2 430 (+0,24)',
      'Östersund +15 450 (+0,24)',
    ])
    expect(await top()).toBe(before)
    await page.keyboard.press('Enter')
    expect((await effects(page))[0]).toBe('Totalt +30 000 (+0,24)')
    await gate.release()
    await strip(page).getByText('ingen ändring').waitFor()
    expect(await top()).toBe(before)
  })

  it('has öre where there are any, signs for down, and goes with Escape', async () => {
    const { sheet, page } = await openCopy()
    await sheet.type(reinforcement, 'monthlyCost', '49999,50')
    expect((await effects(page))[0]).toBe('Totalt −3 (−0,00)')
    expect((await effects(page))[1]).toBe('Ragunda −0,13 (−0,00)')
    await page.keyboard.press('Escape')
    await strip(page).getByText('ingen ändring').waitFor()
  })

  it('passes axe while it shows something, and scrolls sideways with the keyboard', async () => {
    const { sheet, page } = await openCopy({ width: 390, height: 844, theme: 'dark' })
    const gate = await EditGate.at(page)
    gate.hold()
    await sheet.enter(4, 'amount', '-1000000')
    await strip(page).getByText('Totalt').waitFor()
    expect(await objections(page, '.effect-strip')).toEqual([])
    await strip(page).focus()
    for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight')
    await expect.poll(() => strip(page).evaluate((row) => row.scrollLeft)).toBeGreaterThan(0)
    await gate.release()
  })
})

describe('the effect on many participants', () => {
  it('is the total and the five largest changes, the rest on demand', async () => {
    const data = await temporaryFolder()
    const path = await seedSheet(data.path, { lines: 3, participants: 40 })
    const product = await startProduct({ DATA_DIR: data.path })
    const context = await desk.stage.browser.newContext({
      baseURL: product.address,
      locale: 'sv-SE',
    })
    onTestFinished(async () => {
      await context.close()
      await product.end()
      await data.remove()
    })
    await signIn(context, product)
    const page = await context.newPage()
    await page.goto(path)
    await page.locator('.ag-row[row-index="1"] [col-id="amount"]').click()
    await page.keyboard.type('100000')
    expect(await effects(page)).toHaveLength(6)
    const height = await strip(page).evaluate((row) => row.clientHeight)
    await strip(page).getByRole('button', { name: 'Visa alla 40' }).click()
    expect(await effects(page)).toHaveLength(41)
    expect(await strip(page).evaluate((row) => row.clientHeight)).toBe(height)
  }, 30_000)
})

describe('what a recalculation did is said', () => {
  it('once an edit is committed, not while it is typed', async () => {
    const { sheet, page } = await openCopy()
    await sheet.type(reinforcement, 'monthlyCost', '55000')
    expect(await said(page)).toBe('')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => said(page))
      .toBe('Östersund 169 950 kronor, upp 15 450; 7 andelar ändrade, radens summa 330 000.')
    await sheet.isSaved()
    await sheet.enter(reinforcement, 'monthlyCost', '50000')
    await expect.poll(() => said(page)).toContain('Östersund 154 500 kronor, ned 15 450;')
  })

  it('together with what was done to the line, and in English', async () => {
    const { sheet, page } = await openCopy({ language: 'en' })
    await sheet.cell(reinforcement, 'amount').click()
    await page.keyboard.press('Control+Delete')
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await expect
      .poll(() => said(page))
      .toMatch(/^The line was removed\. Östersund 2 224 800 kronor, down 154 500; 7 shares changed/)
  })
})
