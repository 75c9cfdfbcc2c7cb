import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { raiseStage, type Stage } from './browser.ts'
import { openSheet, OtherOffice, type SheetPage } from './sheet.ts'
import { complaintsOf } from './visit.ts'

/** Every key and gesture that moves or selects, by its name. The lines are 1 to 5, the columns as on screen. */
let stage: Stage
let sheet: SheetPage
let page: Page
let office: OtherOffice
let year: number

beforeAll(async () => {
  stage = await raiseStage()
  office = new OtherOffice(stage.program)
  year = await office.copyBudget()
  sheet = await openSheet(stage, year)
  page = sheet.page
})
afterAll(async () => {
  expect(complaintsOf(page)).toEqual([])
  await stage.close()
})
beforeEach(() => page.keyboard.press('Escape'))

/** `months 3`, or `amount sum` in a row that stays in view. */
async function focused(): Promise<string> {
  return page.evaluate(() => {
    const cell = document.activeElement
    const row = cell?.closest('.ag-row')
    const isLine = row && !row.classList.contains('ag-row-pinned')
    const number = isLine ? Number(row.getAttribute('row-index')) + 1 : row?.getAttribute('row-id')
    return `${cell?.getAttribute('col-id')} ${number}`
  })
}

/** How many cells are selected, as a screen reader is told. */
async function selected(): Promise<number> {
  return page.locator('.ag-cell[aria-selected=true]').count()
}

async function stand(place: string): Promise<void> {
  const [, column = '', row = ''] = /^(.*) (\S+)$/.exec(place) ?? []
  const number = Number(row)
  await sheet.cell(Number.isNaN(number) ? (row as 'sum') : number, column).click()
}

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

const columns = 14 // description to Östersund, without the hidden ones

describe('keys that move', () => {
  it.each([
    ['ArrowRight', 'workload 2', ['ArrowRight'], 'months 2'],
    ['ArrowLeft', 'workload 2', ['ArrowLeft'], 'description 2'],
    ['ArrowUp to the rows above', 'workload 1', ['ArrowUp'], 'workload share'],
    ['ArrowDown to the rows below', 'workload 5', ['ArrowDown'], 'workload sum'],
    ['Home', 'amount 2', ['Home'], 'description 2'],
    ['End', 'amount 2', ['End'], 'share 2380 2'],
    ['Ctrl+Home', 'amount 2', ['Control+Home'], 'description 1'],
    ['Ctrl+Home twice', 'amount 2', ['Control+Home', 'Control+Home'], 'description population'],
    ['Ctrl+End', 'amount 2', ['Control+End'], 'share 2380 5'],
    ['Ctrl+End twice', 'amount 2', ['Control+End', 'Control+End'], 'share 2380 change'],
    ['Ctrl+ArrowDown to the edge of data', 'months 1', ['Control+ArrowDown'], 'months 3'],
    ['Ctrl+ArrowDown over what is empty', 'months 3', ['Control+ArrowDown'], 'months 5'],
    ['Ctrl+ArrowUp', 'amount 5', ['Control+ArrowUp'], 'amount 1'],
    ['Ctrl+ArrowRight', 'amount 4', ['Control+ArrowRight'], 'share 2380 4'],
    ['Ctrl+ArrowLeft', 'amount 5', ['Control+ArrowLeft'], 'description 5'],
    ['PageDown', 'months 1', ['PageDown'], 'months 5'],
    ['PageUp', 'months 5', ['PageUp'], 'months 1'],
    ['Alt+PageDown', 'workload 2', ['Alt+PageDown'], 'share 2380 2'],
    ['Alt+PageUp', 'months 2', ['Alt+PageUp'], 'description 2'],
    ['Tab', 'months 2', ['Tab'], 'monthlyCost 2'],
    ['Shift+Tab', 'months 2', ['Shift+Tab'], 'workload 2'],
    ['Tab at the end of a row', 'share 2380 2', ['Tab'], 'description 3'],
    ['Enter', 'months 2', ['Enter'], 'months 3'],
    ['Shift+Enter', 'months 2', ['Shift+Enter'], 'months 1'],
    ['Enter after a run of Tabs', 'workload 1', ['Tab', 'Tab', 'Tab', 'Enter'], 'workload 2'],
  ] as const)('%s', async (_name, from, keys, to) => {
    await stand(from)
    await press(...keys)
    expect(await focused()).toBe(to)
    expect(await selected()).toBe(0)
  })

  it('Ctrl+Backspace shows the active cell again', async () => {
    await page.setViewportSize({ width: 700, height: 900 })
    await stand('months 2')
    await press('ArrowRight')
    await page.locator('.ag-grid-viewport').evaluate((element) => element.scrollTo({ left: 900 }))
    await press('Control+Backspace')
    await page.waitForFunction(() => {
      const { left } = document.activeElement!.getBoundingClientRect()
      return left > 0 && left < innerWidth
    })
    expect(await focused()).toBe('monthlyCost 2')
    await page.setViewportSize({ width: 1440, height: 900 })
  })
})

it('Home and Ctrl+Home scroll back beside the frozen columns', async () => {
  await page.setViewportSize({ width: 700, height: 900 })
  for (const key of ['Home', 'Control+Home']) {
    await stand('workload 2')
    await press('End', key)
    await page.waitForFunction(() => {
      const cell = document.querySelector('.ag-row[row-index="1"] [col-id="workload"]')
      const frozen = document.querySelector('.ag-row[row-index="1"] [col-id="description"]')
      if (!cell || !frozen) return false
      return cell.getBoundingClientRect().left >= frozen.getBoundingClientRect().right - 1
    })
  }
  await page.setViewportSize({ width: 1440, height: 900 })
})

it.each(['Control+Enter', 'Alt+Enter', 'Control+Shift+Enter'])(
  '%s does nothing where nothing is edited',
  async (key) => {
    await stand('months 2')
    await press(key)
    expect(await page.locator('.cell-editor').count()).toBe(0)
    expect(await focused()).toBe('months 2')
  },
)

describe('keys that select', () => {
  it.each([
    ['Shift+Arrows', 'workload 2', ['Shift+ArrowRight', 'Shift+ArrowDown'], 4],
    ['Shift+Arrows back', 'months 2', ['Shift+ArrowLeft', 'Shift+ArrowUp', 'Shift+ArrowUp'], 6],
    ['Ctrl+Shift+ArrowDown', 'months 1', ['Control+Shift+ArrowDown'], 3],
    ['Ctrl+Shift+ArrowRight', 'amount 1', ['Control+Shift+ArrowRight'], 10],
    ['Shift+Home', 'amount 1', ['Shift+Home'], 5],
    ['Shift+End', 'moneySource 1', ['Shift+End'], 8],
    ['Ctrl+Shift+End', 'share 2361 4', ['Control+Shift+End'], 4],
    ['Ctrl+Shift+End twice', 'share 2361 5', ['Control+Shift+End', 'Control+Shift+End'], 8],
    ['Ctrl+Shift+Home', 'workload 2', ['Control+Shift+Home'], 4],
    ['Ctrl+Shift+Home twice', 'workload 1', ['Control+Shift+Home', 'Control+Shift+Home'], 6],
    ['Shift+PageDown', 'months 2', ['Shift+PageDown'], 4],
    ['Shift+PageUp', 'months 3', ['Shift+PageUp'], 3],
    ['Ctrl+Space', 'months 3', ['Control+Space'], 5],
    ['Shift+Space', 'months 3', ['Shift+Space'], columns],
    ['Ctrl+A', 'months 3', ['Control+a'], 5 * columns],
    ['Ctrl+A twice', 'months 3', ['Control+a', 'Control+a'], 10 * columns],
    ['Shift+Backspace', 'months 3', ['Control+a', 'Shift+Backspace'], 0],
  ] as const)('%s', async (_name, from, keys, count) => {
    await stand(from)
    await press(...keys)
    expect(await selected()).toBe(count)
    expect(await focused()).toBe(from)
  })

  it('Cmd on a Mac', async () => {
    await stand('months 3')
    await press('Meta+a')
    expect(await selected()).toBe(5 * columns)
  })

  it('Tab and Enter go round in a range', async () => {
    await stand('workload 1')
    await press('Shift+ArrowRight', 'Shift+ArrowDown', 'Tab', 'Tab')
    expect(await focused()).toBe('workload 2')
    await press('Tab', 'Tab', 'Enter')
    expect(await focused()).toBe('workload 2')
    expect(await selected()).toBe(4)
  })
})

describe('the mouse', () => {
  it('selects by dragging', async () => {
    await sheet.cell(1, 'workload').hover()
    await page.mouse.down()
    await sheet.cell(3, 'monthlyCost').hover()
    await page.mouse.up()
    expect(await selected()).toBe(9)
    expect(await focused()).toBe('workload 1')
  })

  it('extends with Shift+click', async () => {
    await stand('workload 2')
    await sheet.cell(4, 'months').click({ modifiers: ['Shift'] })
    expect(await selected()).toBe(6)
    expect(await focused()).toBe('workload 2')
  })

  it('adds ranges with Ctrl+click', async () => {
    await stand('workload 1')
    await sheet.cell(3, 'months').click({ modifiers: ['Control'] })
    await sheet.cell(5, 'amount').click({ modifiers: ['Control'] })
    expect(await selected()).toBe(3)
    expect(await focused()).toBe('amount 5')
    await press('ArrowRight')
    expect(await selected()).toBe(0)
  })

  it('selects a column by its heading, several with Shift, and all by the corner', async () => {
    const heading = (column: string) => page.locator(`.ag-header-cell[col-id="${column}"]`)
    await heading('workload').click()
    expect(await selected()).toBe(5)
    await heading('monthlyCost').click({ modifiers: ['Shift'] })
    expect(await selected()).toBe(15)
    await heading('number').click()
    expect(await selected()).toBe(5 * columns)
    expect(await focused()).toBe('description 1')
  })

  it('selects columns by dragging over their headings, which stay where they are', async () => {
    const heading = (column: string) => page.locator(`.ag-header-cell[col-id="${column}"]`)
    const order = () =>
      page
        .locator('.ag-header-cell')
        .evaluateAll((all) =>
          all
            .toSorted((a, b) => a.getBoundingClientRect().x - b.getBoundingClientRect().x)
            .map((one) => one.getAttribute('col-id')),
        )
    const before = await order()
    await stand('months 3')
    await heading('workload').hover()
    await page.mouse.down()
    await heading('monthlyCost').hover()
    await page.mouse.up()
    expect(await selected()).toBe(15)
    expect(await focused()).toBe('workload 1')
    expect(await order()).toEqual(before)
  })

  it('tints the numbers and headings of what is selected', async () => {
    const crossed = () =>
      page
        .locator('.crossed')
        .evaluateAll((all) =>
          all.map((one) =>
            one.closest('.ag-row')?.getAttribute('row-id')
              ? one.textContent?.trim()
              : one.getAttribute('col-id'),
          ),
        )
    await stand('months 3')
    expect(await crossed()).toEqual(['months', '3'])
    await press('Shift+ArrowRight', 'Shift+ArrowDown')
    expect(await crossed()).toEqual(['months', 'monthlyCost', '3', '4'])
  })

  it('selects a row by its number, several by dragging', async () => {
    await sheet.cell(2, 'number').click()
    expect(await selected()).toBe(columns)
    await sheet.cell(2, 'number').hover()
    await page.mouse.down()
    await sheet.cell(4, 'number').hover()
    await page.mouse.up()
    expect(await selected()).toBe(3 * columns)
    expect(await focused()).toBe('description 2')
  })

  it('scrolls along at the edges', async () => {
    await page.setViewportSize({ width: 700, height: 900 })
    await sheet.cell(1, 'months').hover()
    await page.mouse.down()
    const box = await page.locator('.sheet-grid').boundingBox()
    await page.mouse.move(box!.x + box!.width - 4, box!.y + 120, { steps: 4 })
    await page.locator('.ag-cell[col-id="share 2380"][aria-selected=true]').first().waitFor()
    await page.mouse.up()
    expect(await focused()).toBe('months 1')
    await page.setViewportSize({ width: 1440, height: 900 })
  })
})

describe('one tab stop', () => {
  const inGrid = () => page.evaluate(() => document.activeElement?.closest('[role=grid]') !== null)

  it('F6 and Shift+F6 leave the sheet, Tab comes back to the same cell', async () => {
    await stand('months 3')
    await press('F6')
    expect(await inGrid()).toBe(false)
    await press('Shift+Tab')
    expect(await focused()).toBe('months 3')
    await press('Shift+F6')
    expect(await inGrid()).toBe(false)
    await press('Tab')
    expect(await focused()).toBe('months 3')
  })

  it('Tab leaves at the end, Shift+Tab at the beginning', async () => {
    await stand('months 3')
    await press('Control+End', 'Control+End', 'Tab')
    expect(await inGrid()).toBe(false)
    await stand('months 3')
    await press('Control+Home', 'Control+Home', 'Shift+Tab')
    expect(await inGrid()).toBe(false)
  })
})

describe('keys that edit', () => {
  it('Delete clears a range, and leaves alone what cannot be typed in', async () => {
    const copy = await office.copyBudget()
    const other = await openSheet(stage, copy)
    await other.cell(1, 'workload').click()
    for (const key of ['Shift+ArrowRight', 'Shift+ArrowDown', 'Delete'])
      await other.page.keyboard.press(key)
    await other.isSaved()
    const { lines } = await office.budget(copy)
    expect(lines.slice(0, 2).map(({ workload, months }) => [workload, months])).toEqual([
      [null, null],
      [null, null],
    ])
    expect(lines[0]!.monthlyCost).toBe('50000.00')
    await other.page.context().close()
  })

  it('Ctrl+Enter writes the same in all that is selected', async () => {
    const copy = await office.copyBudget()
    const other = await openSheet(stage, copy)
    await other.cell(1, 'months').click()
    for (const key of ['Shift+ArrowDown', 'Shift+ArrowDown', '5', 'Control+Enter'])
      await other.page.keyboard.press(key)
    await other.isSaved()
    const { lines } = await office.budget(copy)
    expect(lines.map(({ months }) => months)).toEqual(['5', '5', '5', null, '6'])
    await other.page.context().close()
  })

  it('Ctrl+; types the date of today in a text; Escape takes it back', async () => {
    const copy = await office.copyBudget()
    const other = await openSheet(stage, copy)
    const before = await other.text(2, 'description')
    await other.cell(2, 'description').click()
    for (const key of ['Control+;', 'Escape']) await other.page.keyboard.press(key)
    expect(await other.text(2, 'description')).toBe(before)
    for (const key of ['Control+;', 'Enter']) await other.page.keyboard.press(key)
    await other.isSaved()
    const description = (await office.budget(copy)).lines[1]!.description
    expect(description).toBe(
      await other.page.evaluate(() => new Date().toLocaleDateString('sv-SE')),
    )
    await other.page.context().close()
  })
})

it('a letter opens a list that Enter, Tab and Escape close, with nothing left of it', async () => {
  const list = page.locator('.cell-list')
  for (const column of ['keyId', 'moneySource'])
    for (const key of ['Escape', 'Enter', 'Tab']) {
      await stand(`${column} 2`)
      await press((await sheet.text(2, column)).slice(0, 1))
      await list.waitFor()
      expect(await list.count()).toBe(1)
      await press(key)
      await list.waitFor({ state: 'detached' })
      expect(await page.locator('.ag-popup-editor').count()).toBe(0)
    }
})

it('F1 and Ctrl+/ list every key', async () => {
  await stand('months 3')
  const help = sheet.dialog('Tangenter i arket')
  await press('F1')
  await help.getByText('Till kanten av det som är ifyllt', { exact: true }).waitFor()
  await help.getByText('Ctrl+Piltangent', { exact: true }).waitFor()
  await press('Escape')
  await help.waitFor({ state: 'detached' })
  await press('Control+/')
  await help.waitFor()
  await press('Escape')
  await help.waitFor({ state: 'detached' })
  expect(await focused()).toBe('months 3')
})
