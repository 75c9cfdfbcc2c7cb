import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { startProduct, temporaryFolder } from '../product.ts'
import { Visitor } from '../visitor.ts'
import type { Loose } from './api.ts'

const read = `{ jointService(slug: "familjehemscentrum") { budget(year: 2022) { id sequence
  lines { id version description note decision }
  changes(last: 1000) { totalCount nodes { sequence batch entityId field after } } } } }`
const edit = `mutation ($input: EditBudgetInput!) { editBudget(input: $input) { applied changes { sequence } } }`

/** Adds a line, and writes the same mark in two fields of another: half of it would show. */
function batch(budgetId: string, line: Loose, mark: string): object {
  return {
    input: {
      budgetId,
      clientMutationKey: mark,
      edits: [
        { addLine: { fields: { description: mark, amount: '1.00' } } },
        {
          setLine: {
            lineId: line.id,
            version: line.version,
            fields: { note: mark, decision: mark },
          },
        },
      ],
    },
  }
}

it('killed in the middle of a storm of edits, it has every edit that was answered and none by half', async () => {
  const data = await temporaryFolder()
  try {
    const first = await startProduct({ DATA_DIR: data.path })
    const office = await Visitor.by(await first.link('coordinator'))
    const { data: start } = await office.send<Loose>(read)
    const { id, lines } = start.jointService.budget

    const answered: string[] = []
    let going = true
    const writers = lines.map(async ({ id: line, version: loaded }: Loose) => {
      for (let version = loaded; going; version++) {
        const mark = randomUUID()
        try {
          const input = batch(id, { id: line, version }, mark)
          const { data: done } = await office.send<Loose>(edit, input)
          if (!done.editBudget.applied) throw new Error('An edit was refused.')
          answered.push(mark)
        } catch {
          return // the server is gone, and the answer with it
        }
      }
    })
    while (answered.length < 40) await new Promise((resolve) => setImmediate(resolve))
    await first.end('SIGKILL') // with an edit of each line under way
    going = false
    await Promise.all(writers)

    const second = await startProduct({ DATA_DIR: data.path })
    try {
      const again = await Visitor.by(await second.link('coordinator'))
      const after = (await again.send<Loose>(read)).data.jointService.budget
      const added = after.lines.map((line: Loose) => line.description)
      for (const mark of answered) expect(added).toContain(mark)

      // Every batch in the log is whole: one line added, and two fields of another set.
      const batches = Map.groupBy(after.changes.nodes as Loose[], (change) => change.batch)
      const marks = added.filter((description: string) => batches.has(description))
      expect(marks.length).toBeGreaterThanOrEqual(answered.length)
      for (const mark of marks) expect(batches.get(mark)).toHaveLength(3)
      for (const line of after.lines.slice(0, lines.length)) expect(line.note).toBe(line.decision)
      const newest = after.changes.nodes.at(-1)
      expect(after.sequence).toBe(newest.sequence)
    } finally {
      await second.end()
    }
  } finally {
    await data.remove()
  }
})

it.each([
  [{ PORT: 'http' }, 'PORT is "http"'],
  [{ DEMO: 'yes' }, 'DEMO is "yes"'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
])('does not start with %o, and says why', async (env, why) => {
  await expect(startProduct(env)).rejects.toThrow(why)
})
