import { ref } from 'vue'
import { describe, expect, it } from 'vitest'
import type { SheetColumn } from '../../grid/column.ts'
import { useVoice } from '../../budget/useVoice.ts'
import '../../text/every-word.ts'
import { momentOf } from './moment.ts'
import { changeNumber, nextMark, sinceMade, stopAt } from './stops.ts'
import { withNow } from './with-now.ts'

describe('a moment in an address', () => {
  it('is a change, a version or the end of a day', () => {
    expect(momentOf({ pa: '118' })).toEqual({ sequence: 118 })
    expect(momentOf({ version: 'abc' })).toEqual({ version: 'abc' })
    const { time } = momentOf({ datum: '2022-06-03' })!
    expect(new Date(time!).getTime()).toBe(new Date('2022-06-03T23:59:59.999').getTime())
    expect(Date.parse(momentOf({ datum: '2999-01-01' })!.time!)).toBeLessThanOrEqual(Date.now())
  })

  it('is none where it cannot be read', () => {
    for (const query of [{}, { pa: 'x' }, { pa: '-1' }, { datum: 'i går' }, { version: '' }])
      expect(momentOf(query)).toBeUndefined()
  })
})

describe('the way through the changes', () => {
  const stops = [3, 7, 8].map((sequence) => ({ sequence }))

  it('stands at the newest change that had been made', () => {
    expect([2, 3, 5, 8, 99].map((at) => stopAt(stops, at))).toEqual([-1, 0, 0, 2, 2])
  })

  it('goes to the next version on either side', () => {
    expect(nextMark([7, 3], 5, 'newer')).toBe(7)
    expect(nextMark([7, 3], 7, 'older')).toBe(3)
    expect(nextMark([7, 3], 7, 'newer')).toBeUndefined()
  })
})

describe('what differs from now', () => {
  const column = (id: string, exact: string, text = exact): SheetColumn => ({
    id,
    heading: '',
    align: 'end',
    width: 1,
    cell: () => ({ text, editable: false }),
    content: () => ({ kind: 'number', exact }),
    editor: () => undefined,
  })
  const number = column('number', '1')
  const marked = (then: SheetColumn, now: SheetColumn, wanted = true) =>
    withNow([then], [now, number], ref(wanted), useVoice())[0]!.cell('line-1')

  it('is marked, and says what stands there now', () => {
    const cell = marked(column('amount', '10'), column('amount', '12'))
    expect(cell.look).toBe('differs')
    expect(cell.title).toContain('12')
  })

  it('is not what is only written otherwise, nor anything when nobody wants it', () => {
    expect(marked(column('amount', '10'), column('amount', '10', '10,00')).look).toBeUndefined()
    expect(marked(column('amount', '10'), column('amount', '12'), false).look).toBeUndefined()
  })
})

describe('the changes of a budget', () => {
  const log = [
    { sequence: 3, entity: 'Agreement', field: '+', batch: 'a' },
    { sequence: 4, entity: 'Budget', field: '+', batch: 'b' },
    { sequence: 5, entity: 'DistributionKey', field: '+', batch: 'b' },
    { sequence: 9, entity: 'BudgetLine', field: '+', batch: 'c' },
  ]

  it('are offered from when there was one', () => {
    expect(sinceMade(log).map(({ sequence }) => sequence)).toEqual([5, 9])
    expect(sinceMade(log.slice(3))).toEqual(log.slice(3))
  })

  it('have the number that the log gave them', () => {
    expect(changeNumber(log, { sequence: 7 })).toBe(5)
    expect(changeNumber(log, { sequence: 2 })).toBe(2)
  })
})
