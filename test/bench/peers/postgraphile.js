import { createServer } from 'node:http'
import { grafserv } from 'postgraphile/grafserv/node'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { makeV4Preset } from 'postgraphile/presets/v4'
import { listen } from './listen.js'

const server = createServer()
const built = postgraphile({
  extends: [makeV4Preset({ simpleCollections: 'only', graphiql: false, dynamicJson: true })],
  pgServices: [makePgService({ connectionString: process.env.DATABASE_URL, schemas: ['public'] })],
  grafast: { explain: false },
  grafserv: { watch: false, websockets: false },
})
await built.createServ(grafserv).addTo(server)
listen(server)
