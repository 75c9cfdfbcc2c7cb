import { expect } from 'vitest'
import type { Api, Loose } from '../api/api.ts'
import { Visitor } from '../visitor.ts'
import { stored } from './beside.ts'
import { type Input, codeOf, mutate, once } from './mutate.ts'
import { idsOf } from './policy/ids.ts'

/** Name of who somebody is taken for; the code with which it is refused otherwise. */
export async function whoIs(visitor: Visitor): Promise<string> {
  const answer = await visitor.send<Loose>('{ viewer { name } }')
  return codeOf(answer) ?? answer.data.viewer.name
}

/** Global id of the person. */
export const idOf = async (visitor: Visitor): Promise<string> =>
  (await visitor.send<Loose>('{ viewer { id } }')).data.viewer.id

export const withHeaders = (
  { address, headers }: Visitor,
  more: Readonly<Record<string, string>>,
): Visitor => new Visitor(address, { ...headers, ...more })

/** What adds a line to the demo's budget, each time for the first time. */
export async function addALine(api: Api): Promise<() => Input> {
  const { budget } = await idsOf(api.visitor, 'familjehemscentrum')
  const fields = { description: 'x', amount: '1.00' }
  return () => ({ budgetId: budget, ...once(), edits: [{ addLine: { fields } }] })
}

/** Sends a mutation, sees that it is refused with nothing told and nothing stored, and gives the code. */
export function refusalIn(api: Api) {
  return async (visitor: Visitor, mutation: string, input: Input): Promise<string | undefined> => {
    const before = await stored(api)
    const answer = await mutate(visitor, mutation, input)
    expect(answer.data ?? null).toBeNull()
    expect(await stored(api)).toEqual(before)
    return codeOf(answer)
  }
}
