/** Listens on any free port and prints where GraphQL is answered. */
export function listen(server) {
  server.listen(0, '127.0.0.1', () => {
    console.log(`http://127.0.0.1:${server.address().port}/graphql`)
  })
}
