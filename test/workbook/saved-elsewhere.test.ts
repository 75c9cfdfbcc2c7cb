import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { Api } from '../api/api.ts'
import { readSheet } from '../api/editing.ts'
import { sendFile } from '../api/round-trip.ts'
import { temporaryFolder } from '../product.ts'
import { withoutOffice } from './office.ts'

const run = promisify(execFile)
const title = `a workbook that LibreOffice has saved${withoutOffice ? ` (skipped: ${withoutOffice})` : ''}`

it.skipIf(withoutOffice)(`${title} differs in nothing, and its seal is intact`, async () => {
  await using api = await Api.start()
  const { id } = await readSheet(api)
  const folder = await temporaryFolder()
  const saved = join(folder.path, 'saved')
  const exported = await api.fetch(`/budgets/${id}.xlsx`)
  await writeFile(join(folder.path, 'budget.xlsx'), new Uint8Array(await exported.arrayBuffer()))
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder.path, 'profile'))}`
  const how = [profile, '--headless', '--convert-to', 'xlsx', '--outdir', saved]
  await run('soffice', [...how, join(folder.path, 'budget.xlsx')])
  const bytes = new Uint8Array(await readFile(join(saved, 'budget.xlsx')))
  await folder.remove()

  const query = `query ($budgetId: ID!, $file: Upload!) {
    checkWorkbook(file: $file) { seal differences { sheet cell was is } }
    readWorkbook(budgetId: $budgetId, file: $file) { changes { kind sheet cell } } }`
  expect(await sendFile(api, query, bytes, { budgetId: id })).toEqual({
    data: {
      checkWorkbook: { seal: 'INTACT', differences: [] },
      readWorkbook: { changes: [] },
    },
  })
})
