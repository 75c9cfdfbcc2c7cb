import { between } from '../chance.ts'
import { chainComplaints } from '../chain.ts'
import {
  type Fault,
  chanceOf,
  layGround,
  lookBefore,
  onProduct,
  shareOf,
  startStorm,
  verdictOn,
} from '../fault.ts'

/** Every edit comes two to five times, some of them late, after others have edited. */
export const repeated: Fault = {
  name: 'repeated',
  run: (course) =>
    onProduct(async ({ office, env }) => {
      const ground = await layGround(office, 7)
      for (let round = 1; round <= shareOf(20, course); round++) {
        const chance = chanceOf(course, round)
        const before = await lookBefore(office, ground)
        const storm = startStorm(ground, [office], chance, (own) => between(own, 2, 5))
        await storm.until(40)
        await storm.end()
        const verdict = await verdictOn(office, ground, before, storm.sent)
        course.report({ fault: 'repeated', round, seed: course.seed, ...verdict })
      }
      const complaints = await chainComplaints(env)
      course.report({ fault: 'repeated', round: 0, seed: course.seed, complaints })
    }),
}
