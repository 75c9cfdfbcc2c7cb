import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { printApi } from './execution/graphql-schema.ts'

writeFileSync(
  fileURLToPath(new URL('../../schema/schema.graphql', import.meta.url)),
  await printApi(),
)
