import { open } from 'node:fs/promises'
import { DatabaseSync, backup } from 'node:sqlite'
import { CommandFault } from './command-fault.ts'

/** Milliseconds to wait for a lock that somebody else holds. */
const patience = 10_000

/** Only its owner reads a copy: everything that Andel keeps is in it. */
const ownersAlone = 0o600

/**
 * Copies a database, which may be in use, as it is at this moment: one file, safely on the disk when this returns.
 *
 * @param to - a file that is not there
 * @throws {CommandFault} when there is no database to copy
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
  await (await open(to, 'wx', ownersAlone)).close()
  const source = openToRead(from)
  try {
    // One state of the data from first to last page. Without it every edit made meanwhile begins the copy anew, and under load
    // it never ends.
    source.exec('begin')
    source.prepare('select count(*) from sqlite_schema').get()
    await backup(source, to, { rate: 1000 })
  } catch (error) {
    throw isNoDatabase(error) ? new CommandFault(`${from} is no database.`) : error
  } finally {
    source.close()
  }
  const copy = new DatabaseSync(to)
  copy.exec('pragma journal_mode = delete') // nothing beside it that could be forgotten
  copy.close()
  await toDisk(to)
}

/** Has a file or a folder's list of files safely on the disk. */
export async function toDisk(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync()
  await handle.close()
}

function openToRead(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { readOnly: true, timeout: patience })
  } catch {
    throw new CommandFault(`There is no database ${file}, or it may not be read.`)
  }
}

const notADatabase = 26

const isNoDatabase = (error: unknown): boolean =>
  (error as { errcode?: number }).errcode === notADatabase
