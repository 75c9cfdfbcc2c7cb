import { hash } from 'node:crypto'
import type { Request, Response } from 'express'
import { Actor } from '../access/actor.ts'
import { ownIdIfAny } from '../connection/global-id.ts'
import type { RequestContext } from '../context.ts'
import { BadRequest } from '../http/bad-request.ts'
import { effectOf } from '../http/document-effect.ts'
import type { Serving } from '../http/serve-graphql.ts'
import { openTable } from '../table/open-table.ts'
import { refuseTable } from '../table/refusal.ts'
import { sendTable } from '../table/send-table.ts'
import { type TableFormat, formatByExtension } from '../table/table-format.ts'
import { SavedView } from './saved-view.entity.ts'
import { opens } from '../access/secret.ts'

/** Saved views at `/views/<id>.<csv|xlsx|ndjson|json>?token=…`: GET and HEAD, whole, as they are now. */
export function serveViews(serving: Serving): void {
  serving.web.get('/views/:file', async (request, response) => {
    response.set({ 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'private, no-cache' })
    const { view, format } = await findOpened(serving.context(Actor.nobody), request)
    const owner = await serving.authentication.ownerOf(view.actor)
    if (!owner.isSignedIn) throw notFound()
    const tag = await tagOf(serving, view, format, owner)
    if (tag) response.setHeader('ETag', tag)
    if (tag && knows(request, tag)) return void response.status(304).end()
    if (request.method === 'HEAD') return void response.type(format.mediaType).end()
    await sendView(serving, { view, format, owner }, request, response)
  })
}

/** Whatever else it says of caches: some clients add `no-cache` when they ask whether a tag still holds. */
function knows({ headers }: Request, tag: string): boolean {
  const known = headers['if-none-match']?.split(',') ?? []
  return known.some((one) => one.trim() === tag || one.trim() === '*')
}

interface OpenedView {
  readonly view: SavedView
  readonly format: TableFormat
  /** It is read with the rights that its owner has now. */
  readonly owner: Actor
}

async function sendView(
  serving: Serving,
  { view, format, owner }: OpenedView,
  request: Request,
  response: Response,
): Promise<void> {
  const { name: title, query: source, variables } = view
  try {
    const table = await openTable(serving, { source, variables, title }, owner)
    await serving.audit.exported(owner, {
      kind: 'VIEW',
      format: format.extension,
      subject: view.globalId,
    })
    await sendTable(request, response, table, format)
  } catch (error) {
    response.removeHeader('ETag')
    refuseTable(error, request, response)
  }
}

/**
 * The view that the address and the token open together.
 *
 * @throws {BadRequest} 404, the same for a view that is not there and for a token that is wrong, revoked or another's
 */
async function findOpened(
  { em }: RequestContext,
  request: Request<{ file: string }>,
): Promise<{ view: SavedView; format: TableFormat }> {
  const [, globalId = '', extension = ''] = /^([\w-]+)\.(\w+)$/.exec(request.params.file) ?? []
  const id = ownIdIfAny(globalId, 'SavedView')
  const view = id === undefined ? null : await em.findOne(SavedView, { id })
  if (!opens(tokenOf(request), view?.tokenHash) || !view) throw notFound()
  const format = formatByExtension(extension, request.query['excel'])
  if (!format) throw notFound()
  await noteUse(em, view)
  return { view, format }
}

function tokenOf({ query, headers }: Request): string {
  const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1]
  return bearer ?? (typeof query['token'] === 'string' ? query['token'] : '')
}

const notFound = (): BadRequest =>
  new BadRequest(
    {
      sv: 'Det finns ingen vy på den adressen, eller så öppnar åtkomstnyckeln den inte.',
      en: 'There is no view at that address, or the token does not open it.',
    },
    404,
    'NOT_FOUND',
  )

const minute = 60_000

/** To the minute: a view that is read often is not written often. */
async function noteUse(em: RequestContext['em'], { id, lastUsedAt }: SavedView): Promise<void> {
  const now = new Date()
  if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < minute) return
  await em.nativeUpdate(SavedView, { id }, { lastUsedAt: now })
}

/** The same as long as view, data and format are; undefined when that cannot be known. */
async function tagOf(
  { execution, dataVersion }: Serving,
  view: SavedView,
  { extension, write }: TableFormat,
  { rights }: Actor,
): Promise<string | undefined> {
  const version = await dataVersion.now()
  if (version === undefined || !followsFromData(execution, view)) return undefined
  const content = [
    view.id,
    view.changedAt.toISOString(),
    version,
    extension,
    write.name,
    rights,
  ].join('\n')
  return `W/"${hash('sha256', content, 'base64url').slice(0, 32)}"`
}

function followsFromData(execution: Serving['execution'], { query }: SavedView): boolean {
  try {
    return effectOf(execution.schema, execution.prepare(query).document).mayBeKept
  } catch {
    return false // it does not fit the contract any more: told when it is read
  }
}
