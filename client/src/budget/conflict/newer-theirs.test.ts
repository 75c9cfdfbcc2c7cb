import { describe, expect, it } from 'vitest'
import type { Held } from '../saving/outbox.ts'
import type { Edit } from '../sheet/edit.ts'
import { sheetAnswer, withLineAnswer } from '../sheet/example.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import { isBehind, newerObjection } from './newer-theirs.ts'

const sheet = readSheet(sheetAnswer)
const noon = '2022-06-03T12:00:00Z'
const part = (edit: Edit, currentVersion: number) => {
  const told = { by: 'Kim', byId: 'person-kim', at: '2022-06-03T10:00:00Z' }
  const one: Held = {
    id: 'cell',
    entry: { edit, based: { version: 1, values: {} } },
    objection: { kind: 'conflict', currentVersion, current: null, ...told },
  }
  return { heldId: 'cell', one }
}
const change = (entityId: string, field: string, actor: string, whole: object | null = null) => ({
  entity: 'BudgetLine',
  entityId,
  field,
  before: field === '-' ? whole : null,
  after: field === '-' ? null : whole,
  actor,
  actorId: `person ${actor}`,
  at: noon,
})

describe('what a closed tab left', () => {
  const left = (edit: Edit, values: Record<string, string>) => {
    const entry = { edit, based: { version: 1, values } }
    return { heldId: '', one: { id: 'cell', entry, objection: { kind: 'left' } } as const }
  }
  const edit: Edit = { kind: 'setLine', lineId: 'line-33', fields: { months: 40 } }
  const now = readSheet(withLineAnswer(sheetAnswer, 'line-33', { months: '3', version: 7 }))

  it('is overtaken where somebody has written since, and nowhere else', () => {
    expect(isBehind(left(edit, { months: '30' }), now)).toBe(false) // another cell of the line
    const part = left(edit, { months: '65' })
    expect(isBehind(part, now)).toBe(true)
    const objection = newerObjection(part, [change('line-33', 'months', 'Eva')], now, {})
    expect(objection).toMatchObject({ kind: 'conflict', by: 'Eva', currentVersion: 7 })
  })

  it('is not when it is new itself, or only moves a line', () => {
    expect(
      isBehind(left({ kind: 'moveLine', lineId: 'line-33', afterLineId: null }, {}), now),
    ).toBe(false)
    const key = sheet.keys['key-1']!
    expect(isBehind(left({ kind: 'addKey', keyId: 'ours', key }, {}), now)).toBe(false)
  })
})

describe('a conflict', () => {
  const edit: Edit = { kind: 'setLine', lineId: 'line-33', fields: { months: 40 } }

  it('is behind once the line has a newer version, and then tells of who wrote that field last', () => {
    expect(isBehind(part(edit, 1), sheet)).toBe(false)
    const now = readSheet(withLineAnswer(sheetAnswer, 'line-33', { months: '3', version: 7 }))
    expect(isBehind(part(edit, 1), now)).toBe(true)
    const changes = [
      change('line-33', 'months', 'Bo'),
      change('line-33', 'months', 'Eva'),
      change('line-33', 'note', 'Ulf'),
      change('line-rent', 'months', 'Per'),
    ]
    const objection = newerObjection(part(edit, 1), changes, now, {})
    expect(objection).toMatchObject({ kind: 'conflict', by: 'Eva', at: noon, currentVersion: 7 })
    expect(isBehind({ heldId: '', one: part(edit, 7).one }, now)).toBe(false)
  })

  it('with a removed line knows how that was, so that it can come back', () => {
    const gone: Edit = { ...edit, lineId: 'line-gone' }
    const logged = {
      place: 'a',
      description: 'Hyra',
      months: '6.5',
      monthlyCost: '5000.00',
      amount: null,
      keyId: 'key-1',
    }
    const changes = [change('line-gone', 'months', 'Bo'), change('line-gone', '-', 'Eva', logged)]
    expect(isBehind(part(gone, 1), sheet)).toBe(true)
    const objection = newerObjection(part(gone, 1), changes, sheet, { ours: 'key-1' })
    const line = { id: 'line-gone', description: 'Hyra', months: 65, monthlyCost: 500_000 }
    expect(objection).toMatchObject({
      kind: 'removed',
      by: 'Eva',
      line: { ...line, keyId: 'ours' },
    })
    expect(objection).not.toHaveProperty('line.place')
  })

  it('about inhabitants is one of their place and day', () => {
    const { on, municipality } = sheetAnswer.populations[0]!
    const figure = { kind: 'setPopulation', on, inhabitants: 1, source: '', note: null } as const
    const revision = (code: string, actor: string) => ({
      ...change('figure', '+', actor, { municipality: code, on }),
      entity: 'PopulationFigure',
    })
    const changes = [revision(municipality.code, 'Eva'), revision('0000', 'Bo')]
    const asked = part({ ...figure, code: municipality.code }, 0)
    expect(newerObjection(asked, changes, sheet, {})).toMatchObject({ by: 'Eva' })
  })
})
