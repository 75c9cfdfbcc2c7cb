import { describe, expect, it } from 'vitest'
import { emptyOutbox, type Outbox } from './outbox.ts'
import { tabsWithUnsent, unsentStore } from './unsent-store.ts'

const unsent: Outbox = {
  ...emptyOutbox,
  waiting: [
    {
      id: 'step',
      kind: 'removeLine',
      entries: [{ edit: { kind: 'removeLine', lineId: 'a' }, based: { version: 1, values: {} } }],
    },
  ],
}

/** The browser's storage: a map whose keys are properties, as `Object.keys` sees them. */
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

const at = (tab: string) => ({ tab, person: 'person' })

describe('unsentStore', () => {
  it('gives back what is unsent, and holds nothing once all is saved', () => {
    const storage = newStorage()
    const store = unsentStore(storage, 'budget', at('tab'))
    expect(store.read()).toEqual(emptyOutbox)
    store.write(unsent)
    expect(unsentStore(storage, 'budget', at('tab')).read()).toEqual(unsent)
    store.write(emptyOutbox)
    expect(Object.keys(storage)).toEqual([])
  })

  it('keeps tabs and budgets apart', () => {
    const storage = newStorage()
    unsentStore(storage, 'budget', at('tab')).write(unsent)
    expect(unsentStore(storage, 'budget', at('other')).read()).toEqual(emptyOutbox)
    expect(unsentStore(storage, 'other', at('tab')).read()).toEqual(emptyOutbox)
    const somebodyElse = { tab: 'tab', person: 'other' }
    expect(unsentStore(storage, 'budget', somebodyElse).read()).toEqual(emptyOutbox)
    expect(tabsWithUnsent(storage, 'budget', 'other')).toEqual([])
    expect(tabsWithUnsent(storage, 'budget', 'person')).toEqual(['tab'])
  })

  it('leaves alone what it cannot read', () => {
    const storage = newStorage()
    storage.setItem('andel.unsent budget person tab', '{"form":0}')
    expect(unsentStore(storage, 'budget', at('tab')).read()).toEqual(emptyOutbox)
    storage.setItem('andel.unsent budget person tab', 'nonsense')
    expect(unsentStore(storage, 'budget', at('tab')).read()).toEqual(emptyOutbox)
  })
})

describe('what an older version stored', () => {
  const based = { version: 1, values: {} }
  const edit = { kind: 'removeLine', lineId: 'a' }
  const input = { removeLine: { lineId: 'a', version: 1 } }

  it('goes on as steps: sent the very same, the rest one by one', () => {
    const storage = newStorage()
    const entries = [{ edit, based }]
    const sending = { mutationKey: 'key', entries, inputs: [input] }
    const waiting = [
      { edit, based },
      { edit, based },
    ]
    const outbox = { ids: { ours: 'theirs' }, sending, waiting, held: [] }
    storage.setItem('andel.unsent budget person tab', JSON.stringify({ form: 1, outbox }))
    const read = unsentStore(storage, 'budget', at('tab')).read()
    expect(read).toMatchObject({
      ids: { ours: 'theirs' },
      sending: { mutationKey: 'key', inputs: [input], step: { id: 'key', entries } },
      waiting: [{ entries }, { entries }],
    })
    expect(read.waiting[0]!.id).not.toBe(read.waiting[1]!.id)
  })
})
