import { startProduct, temporaryFolder } from '../../product.ts'
import { makeDatabase, startPostgres } from '../../api/postgres.ts'
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
import { startTcpProxy } from '../tcp-proxy.ts'
import { officeOf } from './kill-process.ts'
import { sendAgain } from './kill-writer.ts'

/** The line to the database is cut every second, in the middle of a storm of edits. */
export const cutDatabase: Fault = {
  name: 'cut-database',
  async run(course) {
    const data = await temporaryFolder()
    await using server = await startPostgres()
    const direct = await makeDatabase(server.url, 'chaos')
    await using proxy = await startTcpProxy(Number(new URL(direct).port))
    const url = new URL(direct)
    url.port = String(proxy.port)
    const env = { DATA_DIR: data.path, DATABASE_URL: url.href, LOG_LEVEL: 'silent' }
    const product = await startProduct(env)
    try {
      const office = await officeOf(product)
      const ground = await layGround(office, 7)
      const before = await lookBefore(office, ground)
      const storm = startStorm(ground, [office, office], chanceOf(course, 1))
      let cut = 0
      for (let second = 1; second <= shareOf(60, course); second++) {
        await new Promise((resolve) => setTimeout(resolve, 1000))
        cut += proxy.cut()
      }
      const reached = storm.sent.stored.size
      await storm.until(reached + 10)
      await storm.end()
      const goneOn = storm.sent.stored.size - reached
      const left = await sendAgain(office, storm.sent)
      const verdict = await verdictOn(office, ground, before, storm.sent)
      if (cut === 0) verdict.complaints.push('no line was cut')
      if (reached === 0) verdict.complaints.push('nothing was stored between two cuts')
      if (goneOn < 10) verdict.complaints.push('edits do not go on when the line is whole again')
      if (left > 0) verdict.complaints.push(`${left} edits are not answered by a live server`)
      verdict.complaints.push(...(await chainComplaints({ ...env, DATABASE_URL: direct })))
      course.report({ fault: 'cut-database', round: 1, seed: course.seed, cut, ...verdict })
    } finally {
      await product.end('SIGKILL')
      await data.remove()
    }
  },
}
