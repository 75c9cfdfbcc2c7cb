import { createClient, fetchExchange } from '@urql/vue'

/** The one GraphQL client. No cache: what is on screen is what the server last said. */
export const client = createClient({
  url: '/graphql',
  exchanges: [fetchExchange],
  preferGetMethod: false,
  requestPolicy: 'network-only',
})
