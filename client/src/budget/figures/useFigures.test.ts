import { ore } from '@andel/schema/money'
import { describe, expect, it } from 'vitest'
import { shallowRef } from 'vue'
import type { Edit } from '../sheet/edit.ts'
import { sheetAnswer } from '../sheet/example.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import { changedLines } from './sheet-view.ts'
import { useFigures } from './useFigures.ts'

const committed = readSheet(sheetAnswer)
const setRent = (amount: number): Edit => ({
  kind: 'setLine',
  lineId: 'line-rent',
  fields: { amount: ore(amount) },
})

function open() {
  const pending = shallowRef<readonly Edit[]>([])
  const truth = shallowRef(committed)
  return { pending, truth, ...useFigures({ committed: truth, pending }) }
}

describe('useFigures', () => {
  it('counts in what is being typed, and forgets it when it is given up', () => {
    const { draft, shown, saved } = open()
    expect(shown.value.figures.total).toBe(42_000_000)
    const before = [...shown.value.figures.totals]
    draft.value = setRent(24_000_000)
    expect(shown.value.figures.total).toBe(54_000_000)
    expect(saved.value.figures.total).toBe(42_000_000)
    draft.value = undefined
    expect([...shown.value.figures.totals]).toEqual(before)
  })

  it('counts in what is sent and not answered, with the draft on top', () => {
    const { draft, pending, shown, meant } = open()
    pending.value = [setRent(10_000_000)]
    draft.value = { kind: 'setLine', lineId: 'line-33', fields: { months: 120 } }
    expect(shown.value.figures.total).toBe(70_000_000)
    expect(meant.value.figures.total).toBe(40_000_000)
  })

  it('keeps a line that is typed in where it stands, until that is over', () => {
    const { draft, kept, truth, shown } = open()
    const ids = () => shown.value.sheet.lines.map(({ id }) => id)
    expect(ids()).toEqual(['line-33', 'line-rent'])
    kept.value = 'line-33'
    truth.value = { ...committed, lines: committed.lines.slice(1) }
    expect(ids()).toEqual(['line-33', 'line-rent'])
    draft.value = { kind: 'setLine', lineId: 'line-33', fields: { months: 120 } }
    expect(shown.value.figures.total).toBe(72_000_000)
    draft.value = undefined
    kept.value = undefined
    expect(ids()).toEqual(['line-rent'])
  })

  it('calculates the line that is typed in and no other', () => {
    const { draft, shown } = open()
    const before = shown.value
    draft.value = setRent(24_000_000)
    expect(changedLines(before, shown.value)).toEqual(['line-rent'])
    expect(shown.value.rows.get('line-33')!.figures).toBe(before.rows.get('line-33')!.figures)
  })

  it('shows öre everywhere once a figure has any, but not for what is being typed', () => {
    const { draft, pending, shown } = open()
    expect(shown.value.withOre).toBe(false)
    draft.value = setRent(12_050)
    expect(shown.value.withOre).toBe(false)
    pending.value = [setRent(12_050)]
    expect(shown.value.withOre).toBe(true)
    draft.value = setRent(12_000_000)
    expect(shown.value.withOre).toBe(true)
    pending.value = []
    draft.value = undefined
    expect(shown.value.withOre).toBe(false)
  })

  it('keeps the figures of before when the whole budget cannot be calculated', () => {
    const { draft, shown } = open()
    const before = shown.value.figures
    draft.value = setRent(Number.MAX_SAFE_INTEGER)
    expect(shown.value.fault?.code).toBe('BAD_AMOUNT')
    expect(shown.value.figures).toBe(before)
    draft.value = undefined
    expect(shown.value.fault).toBeUndefined()
  })

  it('shows what is wrong with a line as part of it', () => {
    const { draft, shown } = open()
    draft.value = { kind: 'setLine', lineId: 'line-33', fields: { months: 130 } }
    expect(shown.value.rows.get('line-33')!.figures!.fault?.code).toBe('BAD_MONTHS')
    expect(shown.value.figures.total).toBe(12_000_000)
  })
})
