import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A program that a test wants, and what it comes with. */
interface Wanted {
  readonly name: string
  /** Whether it is there. */
  readonly answers: () => boolean
  /** Of Debian. */
  readonly package: string
  /** How long installing may take, ms. */
  readonly patience: number
}

/** Why a program cannot be had here; undefined when it can. It is installed where it may be: Debian, and root. */
export function missing({ name, answers, package: wanted, patience }: Wanted): string | undefined {
  if (answers()) return undefined
  if (process.getuid?.() !== 0 || !runs('apt-get', '--version'))
    return `${name} is not installed, and cannot be: that takes root and apt`
  try {
    // One test at a time: apt has locks, but does not wait for all of them.
    const install = `apt-get update && apt-get install -y --no-install-recommends ${wanted}`
    execFileSync('flock', [join(tmpdir(), 'andel-apt.lock'), 'sh', '-c', install], {
      stdio: 'ignore',
      timeout: patience,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  } catch {
    return `${name} is not installed, and apt could not install it`
  }
  return answers() ? undefined : `${name} does not start`
}

/** Whether a command can be run. */
export function runs(command: string, ...words: string[]): boolean {
  try {
    execFileSync(command, words, { stdio: 'ignore', timeout: 60_000 })
    return true
  } catch {
    return false
  }
}
