import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql } from '@apollo/client'
import { Client, cacheExchange, fetchExchange } from '@urql/core'
import { ClientError, GraphQLClient } from 'graphql-request'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api } from '../api.ts'

// What programs that others have written make of the API: a connection page by page, and what is refused.

let api: Api
let url: string
let headers: Readonly<Record<string, string>>
beforeAll(async () => {
  api = await Api.start()
  url = `${api.address}/graphql`
  headers = { authorization: `Bearer ${api.app.demo!.token}` }
})
afterAll(() => api[Symbol.asyncDispose]())

interface Page {
  readonly municipalities: {
    readonly totalCount: number
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    readonly edges: readonly { readonly node: { readonly name: string } }[]
  }
}
interface Where {
  readonly after?: string | null
}
const page = `query Page($after: String) {
  municipalities(first: 100, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id name } } } }`
const unknown =
  'query Unknown { jointService(slug: "familjehemscentrum") { budget(year: 1066) { id } } agreements(first: -1) { totalCount } }'

/** All names, by paging until there are no more. */
async function namesBy(read: (where: Where) => Promise<Page>): Promise<string[]> {
  const names: string[] = []
  let after: string | null | undefined
  do {
    const { municipalities } = await read({ after: after ?? null })
    names.push(...municipalities.edges.map(({ node }) => node.name))
    expect(municipalities.totalCount).toBe(290)
    after = municipalities.pageInfo.hasNextPage ? municipalities.pageInfo.endCursor : undefined
  } while (after)
  return names
}

const checkNames = (names: readonly string[]): void => {
  expect(new Set(names).size).toBe(290)
  expect(names).toContain('Härjedalen')
}

describe('urql', () => {
  const client = () =>
    new Client({
      url,
      exchanges: [cacheExchange, fetchExchange],
      fetchOptions: { headers },
      preferGetMethod: 'within-url-limit',
    })

  it('reads all pages', async () => {
    const urql = client()
    checkNames(
      await namesBy(async (where) => (await urql.query<Page>(page, where).toPromise()).data!),
    )
  })

  it('tells the code of what is refused', async () => {
    const { error } = await client().query(unknown, {}).toPromise()
    expect(error?.networkError).toBeUndefined()
    expect(error?.graphQLErrors[0]?.extensions['code']).toBe('BAD_INPUT')
  })
})

describe('a file sent by urql', () => {
  const check = 'query Check($file: Upload!) { checkWorkbook(file: $file) { seal } }'
  const send = (size: number) => {
    const variables = { file: new File([new Uint8Array(size)], 'budget.xlsx') }
    const fetchOptions = { headers }
    return new Client({ url, exchanges: [fetchExchange], fetchOptions, preferGetMethod: false })
      .query(check, variables)
      .toPromise()
  }

  it('arrives, and is looked at', async () => {
    const { error } = await send(100)
    expect(error?.graphQLErrors[0]?.path).toEqual(['checkWorkbook']) // which finds no workbook in it
  })

  it('is told to be too large', async () => {
    const { error } = await send(11 * 1024 * 1024)
    expect(error?.response.status).toBe(413)
    expect(error?.graphQLErrors[0]?.message).toBe('Filen är större än 10 MiB.')
  })
})

describe('Apollo Client', () => {
  const client = () =>
    new ApolloClient({ cache: new InMemoryCache(), link: new HttpLink({ uri: url, headers }) })

  it('reads all pages', async () => {
    const apollo = client()
    const query = gql(page)
    checkNames(
      await namesBy(async (variables) => {
        const { data } = await apollo.query<Page, Where>({ query, variables })
        return data!
      }),
    )
  })

  it('tells the code of what is refused', async () => {
    const refused = await client()
      .query({ query: gql(unknown) })
      .catch((error: unknown) => error)
    expect(CombinedGraphQLErrors.is(refused) && refused.errors[0]?.extensions?.['code']).toBe(
      'BAD_INPUT',
    )
  })
})

describe('graphql-request', () => {
  it('reads all pages', async () => {
    const client = new GraphQLClient(url, { headers })
    checkNames(await namesBy((where) => client.request<Page>(page, { ...where })))
  })

  it('tells the code of what is refused, also with GET', async () => {
    for (const method of ['POST', 'GET'] as const) {
      const refused = await new GraphQLClient(url, { method, headers })
        .request(unknown)
        .catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(ClientError)
      expect((refused as ClientError).response.errors?.[0]?.extensions['code']).toBe('BAD_INPUT')
    }
  })
})
