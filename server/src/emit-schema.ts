/** Writes schema/schema.graphql: the contract as the server really has it. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { buildApi } from './graphql-schema.ts'

const sdl = printSchema(lexicographicSortSchema(await buildApi()))
const file = fileURLToPath(new URL('../../schema/schema.graphql', import.meta.url))
writeFileSync(file, `# Emitted by the server (pnpm emit:schema); do not edit.\n\n${sdl}\n`)
