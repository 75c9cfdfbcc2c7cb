import { rmSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { temporaryFolder } from './product.ts'

/** Folders in which a product was started once, by its name. */
const made = new Map<string, Promise<string>>()

/**
 * A folder of one's own in which a product has been started and ended once, and how to remove it: what it loads at its first start
 * takes longer than most tests.
 *
 * @param name - of the product, e.g. whether it has the demo
 * @param startAndEnd - starts it in an empty folder
 */
export async function readyFolder(
  name: string,
  startAndEnd: (path: string) => Promise<void>,
): ReturnType<typeof temporaryFolder> {
  const template = made.get(name) ?? makeTemplate(startAndEnd)
  made.set(name, template)
  const folder = await temporaryFolder()
  await cp(await template, folder.path, { recursive: true })
  return folder
}

async function makeTemplate(startAndEnd: (path: string) => Promise<void>): Promise<string> {
  const { path } = await temporaryFolder()
  process.once('exit', () => rmSync(path, { recursive: true, force: true }))
  await startAndEnd(path)
  return path
}
