import { existsSync } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AuditAction } from '../audit/audit-action.ts'
import { CommandFault } from './command-fault.ts'
import { copyDatabase, toDisk } from './copy-database.ts'
import { inspectFile } from './inspect-file.ts'
import { noteInAudit } from './note-in-audit.ts'

/**
 * Backs a database up, which may be in use, into one file that holds every edit answered before. The file has its name only
 * when it is whole, sound and on the disk.
 *
 * @param target - is not there, unless `force`
 * @returns bytes of the backup
 * @throws {CommandFault} when it cannot be made; then nothing has changed
 */
export async function backup(
  database: string,
  target: string,
  { force }: { readonly force: boolean },
): Promise<number> {
  const refuseToOverwrite = (): void => {
    if (!force && existsSync(target))
      throw new CommandFault(`${target} is there already. Choose another name, or say --force.`)
  }
  refuseToOverwrite()
  if (!existsSync(dirname(target))) throw new CommandFault(`There is no folder ${dirname(target)}.`)
  const unfinished = `${target}.${process.pid}.unfinished`
  try {
    await copyDatabase(database, unfinished)
    const findings = inspectFile(unfinished)
    if (findings.length > 0)
      throw new CommandFault(`${database} is not sound, and was not backed up.`, findings)
    refuseToOverwrite()
    await rename(unfinished, target)
  } finally {
    await rm(unfinished, { force: true })
  }
  await toDisk(dirname(target))
  const { size: bytes } = await stat(target)
  noteInAudit(database, AuditAction.BACKUP, { bytes })
  return bytes
}
