import { existsSync } from 'node:fs'
import { tellFinding } from '../chain/finding.ts'
import { type Head, type Verified, verifyChain } from '../chain/verify-chain.ts'
import { type Database, snapshotOf } from '../database/database.ts'
import { connectDatabase } from '../database/open-database.ts'
import { type DatabasePlace, nameOf } from '../database/place.ts'
import { CommandFault } from './command-fault.ts'

/**
 * Replays the log of a database, which may be in use, and compares what comes of it with what is stored. Nothing is changed.
 *
 * @param kept - the end of the log at an earlier time, as `headFrom` reads it; undefined for none
 * @throws {CommandFault} when there is nothing to verify, or the history does not fit: with the first row that does not
 */
export async function verify(
  place: DatabasePlace,
  kept: Head | undefined,
): Promise<Verified & { readonly head: Head }> {
  const name = nameOf(place)
  if (place.dialect === 'sqlite' && !existsSync(place.file))
    throw new CommandFault(`There is no database ${name}. Start Andel, or set DATA_DIR.`)
  const database = await connectDatabase(place)
  try {
    if ((await database.migrator.getPending()).length > 0) throw notChained(name)
    const { head, finding, ...counts } = await verifyDatabase(database, kept)
    if (finding)
      throw new CommandFault(`The history of ${name} does not fit. The first row that does not:`, [
        tellFinding(finding),
      ])
    if (head === null) throw notChained(name)
    return { head, finding, ...counts }
  } finally {
    await database.close()
  }
}

/** Verifies one state of the data, whatever is edited meanwhile. */
export function verifyDatabase(database: Database, kept?: Head): Promise<Verified> {
  return database.em.fork().transactional((tx) => verifyChain(tx, kept), snapshotOf(database))
}

const notChained = (name: string): CommandFault =>
  new CommandFault(`${name} is from before the history was chained. Start Andel on it once.`)

/** The end of a log as it is printed, and kept elsewhere. */
export const headText = ({ sequence, hash }: Head): string => `${sequence}:${hash}`

/** Reads such a text. @throws {CommandFault} when it is none */
export function headFrom(text: string): Head {
  const match = /^(\d{1,15}):([\da-f]{64})$/.exec(text)
  if (!match) throw new CommandFault('--head is "<sequence>:<hash>", as andel verify prints it.')
  return { sequence: Number(match[1]), hash: match[2]! }
}
