import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Config, ConfigError } from '../config.ts'
import { DatabaseInUse } from '../operation/database-lock.ts'
import {
  type DatabasePlace,
  databasePlace,
  isDatabaseUrl,
  nameOf,
  placeOf,
} from '../database/place.ts'
import { backup } from './backup.ts'
import { check } from './check.ts'
import { copy } from './copy.ts'
import { CommandFault } from './command-fault.ts'
import { restore } from './restore.ts'
import { headFrom, headText, verify } from './verify.ts'

const usage = `pnpm andel backup <file> [--force]   copy the database, also while Andel runs
pnpm andel restore <file>            put a backup in its place; Andel must not run
pnpm andel check                     tell whether the database is sound, also while Andel runs
pnpm andel verify [--head <head>]    replay the history and compare it with what is stored,
                                     also while Andel runs
pnpm andel copy --from <database> --to <database>
                                     move from sqlite:<file> to postgres://… or back;
                                     Andel must not run

DATA_DIR or DATABASE_URL say which database, as for Andel itself.`

/** What a command prints: on stdout, and what went wrong on stderr. */
interface Output {
  say(line: string): void
  complain(line: string): void
}

/**
 * Carries out a command of whoever runs Andel.
 *
 * @param args - as typed after "andel"; paths from the folder where one stands
 * @returns the exit code: 0; 1 when something is wrong, 2 when the command is none
 */
export async function runCommand(
  args: readonly string[],
  config: () => Config,
  output: Output,
): Promise<number> {
  try {
    return await run(args, config, output)
  } catch (error) {
    if (error instanceof CommandFault) {
      tell(output, error.message, error.findings)
    } else if (error instanceof DatabaseInUse || error instanceof ConfigError) {
      output.complain(error.message)
    } else if (isSystemError(error)) {
      output.complain(`That did not work: ${error.message}.`)
    } else throw error
    return 1
  }
}

async function run(args: readonly string[], config: () => Config, output: Output): Promise<number> {
  const { command, file, force, head, from, to } = read(args)
  if (command === 'check' && file === undefined) {
    const database = fileOf(command, config())
    const { findings: found, unfit, budgets, migrated } = await check(database)
    const findings = unfit === null ? found : [...found, unfit]
    if (findings.length > 0) tell(output, `${database} is not sound:`, findings)
    else output.say(`${database} is sound; ${budgets} budgets add up.`)
    if (migrated > 0) output.say(`The next start will bring it up to date: ${migrated} migrations.`)
    return findings.length > 0 ? 1 : 0
  }
  if (command === 'backup' && file !== undefined) {
    const bytes = await backup(fileOf(command, config()), file, { force })
    output.say(`Backed up to ${file}, ${(bytes / 2 ** 20).toFixed(1)} MiB.`)
    return 0
  }
  if (command === 'restore' && file !== undefined) {
    const database = fileOf(command, config())
    const { replaced, budgets, unfit } = await restore(file, database)
    output.say(`Restored ${database}; ${budgets} budgets add up.`)
    if (unfit !== null) output.complain(unfit)
    if (replaced) output.say(`What was there before is in ${replaced}.`)
    output.say('Everybody must sign in again, and open invitations must be sent anew.')
    output.say('API tokens, passwords and rights are those of the backup: look through them.')
    return 0
  }
  if (command === 'verify' && file === undefined) return verifyAndTell(config(), head, output)
  if (command === 'copy' && file === undefined && from && to) return copyAndTell(from, to, output)
  output.complain(usage)
  return 2
}

async function copyAndTell(from: string, to: string, output: Output): Promise<number> {
  const [source, target] = [placeNamed('--from', from), placeNamed('--to', to)]
  const { rows, head } = await copy(source, target)
  output.say(`Copied ${rows} rows from ${nameOf(source)} to ${nameOf(target)}. The history fits.`)
  output.say(`head: ${headText(head)}`)
  output.say('Set DATABASE_URL to the new place before Andel starts again.')
  return 0
}

/** @throws {CommandFault} when it is no database; a file is looked for from where one stands */
function placeNamed(option: string, url: string): DatabasePlace {
  if (!isDatabaseUrl(url))
    throw new CommandFault(
      `${option} must be "sqlite:" and a file, or "postgres://user:password@host:port/database".`,
    )
  const place = placeOf(url)
  return place.dialect === 'sqlite' ? { ...place, file: fromHere(place.file) } : place
}

async function verifyAndTell(
  config: Config,
  kept: string | undefined,
  output: Output,
): Promise<number> {
  const begun = performance.now()
  const place = databasePlace(config)
  const { head, ...counts } = await verify(place, kept === undefined ? undefined : headFrom(kept))
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  const { baseFacts, changes, standing } = counts
  output.say(
    `The history of ${nameOf(place)} fits: ${baseFacts} facts from its beginning, ${changes} changes, ${standing} stored rows, in ${seconds} s.`,
  )
  if (kept !== undefined) output.say('The head that was kept is part of it.')
  output.say(`head: ${headText(head)}`)
  return 0
}

const instead: Readonly<Record<string, string>> = {
  check:
    'PostgreSQL checks its own pages (pg_amcheck); pnpm verify:history checks what Andel keeps',
  backup: 'back it up with pg_dump',
  restore: 'restore it with pg_restore into an empty database',
}

/** @throws {CommandFault} for PostgreSQL, which has commands of its own for what is done to files */
function fileOf(command: string, config: Config): string {
  const place = databasePlace(config)
  if (place.dialect === 'sqlite') return place.file
  throw new CommandFault(
    `andel ${command} is for files of SQLite's, and DATABASE_URL names PostgreSQL: ${instead[command]}.`,
  )
}

interface Read {
  readonly command?: string | undefined
  readonly file?: string | undefined
  readonly force: boolean
  /** The end of the log at an earlier time. */
  readonly head?: string | undefined
  /** Addresses of databases. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

function read(args: readonly string[]): Read {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        force: { type: 'boolean', default: false },
        head: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
      },
    })
    const [command, file, ...rest] = positionals
    return rest.length > 0 ? { force: false } : { ...values, command, file: file && fromHere(file) }
  } catch {
    return { force: false }
  }
}

/** A path as it is typed, from the folder where one stands. */
const fromHere = (path: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), path)

function tell({ complain }: Output, message: string, findings: readonly string[]): void {
  complain(message)
  for (const finding of findings) complain(`- ${finding}`)
}

const isSystemError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && 'syscall' in error
