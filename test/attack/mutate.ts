import { randomUUID } from 'node:crypto'
import type { Loose } from '../api/api.ts'
import type { Visitor } from '../visitor.ts'

export type Input = Record<string, unknown>

/** The key of an edit that is sent for the first time. */
export const once = (): Input => ({ clientMutationKey: randomUUID() })

/** Sends a mutation as somebody. @param asked - what of its payload */
export function mutate(
  visitor: Visitor,
  mutation: string,
  input: Input,
  asked = '__typename',
): Promise<Loose> {
  const type = inputOf[mutation] ?? `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${asked} } }`
  return visitor.send(query, { input })
}

const inputOf: Readonly<Record<string, string>> = {
  endSessions: 'PersonInput',
  erasePerson: 'PersonInput',
  invitePerson: 'PersonInput',
  reinstatePerson: 'PersonInput',
  suspendPerson: 'PersonInput',
}

/** With what an answer refuses; undefined when it does not. */
export const codeOf = ({ errors }: Loose): string | undefined => errors?.[0]?.extensions.code
