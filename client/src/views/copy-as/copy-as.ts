import type { CopySource } from './copy-source.ts'
import { asCurl } from './curl.ts'
import { asGraphql } from './graphql.ts'
import { asPandas } from './pandas.ts'
import { asPowerQuery } from './power-query.ts'
import { asR } from './r.ts'

/** The languages that a view can be copied as. Their names are the same in Swedish and English. */
export const copyLanguages = [
  { name: 'Power Query', write: asPowerQuery },
  { name: 'Python', write: asPandas },
  { name: 'R', write: asR },
  { name: 'curl', write: asCurl },
  { name: 'GraphQL', write: asGraphql },
] as const satisfies readonly { name: string; write: (source: CopySource) => string }[]
