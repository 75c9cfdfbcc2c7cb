import { execFile, execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api } from '../api.ts'

const guide = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8')
const blocks = [...guide.matchAll(/```sh\n([^`]*)```/g)].map((match) => match[1]!)
// Those that ask for another type than JSON are shown, and tested, with that.
const commands = blocks.filter(
  (block) => block.includes('curl') && block.includes('/graphql') && !/accept:/i.test(block),
)

const hasCurl = ((): boolean => {
  try {
    execFileSync('curl', ['--version'])
    return true
  } catch {
    return false
  }
})()

let api: Api
beforeAll(async () => {
  api = await Api.start()
})
afterAll(() => api[Symbol.asyncDispose]())

/** What a command of the guide prints, with our address in place of its own. */
async function run(command: string): Promise<string> {
  const here = command.replaceAll('http://127.0.0.1:4000', api.address)
  const env = { ...process.env, ANDEL_TOKEN: api.app.demo!.token }
  return (await promisify(execFile)('sh', ['-c', here], { env })).stdout
}

describe('curl as docs/api.md shows it', () => {
  it('is shown', () => expect(commands.length).toBeGreaterThanOrEqual(2))

  if (!hasCurl) {
    it.skip('is not run: there is no curl here', () => undefined)
    return
  }

  it.each(commands)('answers %s', async (command) => {
    const answer = JSON.parse(/^\{.*$/m.exec(await run(command))![0])
    expect(answer.errors).toBeUndefined()
    expect(Object.values(answer.data)).not.toContain(null)
  })

  it('gets 304 for what it has', async () => {
    const command = commands.find((shown) => shown.includes('-D -'))!
    const etag = /^etag: (.*)\r$/im.exec(await run(command))![1]!
    expect(await run(`${command.trim()} -H 'if-none-match: ${etag}'`)).toMatch(/^HTTP\/1.1 304 /)
  })
})
