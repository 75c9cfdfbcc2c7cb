import { expect, it } from 'vitest'
import { emptyOutbox } from '../budget/saving/outbox.ts'
import { unsentStore } from '../budget/saving/unsent-store.ts'
import { stepStore } from '../budget/steps/step-store.ts'
import { draftStore } from '../drafts/draft-store.ts'
import { keptWork } from '../explorer/kept/kept-work.ts'
import { countUnsaved, forgetPerson } from './kept-here.ts'

/** The browser's storage: what is kept are properties of it, as `Object.keys` sees them. */
function newStorage(): Storage {
  const methods: object & ThisType<Record<string, string>> = {
    getItem(place: string) {
      return Object.hasOwn(this, place) ? this[place] : null
    },
    setItem(place: string, text: string) {
      this[place] = text
    },
    removeItem(place: string) {
      Reflect.deleteProperty(this, place)
    },
  }
  return Object.create(methods) as Storage
}

const held = (id: string) => ({
  id,
  text: 'abc',
  objection: { kind: 'refused', code: 'FORBIDDEN' } as const,
})

it('counts what somebody has not saved, and forgets that and nobody else’s', () => {
  const storage = newStorage()
  storage.setItem('andel.theme', 'dark')
  for (const person of ['me', 'you']) {
    for (const tab of ['one', 'two']) {
      const store = unsentStore(storage, 'budget', { tab, person })
      store.write({ ...emptyOutbox, held: [held('a'), held('b')] })
    }
    const step = { id: 's', kind: 'type', at: '', undone: false, batch: 's', flips: [] } as const
    stepStore(storage, 'budget', person).write([step], {})
  }
  const draft = { kind: 'value', value: '1', before: '2', version: 1 } as const
  draftStore(storage, 'andel.drafts populations').write(new Map([['a', draft]]))
  keptWork(storage).writeWork({ query: '{ viewer { name } }', variables: '' })
  expect(countUnsaved(storage, 'me')).toBe(5)

  forgetPerson(storage, 'me')
  expect(countUnsaved(storage, 'me')).toBe(0)
  expect(Object.keys(storage).toSorted()).toEqual([
    'andel.steps budget you',
    'andel.theme',
    'andel.unsent budget you one',
    'andel.unsent budget you two',
  ])
})
