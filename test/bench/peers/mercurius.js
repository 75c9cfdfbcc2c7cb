import fastify from 'fastify'
import mercurius from 'mercurius'
import { resolvers, typeDefs } from './rows.js'

const app = fastify()
await app.register(mercurius, {
  schema: typeDefs,
  resolvers: resolvers(process.env.DATABASE_FILE),
  jit: 1,
})
const address = await app.listen({ port: 0, host: '127.0.0.1' })
console.log(`${address}/graphql`)
