import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { objections } from './axe.ts'
import { Desk } from './desk.ts'
import { openSheet } from './sheet.ts'

const desk = Desk.forFile()

/** The row and the column of the cell that has the focus. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const cell = document.activeElement
    const name = cell?.closest('.ag-row')?.querySelector('[col-id=description]')?.textContent ?? ''
    return `${name.trim()}: ${cell?.getAttribute('col-id')}`
  })

describe('the address of a cell', () => {
  it('opens the sheet at it, and is followed within the sheet', async () => {
    const { lines } = await desk.office.budget(2022)
    const { page } = await openSheet(desk.stage, 2022, { width: 900, height: 500 })
    const path = '/samverkan/familjehemscentrum/2022'
    const query = new URLSearchParams({ rad: lines[4]!.id, kolumn: '2380' })
    await page.goto(`${path}?${query}`)
    await expect.poll(() => focused(page)).toBe('Resursförstärkning, handläggare: share 2380')
    const box = await page.locator(':focus').boundingBox()
    expect(box!.x + box!.width).toBeLessThanOrEqual(900)
    expect(await page.getByText('Cellen visas inte nu').count()).toBe(0)

    await page.goto(`${path}?rad=summa&kolumn=belopp`)
    await expect.poll(() => focused(page)).toBe('Summa: amount')
    await page.goBack()
    await expect.poll(() => focused(page)).toBe('Resursförstärkning, handläggare: share 2380')
  })

  it('shows a column that is shown only when asked for', async () => {
    const { lines } = await desk.office.budget(2022)
    const page = await desk.stage.visit()
    const query = new URLSearchParams({ rad: lines[0]!.id, kolumn: 'anteckning' })
    await page.goto(`/samverkan/familjehemscentrum/2022?${query}`)
    await expect.poll(() => focused(page)).toBe('Handläggare: note')
  })

  it('says when the line is gone', async () => {
    const page = await desk.stage.visit()
    await page.goto('/samverkan/familjehemscentrum/2022?rad=borta&kolumn=belopp')
    await page
      .getByRole('status')
      .getByText('Raden som länken leder till finns inte längre.')
      .waitFor()
  })
})

describe('Go to', () => {
  it('says when the cell is not shown', async () => {
    const { lines } = await desk.office.budget(2022)
    const { page } = await openSheet(desk.stage, 2022)
    // a difference is shown only where every share is rounded by itself
    const query = new URLSearchParams({ rad: lines[0]!.id, kolumn: 'avrundning' })
    await page.goto(`/samverkan/familjehemscentrum/2022?${query}`)
    await page.getByRole('status').getByText('Cellen visas inte nu').waitFor()
  })

  it('takes a number and a name with the keyboard alone, and asks again when it finds nothing', async () => {
    const { sheet, page } = await openSheet(desk.stage, 2022).then((open) => ({
      sheet: open,
      page: open.page,
    }))
    await sheet.cell(2, 'amount').click()
    await page.keyboard.press('Control+g')
    const dialog = page.getByRole('dialog', { name: 'Gå till' })
    await dialog.waitFor()
    await page.keyboard.type('9 ragunda')
    await page.keyboard.press('Enter')
    await dialog.getByRole('alert').getByText('Det finns ingen rad 9.').waitFor()
    expect(await objections(page)).toEqual([])
    await page.keyboard.press('Control+a')
    await page.keyboard.type('5 ragu')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('Resursförstärkning, handläggare: share 2303')
    expect(await dialog.count()).toBe(0)

    await page.keyboard.press('F5')
    await dialog.waitFor()
    await page.keyboard.type('1')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('Handläggare: share 2303')

    await page.keyboard.press('Control+g')
    await dialog.waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => focused(page)).toBe('Handläggare: share 2303')
  })
})
