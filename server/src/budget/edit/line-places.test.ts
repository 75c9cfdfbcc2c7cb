import { changeSection, inSections, putLine } from '@andel/schema/budget'
import { expect, it } from 'vitest'
import type { BudgetLine } from '../budget-line.entity.ts'
import { placesFor } from './line-places.ts'

interface Line {
  id: string
  section: string
  place: string
}

/** The same numbers each time. */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

it('places sort as the sheet stands, whatever is put, moved and given a section', () => {
  const next = random(33)
  const section = (): string => ['', 'A', 'B', 'C', 'D'][next(5)]!
  let sheet: Line[] = []
  const settle = (wanted: Line[], line: Line): void => {
    const places = placesFor(wanted as unknown as BudgetLine[], line as BudgetLine)
    for (const [moved, place] of places) moved.place = place
    sheet = wanted
  }
  for (let step = 0; step < 4000; step++) {
    const line = sheet[next(sheet.length || 1)]
    const after = next(4) === 0 ? null : (sheet[next(sheet.length || 1)]?.id ?? null)
    if (!line || (next(3) === 0 && sheet.length < 60)) {
      const added = { id: `${step}`, section: section(), place: '' }
      settle(putLine(sheet, added, after), added)
    } else if (next(2) === 0) {
      if (after !== line.id) settle(putLine(sheet, line, after), line)
    } else {
      const was = sheet.map(({ id, section: name }) => ({ id, section: name }))
      line.section = section()
      const order = changeSection(was, { id: line.id, section: line.section })
      settle(
        order.map(({ id }) => sheet.find((one) => one.id === id)!),
        line,
      )
    }
    const places = sheet.map(({ place }) => place)
    expect(places).toEqual([...new Set(places)].toSorted())
    expect(inSections(sheet)).toEqual(sheet)
  }
})
