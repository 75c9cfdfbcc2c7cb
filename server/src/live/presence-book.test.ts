import 'reflect-metadata'
import { expect, it } from 'vitest'
import { LocalBell } from '../bell/bell.ts'
import { PresenceBook } from './presence-book.ts'

const page = { client: 'page', budget: 'budget', person: 'ada', typing: false, left: false }

it('keeps a page that has come back through another process before the first has noticed', async () => {
  const bell = new LocalBell()
  using first = new PresenceBook(bell)
  using second = new PresenceBook(bell)
  const cut = first.listen('budget', 'ada', 'page')!
  second.listen('budget', 'ada', 'page')
  await cut.return!()
  for (const process of [first, second]) expect(process.move({ ...page, cell: null })).toBe(true)
})

it('takes no page for that of somebody else', () => {
  using book = new PresenceBook(new LocalBell())
  book.listen('budget', 'ada', 'page')
  expect(book.listen('budget', 'eve', 'page')).toBeUndefined()
  expect(book.move({ ...page, person: 'eve', cell: null })).toBe(false)
  expect(book.move({ ...page, budget: 'other', cell: null })).toBe(false)
})

it('takes twenty pages of one person, and three streams of a page', async () => {
  using book = new PresenceBook(new LocalBell())
  const streams = Array.from({ length: 20 }, (_, at) => book.listen('budget', 'ada', `page ${at}`))
  expect(streams).not.toContain(undefined)
  expect(book.listen('budget', 'ada', 'page 20')).toBeUndefined()
  expect(book.listen('budget', 'eve', 'page 20')).toBeDefined()
  for (const more of [true, true, false])
    expect(book.listen('budget', 'ada', 'page 0') !== undefined).toBe(more)
  await streams[1]!.return!()
  expect(book.listen('budget', 'ada', 'page 21')).toBeDefined()
})
