import { describe, expect, it } from 'vitest'
import { aboutToSend, commentDraftPlaces, commentDrafts } from './comment-drafts.ts'

/** A browser's storage, with its entries as properties. */
function storageWith(entries: Record<string, string> = {}): Storage {
  const storage = { ...entries } as unknown as Storage
  const own = (value: unknown) => ({ value, enumerable: false })
  return Object.defineProperties(storage, {
    getItem: own((place: string) => (storage[place] as string | undefined) ?? null),
    setItem: own((place: string, text: string) => void (storage[place] = text)),
    removeItem: own((place: string) => void Reflect.deleteProperty(storage, place)),
  })
}

describe('what is being written', () => {
  it('is kept by person and place until there is nothing left of it', () => {
    const storage = storageWith()
    const mine = commentDrafts(storage, 'budget', 'me')
    mine.write('thread', { text: 'Halv' })
    expect(commentDrafts(storage, 'budget', 'me').read('thread')).toEqual({ text: 'Halv' })
    expect(commentDrafts(storage, 'budget', 'you').read('thread')).toEqual({ text: '' })
    expect(commentDraftPlaces(storage, 'me')).toHaveLength(1)
    expect(commentDraftPlaces(storage, 'you')).toEqual([])
    mine.write('thread', { text: ' ' })
    expect(commentDraftPlaces(storage, 'me')).toEqual([])
  })

  it('is sent again under the same id as long as it says the same', () => {
    const first = aboutToSend({ text: 'Hej' })
    expect(aboutToSend(first)).toEqual(first)
    expect(aboutToSend({ ...first, text: 'Hej!' }).sent.id).not.toBe(first.sent.id)
  })

  it('is nothing when what is stored cannot be read', () => {
    const storage = storageWith({ 'andel.comment budget me thread': '{"text":1' })
    expect(commentDrafts(storage, 'budget', 'me').read('thread')).toEqual({ text: '' })
  })
})
