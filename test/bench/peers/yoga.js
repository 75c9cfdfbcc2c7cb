import { createServer } from 'node:http'
import { createSchema, createYoga } from 'graphql-yoga'
import { resolvers, typeDefs } from './rows.js'
import { listen } from './listen.js'

const schema = createSchema({ typeDefs, resolvers: resolvers(process.env.DATABASE_FILE) })
listen(createServer(createYoga({ schema, logging: false, graphiql: false })))
