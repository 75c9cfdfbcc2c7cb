import { randomUUID } from 'node:crypto'
import { Api, type Loose } from '../api/api.ts'
import { median } from './arithmetic/median.ts'
import type { Table } from './table.ts'

const edit = `mutation ($input: EditBudgetInput!) { editBudget(input: $input) {
  applied budget { id total lines { id version amount shares { municipality { code } share amount } } } } }`
const sizes = [1, 30, 300]
const rounds = 15

/** One edit of many lines over HTTP, on a SQLite file, with the part of it that the commit takes. */
export const edits: Table = {
  name: 'edit',
  title:
    'Editing lines: one editBudget over HTTP, answered with every share (7 participants, 300 lines), ms',

  async run() {
    await using api = await Api.start()
    const commits = timeCommits(api)
    const found = await api.data(
      `{ jointService(slug: "familjehemscentrum") { budget(year: 2022) { id lines { id } } } }`,
    )
    const { id: budgetId, lines: demo } = found.jointService.budget
    const send = async (changes: object[]): Promise<Loose> => {
      const input = { budgetId, clientMutationKey: randomUUID(), edits: changes }
      const { editBudget } = await api.data(edit, { input })
      if (!editBudget.applied) throw new Error('The edit was refused.')
      return editBudget.budget
    }
    const added = Array.from({ length: 300 - demo.length }, (_, index) => ({
      addLine: { fields: { description: `Rad ${index}`, amount: '1000.00' } },
    }))
    let { lines } = await send([...demo.map(emptied), ...added])

    const rows = []
    for (const size of sizes) {
      const answers: number[] = []
      const committing: number[] = []
      for (let round = 0; round < rounds; round++) {
        const amount = `${1000 + round + size}.07`
        const changes = lines.slice(0, size).map((line: Loose) => ({
          setLine: { lineId: line.id, version: line.version, fields: { amount } },
        }))
        commits.length = 0
        const start = performance.now()
        ;({ lines } = await send(changes))
        answers.push(performance.now() - start)
        committing.push(commits.reduce((sum, ms) => sum + ms, 0))
      }
      rows.push({
        labels: [`${size} lines`],
        cells: { answer: { ms: median(answers) }, commit: { ms: median(committing) } },
      })
    }
    const whole = rows.at(-1)!.cells
    return {
      labels: ['edited'],
      subjects: ['answer', 'commit'],
      rows,
      goals: [{ text: '300 lines answered within 150 ms', kept: whole.answer.ms <= 150 }],
      notes: [
        `The commit (WAL, synchronous=FULL) is ${((100 * whole.commit.ms) / whole.answer.ms).toFixed(1)} % of the answer to 300 lines. Medians of ${rounds}.`,
      ],
    }
  },
}

/** An amount line in place of a position. */
function emptied({ id }: Loose): object {
  return { setLine: { lineId: id, version: 1, fields: { monthlyCost: null, amount: '1000.00' } } }
}

/** Collects how long each commit takes, in ms. */
function timeCommits(api: Api): number[] {
  const times: number[] = []
  const connection = api.app.orm.em.getConnection()
  const commit = connection.commit.bind(connection)
  connection.commit = async (...args) => {
    const start = performance.now()
    await commit(...args)
    times.push(performance.now() - start)
  }
  return times
}
