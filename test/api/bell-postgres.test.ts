import type { Ring } from '@andel/server/bell'
import { PostgresBell } from '@andel/server/postgres-bell'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { dropDatabase, makeDatabase } from './postgres.ts'

// What processes tell each other by LISTEN and NOTIFY.

const name = 'andel_bells'
let url: string
let bells: [PostgresBell, PostgresBell]
/** What each has heard. */
let heard: [string[], string[]]
beforeAll(async () => {
  url = await makeDatabase(inject('postgres'), name)
  heard = [[], []]
  const open = async (own: string[]): Promise<PostgresBell> => {
    const bell = await PostgresBell.open(url)
    bell.hear((ring: Ring) => own.push('thread' in ring ? ring.thread : ring.kind))
    return bell
  }
  bells = [await open(heard[0]), await open(heard[1])]
})
afterAll(async () => {
  for (const bell of bells) await bell.close()
  await dropDatabase(inject('postgres'), name)
})

const comment = (thread: string): Ring => ({ kind: 'comment', budget: 'b', thread })

it('a ring is heard once by every process, at once by the one that rings', async () => {
  await expect.poll(() => heard[0]).toEqual(['whoIsThere']) // the other has begun to listen
  heard[0].length = heard[1].length = 0
  bells[0].ring(comment('1'))
  expect(heard[0]).toEqual(['1'])
  bells[1].ring(comment('2'))
  await expect.poll(() => heard).toEqual([['1', '2'], expect.arrayContaining(['1', '2'])])
  bells[0].ring(comment('x'.repeat(9000))) // too long for others, and no fault
  bells[0].ring(comment('3'))
  await expect.poll(() => heard[1]).toContain('3')
  expect(heard[1]).toHaveLength(3)
})

it('a connection that is lost comes back, and everybody looks anew', async () => {
  heard[0].length = heard[1].length = 0
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'andel bell'`,
  )
  await client.end()
  const missed = ['stored', 'rights', 'whoIsThere']
  for (const own of heard) await expect.poll(() => own).toEqual(expect.arrayContaining(missed))
  bells[0].ring(comment('4'))
  await expect.poll(() => heard[1]).toContain('4')
})
