import { Fault } from '@andel/schema/fault'
import { ownId } from '../connection/global-id.ts'
import type { Person } from '../person/person.entity.ts'
import type { AddCommentInput } from './comment-input.ts'

const longest = 5000
const mostMentions = 50
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What is to be said, as it can be stored. */
export interface Said {
  /** Own id that whoever sends it has made for the comment. */
  readonly id: string | undefined
  readonly text: string
  /** Own ids of people, each once. */
  readonly mentions: readonly string[]
}

/** @throws {Fault} `BAD_TEXT` when it is empty or too long; `BAD_INPUT` */
export function readComment({ text: given, mentions, commentId }: AddCommentInput): Said {
  const text = given.trim()
  if (text === '' || text.length > longest)
    throw new Fault('BAD_TEXT', { field: 'text', most: longest })
  const named = new Set((mentions ?? []).map((id) => ownId(id, 'Person')))
  if (named.size > mostMentions)
    throw new Fault('BAD_INPUT', { field: 'mentions', most: mostMentions })
  const id = commentId?.toLowerCase()
  if (id !== undefined && !uuid.test(id)) throw new Fault('BAD_INPUT', { field: 'commentId' })
  return { id, text, mentions: [...named] }
}

/** @throws {Fault} `BAD_INPUT` when somebody is named who cannot be */
export function requireMentionable({ mentions }: Said, people: readonly Person[]): void {
  const known = new Set(people.map(({ id }) => id))
  if (!mentions.every((id) => known.has(id))) throw new Fault('BAD_INPUT', { field: 'mentions' })
}
