// Opens the database that is named, and begins its history where nobody has.
import 'reflect-metadata'
import { beginChain } from '@andel/server/begin-chain'
import { openDatabase } from '@andel/server/database'

const database = await openDatabase({ dataDir: '', databaseUrl: `sqlite:${process.argv[2]!}` })
await beginChain(database.em.fork())
await database.close()
