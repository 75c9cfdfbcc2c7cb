import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, shallowRef } from 'vue'
import { i18n } from '../../text/i18n.ts'
import { useFigures } from '../figures/useFigures.ts'
import type { OpenSheet } from '../open-sheet.ts'
import { sheetAnswer } from '../sheet/example.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import { useVoice } from '../useVoice.ts'
import type { Change } from './change.ts'
import { PersonColours } from './person-colours.ts'
import { useTold } from './useTold.ts'
import '../../text/every-word.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function open() {
  i18n.global.locale.value = 'sv'
  const figures = useFigures({
    committed: shallowRef(readSheet(sheetAnswer)),
    pending: shallowRef([]),
  })
  const sheet = { figures, saving: { ids: shallowRef({}) } } as unknown as OpenSheet
  const said: string[] = []
  const own = shallowRef<ReadonlySet<string>>(new Set())
  const told = effectScope().run(() =>
    useTold({
      sheet,
      voice: useVoice(),
      colours: new PersonColours(),
      me: () => 'person-me',
      own: () => own.value,
      say: (sentence) => said.push(sentence),
    }),
  )!
  const cells = () =>
    [...told.flashes.value.values()].map(({ place, name }) => `${name} ${place.column}`)
  return { told, said, cells, own }
}

const change = (actor: string, field: string): Change => ({
  sequence: 8,
  entity: 'BudgetLine',
  entityId: 'line-rent',
  version: 5,
  field,
  before: '',
  after: '',
  at: '2022-06-03T08:00:00Z',
  actor,
  actorId: `person-${actor}`,
  batch: 'b',
})

it('shows for some seconds what others wrote, and not what whoever looks wrote elsewhere', () => {
  const { told, cells } = open()
  told.tell([change('me', 'note'), change('Kim', 'amount')])
  vi.advanceTimersByTime(3000)
  told.tell([change('Bo', 'months')])
  expect(cells()).toEqual(['Kim amount', 'Bo months'])
  vi.advanceTimersByTime(3000)
  expect(cells()).toEqual(['Bo months'])
  vi.advanceTimersByTime(3000)
  expect(cells()).toEqual([])
})

it('is fresh for as long again when the same cell is written in once more', () => {
  const { told, cells } = open()
  told.tell([change('Kim', 'amount')])
  vi.advanceTimersByTime(3000)
  told.tell([change('Kim', 'amount')])
  vi.advanceTimersByTime(3000)
  expect(cells()).toEqual(['Kim amount'])
})

it('says what each of them did, gathered in one sentence', () => {
  const { told, said } = open()
  told.tell([change('Kim', 'amount'), change('Kim', 'amountFormula')])
  told.tell([change('Bo', 'months')])
  told.tell([change('Kim', 'note')])
  expect(said).toEqual([])
  vi.runAllTimers()
  expect(said).toEqual(['Kim ändrade 2 celler.', 'Bo ändrade månader på rad 2.'])
})

it('puts nobody else’s name on what whoever looks wrote, now or once it is stored', () => {
  const { told, cells, own, said } = open()
  own.value = new Set(['line-rent months'])
  told.tell([change('Kim', 'months'), change('Kim', 'amount')])
  expect(cells()).toEqual(['Kim amount'])
  own.value = new Set(['line-rent amount'])
  expect(cells()).toEqual([])
  own.value = new Set()
  expect(cells()).toEqual([])
  vi.runAllTimers()
  expect(said).toHaveLength(1)
})
