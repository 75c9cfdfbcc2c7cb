import { type Product, startProduct, temporaryFolder } from '../../product.ts'
import { makeDatabase, startPostgres } from '../../api/postgres.ts'
import { Visitor } from '../../visitor.ts'
import { between } from '../chance.ts'
import { chainComplaints } from '../chain.ts'
import {
  type Fault,
  chanceOf,
  endAll,
  layGround,
  lookBefore,
  shareOf,
  startStorm,
  verdictOn,
} from '../fault.ts'
import { sendAgain } from './kill-writer.ts'

/** Two processes share a database of PostgreSQL, and one of them is killed: the other goes on, and so do the editors. */
export const killProcess: Fault = {
  name: 'kill-process',
  async run(course) {
    const data = await temporaryFolder()
    await using server = await startPostgres()
    const env = { DATA_DIR: data.path, DATABASE_URL: await makeDatabase(server.url, 'chaos') }
    const products: [Product, Product] = [await startProduct(env), await startProduct(env)]
    try {
      const ground = await layGround(await officeOf(products[0]), 7)
      for (let round = 1; round <= shareOf(20, course); round++) {
        const chance = chanceOf(course, round)
        const offices = [await officeOf(products[0]), await officeOf(products[1])]
        const before = await lookBefore(offices[0]!, ground)
        const storm = startStorm(ground, offices, chance)
        await storm.until(between(chance, 5, 30))
        const victim = between(chance, 0, 1)
        await products[victim]!.end('SIGKILL')
        const survived = storm.sent.stored.size
        await storm.until(survived + 10)
        await storm.end()
        const goneOn = storm.sent.stored.size - survived

        products[victim] = await startProduct(env)
        const office = await officeOf(products[victim]!)
        const left = await sendAgain(office, storm.sent)
        const verdict = await verdictOn(office, ground, before, storm.sent)
        if (goneOn < 10) verdict.complaints.push(`only ${goneOn} edits after the other had died`)
        if (left > 0) verdict.complaints.push(`${left} edits are not answered by a live server`)
        verdict.complaints.push(...(await chainComplaints(env)))
        course.report({ fault: 'kill-process', round, seed: course.seed, goneOn, ...verdict })
      }
    } finally {
      await endAll(products)
      await data.remove()
    }
  },
}

/** The co-ordinator, signed in at one of the processes. */
export async function officeOf(product: Product): Promise<Visitor> {
  return Visitor.by(await product.link('coordinator'))
}
