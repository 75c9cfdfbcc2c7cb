import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readBudget } from '../budget.ts'
import { between } from '../chance.ts'
import { chainComplaints } from '../chain.ts'
import { sendAgain } from './kill-writer.ts'
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

const run = promisify(execFile)

/** No file of a process may grow beyond this; what it writes fails as on a full disk. Without a size: there is room again. */
async function leaveRoom(pid: number, bytes?: number): Promise<void> {
  await run('prlimit', ['--pid', String(pid), `--fsize=${bytes ?? 'unlimited'}:`])
}

/** The disk is full for some seconds: no edit is stored, reading goes on; then there is room, and so do edits. */
export const fullDisk: Fault = {
  name: 'full-disk',
  run: (course) =>
    onProduct(
      async ({ product, office, env }) => {
        const ground = await layGround(office, 7)
        for (let round = 1; round <= shareOf(10, course); round++) {
          const chance = chanceOf(course, round)
          const before = await lookBefore(office, ground)
          const storm = startStorm(ground, [office], chance)
          await storm.until(10)
          const { size } = await stat(join(env.DATA_DIR, 'andel.sqlite-wal'))
          await leaveRoom(product.pid, between(chance, 0, Math.floor(size / 2)))
          const reached = storm.sent.doubtful.size
          for (let look = 0; look < 500 && storm.sent.doubtful.size === reached; look++)
            await new Promise((resolve) => setTimeout(resolve, 10))
          const full = storm.sent.doubtful.size > reached
          const readable = await readBudget(office).then(
            () => true,
            () => false,
          )
          await leaveRoom(product.pid)
          await storm.until(storm.sent.stored.size + 10)
          await storm.end()
          const left = await sendAgain(office, storm.sent)
          const verdict = await verdictOn(office, ground, before, storm.sent)
          if (!full) verdict.complaints.push('the disk was never full')
          if (!readable) verdict.complaints.push('nothing could be read while the disk was full')
          if (left > 0) verdict.complaints.push(`${left} edits are not answered with room again`)
          verdict.complaints.push(...(await chainComplaints(env)))
          course.report({ fault: 'full-disk', round, seed: course.seed, ...verdict })
        }
      },
      { LOG_LEVEL: 'silent' },
    ),
}
