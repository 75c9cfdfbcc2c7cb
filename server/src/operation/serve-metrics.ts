import { stat } from 'node:fs/promises'
import { faultSentences } from '@andel/schema/fault-sentences'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { can } from '../access/can.ts'
import { BadRequest } from '../http/bad-request.ts'
import type { Serving } from '../http/serve-graphql.ts'
import type { DatabasePlace } from '../database/place.ts'
import { Session } from '../sign-in/session.entity.ts'
import { sessionLasts } from '../sign-in/sessions.ts'
import { meters, readMeters } from './meters.ts'

/**
 * What is counted, at `/metrics` as Prometheus reads it: for an administrator, in a session or with an API token as Bearer.
 *
 * @param em - of which each reading gets a fork of its own
 * @param place - of the database
 */
export function serveMetrics(
  { web, authentication }: Serving,
  em: EntityManager,
  place: DatabasePlace,
) {
  web.get('/metrics', async (request, response) => {
    const actor = await authentication.actorOf(request)
    if (!can(actor, 'metrics.read')) {
      if (!actor.isSignedIn) response.set('WWW-Authenticate', 'Bearer')
      throw actor.isSignedIn ? refusal(403, 'FORBIDDEN') : refusal(401, 'UNAUTHENTICATED')
    }
    await measure(em.fork(), place)
    const { type, text } = await readMeters()
    response.set({ 'Content-Type': type, 'Cache-Control': 'no-store' }).end(text)
  })
}

function refusal(status: number, code: 'UNAUTHENTICATED' | 'FORBIDDEN'): BadRequest {
  const sentence = { sv: faultSentences.sv[code], en: faultSentences.en[code] }
  return new BadRequest(sentence, status, code)
}

/** Reads what is not counted as it happens. */
async function measure(em: EntityManager, place: DatabasePlace): Promise<void> {
  const now = Date.now()
  meters.sessions.set(
    await em.count(Session, {
      seenAt: { $gt: new Date(now - sessionLasts.idle) },
      createdAt: { $gt: new Date(now - sessionLasts.most) },
    }),
  )
  const [row] = await em.execute<{ newest: number | null }[]>(
    'select max("sequence") as "newest" from "change"',
  )
  meters.changes.set(row?.newest ?? 0)
  if (place.dialect === 'postgresql') {
    const [size] = await em.execute<{ bytes: string }[]>(
      'select pg_database_size(current_database()) as "bytes"',
    )
    meters.databaseBytes.set({ file: 'database' }, Number(size!.bytes))
    return
  }
  meters.databaseBytes.set({ file: 'database' }, await sizeOf(place.file))
  meters.databaseBytes.set({ file: 'wal' }, await sizeOf(`${place.file}-wal`))
}

/** Bytes; 0 of a file that is not there. */
const sizeOf = async (file: string): Promise<number> =>
  (await stat(file).catch(() => undefined))?.size ?? 0
