import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addOutside } from '../attack/outside.ts'
import { somebody } from '../attack/policy/whose.ts'
import type { Visitor } from '../visitor.ts'
import { Api, type Loose } from './api.ts'
import { exportBook } from './round-trip.ts'

const slug = 'familjehemscentrum'
const thread = `id lineId field line { description } resolvedAt resolvedBy { name }
  comments { id text withdrawnAt author { id name } mentions { name } }`
let api: Api
let officer: Visitor
let analyst: Visitor
let outsider: Visitor
let budget: Loose
beforeAll(async () => {
  api = await Api.start()
  officer = await api.as('finance officer')
  analyst = await api.as('analyst')
  await addOutside(api)
  outsider = await somebody(api, [{ role: 'COORDINATOR', service: 'utanfor' }])
  budget = await budgetFor(api.visitor)
})
afterAll(() => api[Symbol.asyncDispose]())

async function budgetFor(visitor: Visitor, more = ''): Promise<Loose> {
  const { data } = await visitor.send<Loose>(`{ jointService(slug: "${slug}") { budget(year: 2022) {
    id sequence total lines { id version description } mentionable { id name } ${more} } } }`)
  return data.jointService.budget
}

const threadsFor = async (visitor: Visitor, args = ''): Promise<Loose[]> =>
  (await budgetFor(visitor, `commentThreads${args} { ${thread} }`)).commentThreads

/** The thread that comes of it, or the code it is refused with. */
async function mutate(visitor: Visitor, name: string, input: object): Promise<Loose> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`
  const { data, errors } = await visitor.send<Loose>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { thread { ${thread} } } }`,
    { input },
  )
  return errors ? errors[0]!.extensions.code : data[name].thread
}
const say = (visitor: Visitor, text: string, more: object = {}): Promise<Loose> =>
  mutate(visitor, 'addComment', {
    budgetId: budget.id,
    text,
    ...('threadId' in more ? {} : { lineId: budget.lines[0].id }),
    ...more,
  })
const texts = ({ comments }: Loose): string[] => comments.map(({ text }: Loose) => text)

describe('a comment', () => {
  it('is written by those who work with the budget, and read by all who read it', async () => {
    const { id } = await say(officer, '  Varför åtta månader? ', { field: 'months' })
    const answered = await say(api.visitor, 'Tjänsten börjar i maj.', { threadId: id })
    expect(texts(answered)).toEqual(['Varför åtta månader?', 'Tjänsten börjar i maj.'])
    expect(answered).toMatchObject({
      field: 'months',
      lineId: budget.lines[0].id,
      resolvedAt: null,
    })
    expect(await threadsFor(analyst)).toContainEqual(answered)
    expect(await say(analyst, 'Nej')).toBe('FORBIDDEN')
    expect(await mutate(analyst, 'resolveThread', { threadId: id, resolved: true })).toBe(
      'FORBIDDEN',
    )
  })

  it('is nothing to other joint services, nor to administrators', async () => {
    const { id, comments } = await say(officer, 'Oss emellan')
    for (const visitor of [outsider, await api.as('admin')]) {
      const { data } = await visitor.send<Loose>(
        `{ nodes(ids: ["${id}", "${comments[0].id}"]) { id } }`,
      )
      expect(data.nodes).toEqual([null, null])
    }
    const own = await api.data(`{ nodes(ids: ["${id}", "${comments[0].id}"]) { id } }`)
    expect(own.nodes).toEqual([{ id }, { id: comments[0].id }])
    expect(await say(outsider, 'Hej')).toBe('NOT_FOUND')
    expect(await mutate(outsider, 'resolveThread', { threadId: id, resolved: true })).toBe(
      'NOT_FOUND',
    )
    expect(await mutate(outsider, 'withdrawComment', { commentId: comments[0].id })).toBe(
      'NOT_FOUND',
    )
  })

  it('is about a line, one of its fields or a participant’s share', async () => {
    expect(await say(officer, 'x', { field: '2380' })).toMatchObject({ field: '2380' })
    expect(await say(officer, 'x', { field: '0180' })).toBe('BAD_INPUT')
    expect(await say(officer, 'x', { field: 'constructor' })).toBe('BAD_INPUT')
    const { id } = await say(officer, 'x')
    expect(await say(officer, 'x', { threadId: id, field: 'note' })).toBe('BAD_INPUT')
    const other = (await outsider.send<Loose>('{ budgets { nodes { lines { id } } } }')).data
    expect(await say(officer, 'x', { lineId: other.budgets.nodes[0].lines[0].id })).toBe(
      'LINE_REMOVED',
    )
  })

  it('has a text of 1 to 5000 characters', async () => {
    expect(await say(officer, ' \n ')).toBe('BAD_TEXT')
    expect(await say(officer, 'x'.repeat(5001))).toBe('BAD_TEXT')
  })

  it('goes on for two hundred comments', async () => {
    const { id: threadId } = await say(officer, '1')
    for (let number = 2; number <= 200; number += 1)
      expect(await say(officer, String(number), { threadId })).toMatchObject({ id: threadId })
    expect(await say(officer, '201', { threadId })).toBe('THREAD_FULL')
  })

  it('is stored once, however often it is sent', async () => {
    const commentId = randomUUID()
    const before = (await threadsFor(officer)).length
    const both = await Promise.all([1, 2].map(() => say(officer, 'En gång', { commentId })))
    const late = await say(officer, 'En gång', { commentId })
    expect(new Set([...both, late].map(({ id }) => id)).size).toBe(1)
    expect(texts(late)).toEqual(['En gång'])
    expect(await threadsFor(officer)).toHaveLength(before + 1)
    expect(await say(officer, 'Något annat', { commentId })).toBe('ALREADY_EXISTS')
    expect(await say(api.visitor, 'En gång', { commentId })).toBe('ALREADY_EXISTS')
    expect(await say(officer, 'x', { commentId: 'inget' })).toBe('BAD_INPUT')
  })

  it('is withdrawn by who wrote it, and leaves its place', async () => {
    const { id, comments } = await say(officer, 'Fel av mig')
    const commentId = comments[0].id
    await say(api.visitor, 'Jaså', { threadId: id })
    expect(await mutate(api.visitor, 'withdrawComment', { commentId })).toBe('FORBIDDEN')
    const left = await mutate(officer, 'withdrawComment', { commentId })
    expect(texts(left)).toEqual(['', 'Jaså'])
    expect(left.comments[0].withdrawnAt).not.toBeNull()
    expect(left.resolvedAt).toBeNull()
    const last = left.comments[1].id
    const gone = await mutate(api.visitor, 'withdrawComment', { commentId: last })
    expect(gone.resolvedAt).not.toBeNull()
  })
})

describe('a thread', () => {
  it('is resolved and opened again, also by an answer', async () => {
    const { id: threadId } = await say(officer, 'Klart?')
    const resolve = (resolved: boolean): Promise<Loose> =>
      mutate(api.visitor, 'resolveThread', { threadId, resolved })
    const done = await resolve(true)
    expect(done.resolvedBy.name).toMatch(/\w/)
    expect(await mutate(officer, 'resolveThread', { threadId, resolved: true })).toEqual(done)
    expect(await threadsFor(analyst, '(resolved: true)')).toContainEqual(done)
    expect(await threadsFor(analyst, '(resolved: false)')).not.toContainEqual(done)
    expect(await resolve(false)).toMatchObject({ resolvedAt: null, resolvedBy: null })
    await resolve(true)
    expect(await say(officer, 'Nej', { threadId })).toMatchObject({ resolvedAt: null })
  })

  it('outlives its line, and can be gone on with when the budget is locked', async () => {
    const edit = async (one: object): Promise<Loose> =>
      (
        await api.data(
          'mutation ($input: EditBudgetInput!) { editBudget(input: $input) { applied } }',
          { input: { budgetId: budget.id, clientMutationKey: randomUUID(), edits: [one] } },
        )
      ).editBudget.applied
    const { id: lineId, version } = budget.lines[1]
    const { id: threadId } = await say(officer, 'Behövs den?', { lineId })
    expect(await edit({ removeLine: { lineId, version } })).toBe(true)
    expect(await say(api.visitor, 'Nej', { threadId })).toMatchObject({ line: null, lineId })
    expect(await say(officer, 'Ny', { lineId })).toBe('LINE_REMOVED')
    expect(await edit({ restoreLine: { lineId } })).toBe(true)
    const { description } = budget.lines[1]
    expect(await say(officer, 'Jo', { threadId })).toMatchObject({ line: { description } })

    const state = (to: string) =>
      api.app.orm.em.getConnection().execute(`update budget set state = '${to}'`)
    await state('LOCKED')
    expect(texts(await say(officer, 'Efter beslutet', { threadId }))).toHaveLength(4)
    await state('OPEN')
  })

  it('is no part of the amounts, the log or the workbook', async () => {
    const before = await budgetFor(api.visitor)
    const book = await exportBook(api, budget.id)
    await say(officer, 'Hemligheten', { field: 'amount' })
    const after = await budgetFor(api.visitor)
    expect(after).toEqual(before)
    const [now, seal] = [await exportBook(api, budget.id), book.length - 1]
    expect(now.slice(0, seal)).toEqual(book.slice(0, seal))
  })
})

describe('people', () => {
  it('who may read the budget can be named, by name alone, while their accounts are in use', async () => {
    const names = (await budgetFor(officer)).mentionable
    const admin = await api.as('admin')
    const { people } = (await admin.send<Loose>('{ people { nodes { id name grants { role } } } }'))
      .data
    const readers = people.nodes.filter(({ id }: Loose) =>
      names.some((one: Loose) => one.id === id),
    )
    expect(readers.length).toBe(names.length)
    expect(names.map(({ name }: Loose) => name)).not.toContain('Någon') // of another joint service
    const roles = readers.flatMap(({ grants }: Loose) => grants.map(({ role }: Loose) => role))
    expect(new Set(roles)).toEqual(new Set(['COORDINATOR', 'FINANCE_OFFICER', 'ANALYST']))

    const named = readers.find(({ grants }: Loose) => grants[0].role === 'ANALYST')
    const { id: threadId, comments } = await say(officer, `@${named.name} ser du?`, {
      mentions: [named.id, named.id],
    })
    expect(comments[0].mentions).toEqual([{ name: named.name }])
    const stranger = people.nodes.find(({ grants }: Loose) => grants[0]?.role === 'ADMIN')
    expect(await say(officer, 'x', { mentions: [stranger.id] })).toBe('BAD_INPUT')

    const act = (mutation: string): Promise<Loose> =>
      admin.send(`mutation { ${mutation}(input: { personId: "${named.id}" }) { person { id } } }`)
    await act('suspendPerson')
    expect(await say(officer, 'x', { mentions: [named.id] })).toBe('BAD_INPUT')
    expect((await budgetFor(officer)).mentionable).toHaveLength(names.length - 1)
    await act('erasePerson')
    const kept = (await threadsFor(officer)).find(({ id }) => id === threadId)
    expect(kept.comments[0].mentions[0].name).toMatch(/^Person [0-9a-f]{8}$/)
  })
})
