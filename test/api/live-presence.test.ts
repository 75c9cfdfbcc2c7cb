import { afterAll, beforeAll, expect, it } from 'vitest'
import { codeOf, mutate } from '../attack/mutate.ts'
import type { Visitor } from '../visitor.ts'
import { Api, type Loose } from './api.ts'
import { type Listener, listen } from './listener.ts'

let api: Api
let budgetId: string
beforeAll(async () => {
  api = await Api.start()
  const { budgets } = await api.data('{ budgets { nodes { id } } }')
  budgetId = budgets.nodes[0].id
})
afterAll(() => api[Symbol.asyncDispose]())

const follow = `subscription ($id: ID!, $page: String!) { budgetPresence(budgetId: $id, clientId: $page) {
  present { clientId person { name } cell { row column } typing } } }`

const enter = (visitor: Visitor, page: string): Listener<Loose> =>
  listen<Loose>(visitor, follow, { id: budgetId, page })
const present = (told: readonly Loose[]): Loose[] => told.at(-1)?.data?.budgetPresence.present ?? []
const pages = (told: readonly Loose[]): string[] => present(told).map(({ clientId }) => clientId)

it('whoever listens is there, until they leave', async () => {
  await using first = enter(api.visitor, 'a')
  await first.until((told) => pages(told).includes('a'))
  {
    await using second = enter(await api.as('analyst'), 'b')
    await second.until((told) => pages(told).length === 2)
    await first.until((told) => pages(told).includes('b'))
    const [, other] = present(first.told)
    expect(other).toEqual({
      clientId: 'b',
      person: { name: expect.stringMatching(/\w+ \w+/) },
      cell: null,
      typing: false,
    })
  }
  await first.until((told) => told.length > 2 && !pages(told).includes('b'))
})

it('a line that is cut is somebody who has left', async () => {
  await using first = enter(api.visitor, 'c')
  const second = enter(await api.as('analyst'), 'd')
  await first.until((told) => pages(told).includes('d'))
  second.cut()
  await first.until((told) => !pages(told).includes('d'))
  await second[Symbol.asyncDispose]()
})

it('tells in which cell somebody is and types', async () => {
  const analyst = await api.as('analyst')
  await using first = enter(api.visitor, 'e')
  await using second = enter(analyst, 'f')
  await second.until((told) => pages(told).includes('f'))
  const cell = { row: 'sum', column: '2380' }
  const moved = await mutate(
    analyst,
    'setPresence',
    { budgetId, clientId: 'f', cell, typing: true },
    'here',
  )
  expect(moved.data.setPresence.here).toBe(true)
  await first.until((told) =>
    present(told).some(({ clientId, typing }) => clientId === 'f' && typing),
  )
  expect(present(first.told).find(({ clientId }) => clientId === 'f').cell).toEqual(cell)
})

it('leaves the answers that are kept as they are: nothing is stored', async () => {
  const [analyst, administrator] = [await api.as('analyst'), await api.as('admin')]
  const read = (): Promise<unknown> => analyst.send('{ municipalities(first: 2) { totalCount } }')
  const found = async (): Promise<number> => {
    const text = await (await administrator.fetch('/metrics')).text()
    return Number(/andel_kept_answers_total\{found="yes"\} (\d+)/.exec(text)?.[1] ?? 0)
  }
  const move = { budgetId, clientId: 'nobody', typing: true }
  await read()
  const before = await found()
  expect((await mutate(analyst, 'setPresence', move, 'here')).errors).toBeUndefined()
  await read()
  expect(await found()).toBe(before + 1)
})

it('nobody moves the page of somebody else, nor one that is not there', async () => {
  const analyst = await api.as('analyst')
  await using first = enter(api.visitor, 'g')
  await first.until((told) => pages(told).includes('g'))
  const move = async (clientId: string): Promise<boolean> => {
    const input = { budgetId, clientId, typing: true }
    return (await mutate(analyst, 'setPresence', input, 'here')).data.setPresence.here
  }
  expect([await move('g'), await move('nobody')]).toEqual([false, false])
  await using taken = enter(analyst, 'g')
  await taken.until((told) => told.length > 0)
  expect(codeOf(taken.told[0])).toBe('BAD_INPUT')
  const admin = await api.as('admin')
  expect(
    codeOf(await mutate(admin, 'setPresence', { budgetId, clientId: 'x', typing: false })),
  ).toBe('FORBIDDEN')
  const long = { budgetId, clientId: 'x'.repeat(101), typing: false }
  expect(codeOf(await mutate(analyst, 'setPresence', long))).toBe('BAD_INPUT')
})
