import { startProduct, temporaryFolder } from '../../product.ts'
import { Visitor } from '../../visitor.ts'
import { sendEdit } from '../budget.ts'
import { between } from '../chance.ts'
import { chainComplaints } from '../chain.ts'
import {
  type Fault,
  chanceOf,
  layGround,
  lookBefore,
  shareOf,
  startStorm,
  verdictOn,
} from '../fault.ts'

/** The process that writes is killed in the middle of a storm of edits, and started again. */
export const killWriter: Fault = {
  name: 'kill-writer',
  async run(course) {
    const data = await temporaryFolder()
    const env = { DATA_DIR: data.path }
    let product = await startProduct(env)
    try {
      let office = await Visitor.by(await product.link('coordinator'))
      const ground = await layGround(office, 7)
      for (let round = 1; round <= shareOf(200, course); round++) {
        const chance = chanceOf(course, round)
        const before = await lookBefore(office, ground)
        const storm = startStorm(ground, [office], chance)
        await storm.until(between(chance, 1, 40))
        await product.end('SIGKILL')
        await storm.end()
        const { sent } = storm
        const left = sent.doubtful.size

        product = await startProduct(env)
        office = await Visitor.by(await product.link('coordinator'))
        const asked = await sendAgain(office, sent)
        const verdict = await verdictOn(office, ground, before, sent)
        if (asked > 0) verdict.complaints.push(`${asked} edits are not answered by a live server`)
        if (round % 10 === 0 || round === 1)
          verdict.complaints.push(...(await chainComplaints(env)))
        course.report({ fault: 'kill-writer', round, seed: course.seed, left, ...verdict })
      }
    } finally {
      await product.end('SIGKILL')
      await data.remove()
    }
  },
}

/** Sends what was not answered once more, under the same keys, as every client does. @returns how many are still not answered */
export async function sendAgain(
  office: Visitor,
  sent: ReturnType<typeof startStorm>['sent'],
): Promise<number> {
  for (const [key, input] of sent.doubtful) {
    const answer = await sendEdit(office, input)
    if (!answer) continue
    sent.doubtful.delete(key)
    if (answer.applied) sent.stored.add(key)
    else sent.refused.add(key)
  }
  return sent.doubtful.size
}
