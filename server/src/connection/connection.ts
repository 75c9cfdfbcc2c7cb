import { Fault } from '@andel/schema/fault'
import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql'
import { mostPerPage } from './page-size.ts'

/** Where a page may begin and how long it may be. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'At most this many, from the beginning or after `after`.',
  })
  first?: number

  @Field(() => String, { nullable: true, description: 'Begin after the entry with this cursor.' })
  after?: string

  @Field(() => Int, {
    nullable: true,
    description: 'At most this many, from the end or before `before`.',
  })
  last?: number

  @Field(() => String, { nullable: true, description: 'End before the entry with this cursor.' })
  before?: string
}

@ObjectType({ description: 'Where a page lies within its connection.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows.' })
  hasNextPage: boolean

  @Field(() => Boolean, { description: 'Whether something comes before.' })
  hasPreviousPage: boolean

  @Field(() => String, { nullable: true, description: 'Cursor of the first entry of the page.' })
  startCursor: string | null

  @Field(() => String, { nullable: true, description: 'Cursor of the last entry of the page.' })
  endCursor: string | null
}

export interface Edge<T> {
  cursor: string
  node: T
}

export interface Connection<T> {
  edges: Edge<T>[]
  nodes: T[]
  pageInfo: PageInfo
  totalCount: number
}

/** What cursors are that are places in a list, counted from its beginning. */
const placeText =
  'Opaque place of this entry in the list as filtered and ordered; pass it as `after` or `before`. When entries are added or removed before it meanwhile, the place moves: a page may then repeat or leave out some.'

/** The object types `XConnection` and `XEdge` for a node type. Returns the connection's class. */
export function connectionOf<T extends object>(
  name: string,
  node: () => ClassType<T>,
  cursorText = placeText,
): ClassType<Connection<T>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a connection, with its cursor.` })
  class NodeEdge implements Edge<T> {
    @Field(() => String, { description: cursorText })
    cursor: string

    @Field(node, { description: 'The entry itself.' })
    node: T
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name} entries.` })
  class NodeConnection implements Connection<T> {
    @Field(() => [NodeEdge], { description: 'The entries of this page with their cursors.' })
    edges: NodeEdge[]

    @Field(() => [node()], { description: 'The entries of this page.' })
    nodes: T[]

    @Field(() => PageInfo, { description: 'Where the page lies.' })
    pageInfo: PageInfo

    @Field(() => Int, { description: 'How many there are in all, whatever the page.' })
    totalCount: number
  }

  return NodeConnection
}

/** @throws {Fault} `BAD_INPUT` when a page is asked for that is larger than any, or negative */
export function checkSize({ first, last }: PageArgs): void {
  for (const size of [first, last]) {
    if (size != null && (size < 0 || size > mostPerPage)) {
      throw new Fault('BAD_INPUT', { size, most: mostPerPage })
    }
  }
}

/**
 * The window that the arguments ask for, as [start, end), when it does not depend on how many entries there are: then nobody
 * has to count them. Undefined when it does.
 */
export function knownWindow(args: PageArgs): { start: number; end: number } | undefined {
  checkSize(args)
  if (args.last != null) return undefined
  const start = args.after == null ? 0 : placeOf(args.after) + 1
  const end = start + (args.first ?? mostPerPage)
  return { start, end: args.before == null ? end : clamp(placeOf(args.before), start, end) }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}

/** The window of a list of `totalCount` entries that the arguments ask for, as [start, end). */
export function pageWindow(args: PageArgs, totalCount: number): { start: number; end: number } {
  checkSize(args)
  let start = args.after == null ? 0 : placeOf(args.after) + 1
  let end = args.before == null ? totalCount : Math.min(placeOf(args.before), totalCount)
  end = Math.max(start, Math.min(end, totalCount))
  if (args.first != null) end = Math.min(end, start + args.first)
  if (args.last != null) start = Math.max(start, end - args.last)
  if (args.first == null && args.last == null) end = Math.min(end, start + mostPerPage)
  return { start, end }
}

/** A page of a list, given the entries of its window. */
export function connect<T>(
  nodes: T[],
  { start, end }: { start: number; end: number },
  totalCount: number,
): Connection<T> {
  const edges = nodes.map((node, index) => ({ cursor: cursorAt(start + index), node }))
  return {
    edges,
    nodes,
    totalCount,
    pageInfo: {
      hasNextPage: end < totalCount,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}

/** A page of a list that is whole in memory. */
export function connectList<T>(list: readonly T[], args: PageArgs): Connection<T> {
  const window = pageWindow(args, list.length)
  return connect(list.slice(window.start, window.end), window, list.length)
}

function cursorAt(place: number): string {
  return Buffer.from(`at:${place}`).toString('base64url')
}

function placeOf(cursor: string): number {
  const match = /^at:(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString())
  if (!match) throw new Fault('BAD_INPUT', { cursor })
  return Number(match[1])
}
