import type { Visitor } from '../../visitor.ts'
import { readBudget, sendEdit } from '../budget.ts'
import { chainComplaints } from '../chain.ts'
import { uuidOf } from '../editor.ts'
import { type Fault, type Ground, chanceOf, layGround, onProduct, shareOf } from '../fault.ts'
import type { Chance } from '../chance.ts'
import type { Complaints } from '../verdict.ts'

/** Many people write the same cell at once, all of them based on what they see: one of them may have it, the others are told. */
export const sameCell: Fault = {
  name: 'same-cell',
  run: (course) =>
    onProduct(async ({ office, env }) => {
      const ground = await layGround(office, 1)
      for (const people of [2, 10, 50]) {
        for (let round = 1; round <= shareOf(20, course); round++) {
          const complaints = await writeAtOnce(
            office,
            ground,
            people,
            chanceOf(course, people * 1000 + round),
          )
          course.report({ fault: 'same-cell', round, seed: course.seed, people, complaints })
        }
      }
      const complaints = await chainComplaints(env)
      course.report({ fault: 'same-cell', round: 0, seed: course.seed, complaints })
    }),
}

async function writeAtOnce(
  office: Visitor,
  { budgetId, shared }: Ground,
  people: number,
  chance: Chance,
): Promise<Complaints> {
  const { lines } = await readBudget(office)
  const { version, typedAmount } = lines.find(({ id }) => id === shared)!
  const first = Number(typedAmount) + 1
  const answers = await Promise.all(
    Array.from({ length: people }, (_, index) => {
      const setLine = { lineId: shared, version, fields: { amount: `${first + index}.00` } }
      return sendEdit(office, { budgetId, clientMutationKey: uuidOf(chance), edits: [{ setLine }] })
    }),
  )
  const complaints: Complaints = []
  const winners = answers.flatMap((answer, index) => (answer?.applied ? [index] : []))
  if (winners.length !== 1) complaints.push(`${winners.length} of ${people} have written the cell`)
  const told = answers.filter((answer) => answer?.conflicts.some(({ field }) => field === 'amount'))
  if (told.length !== people - 1) complaints.push(`${told.length} of ${people - 1} are told of it`)
  const after = (await readBudget(office)).lines.find(({ id }) => id === shared)!
  if (Number(after.typedAmount) !== first + (winners[0] ?? 0))
    complaints.push(`the cell says ${after.typedAmount}, and another was answered as stored`)
  if (after.version !== version + 1) complaints.push(`version ${after.version} after ${version}`)
  return complaints
}
