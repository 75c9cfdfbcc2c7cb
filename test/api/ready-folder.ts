import { rmSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { createApp } from '@andel/server/app'
import { temporaryFolder } from '../product.ts'

/** Folders in which a product was started once, by whether it has the demo. */
const made = new Map<boolean, Promise<string>>()

/**
 * An empty folder in which a product has been started and ended once, and how to remove it: what it loads at its first start takes
 * longer than most tests.
 */
export async function readyFolder(demo: boolean): ReturnType<typeof temporaryFolder> {
  const template = made.get(demo) ?? makeTemplate(demo)
  made.set(demo, template)
  const folder = await temporaryFolder()
  await cp(await template, folder.path, { recursive: true })
  return folder
}

async function makeTemplate(demo: boolean): Promise<string> {
  const { path } = await temporaryFolder()
  process.once('exit', () => rmSync(path, { recursive: true, force: true }))
  const where = { host: '127.0.0.1', port: 0, dataDir: path, databaseUrl: undefined }
  const app = await createApp({ ...where, demo, logLevel: 'silent' })
  await app.close()
  return path
}
