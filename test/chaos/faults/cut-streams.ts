import { startProduct, temporaryFolder } from '../../product.ts'
import { Visitor } from '../../visitor.ts'
import { chainComplaints } from '../chain.ts'
import {
  type Fault,
  type Ground,
  chanceOf,
  layGround,
  lookBefore,
  shareOf,
  startStorm,
  verdictOn,
} from '../fault.ts'
import { startTcpProxy } from '../tcp-proxy.ts'
import type { Complaints } from '../verdict.ts'
import { type Watcher, listenAndSleep, readWhole, watch } from '../watcher.ts'

const watchers = 6
const sleepers = 50

/** Watchers whose lines are cut every five seconds, and fifty who take nothing of what is told, in a storm of edits. */
export const cutStreams: Fault = {
  name: 'cut-streams',
  async run(course) {
    const data = await temporaryFolder()
    const env = { DATA_DIR: data.path }
    const product = await startProduct(env)
    await using proxy = await startTcpProxy(Number(new URL(product.address).port))
    const asleep: { terminate(): void }[] = []
    const awake: Watcher[] = []
    try {
      const office = await Visitor.by(await product.link('coordinator'))
      const ground = await layGround(office, 7)
      const before = await lookBefore(office, ground)
      const roles = ['coordinator', 'finance officer', 'analyst']
      const visitorOf = async (one: number): Promise<Visitor> =>
        Visitor.by(await product.link(roles[one % roles.length]!))
      for (let one = 0; one < sleepers; one++)
        asleep.push(await listenAndSleep(await visitorOf(one), ground.budgetId))
      const address = `http://127.0.0.1:${proxy.port}`
      for (let one = 0; one < watchers; one++) {
        awake.push(await watch(await visitorOf(one), ground.budgetId, address))
      }
      const storm = startStorm(ground, [office], chanceOf(course, 1))
      let cut = 0
      for (let time = 1; time <= shareOf(12, course); time++) {
        await new Promise((resolve) => setTimeout(resolve, 5000))
        cut += proxy.cut()
      }
      await storm.end()
      const verdict = await verdictOn(office, ground, before, storm.sent)
      verdict.complaints.push(...(await strays(office, ground, awake)))
      verdict.complaints.push(...(await chainComplaints(env)))
      const told = { watchers: awake.length, sleepers: asleep.length, cut }
      course.report({ fault: 'cut-streams', round: 1, seed: course.seed, ...told, ...verdict })
    } finally {
      for (const one of asleep) one.terminate()
      for (const one of awake) await one[Symbol.asyncDispose]()
      await product.end('SIGKILL')
      await data.remove()
    }
  },
}

/** Every grid must come to say what the server says, whatever its line went through. */
async function strays(
  office: Visitor,
  { budgetId }: Ground,
  awake: readonly Watcher[],
): Promise<Complaints> {
  const { lines, sequence } = await readWhole(office, budgetId)
  const last = Date.now() + 10_000
  while (Date.now() < last && awake.some(({ sheet }) => sheet.sequence < sequence))
    await new Promise((resolve) => setTimeout(resolve, 50))
  return awake.flatMap(({ sheet, astray, cut }, index) => {
    const complaints: Complaints = []
    if (sheet.sequence !== sequence)
      complaints.push(`watcher ${index} is at ${sheet.sequence}, the server at ${sequence}`)
    if (JSON.stringify(sheet.lines) !== JSON.stringify(lines))
      complaints.push(`watcher ${index} shows other figures than the server`)
    if (astray > 0) complaints.push(`watcher ${index} was told ${astray} changes out of order`)
    if (cut === 0) complaints.push(`the line of watcher ${index} was never cut`)
    return complaints
  })
}
