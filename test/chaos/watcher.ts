import { type Change, type Sheet, applyChanges, readSheet } from '@andel/client/live-budget'
import { SheetAgainDocument, type SheetFragment } from '@andel/schema/operations'
import { type Client, createClient } from 'graphql-ws'
import WebSocket from 'ws'
import type { Visitor } from '../visitor.ts'

const follow = `subscription ($id: ID!, $after: Int!) { budgetChanges(budgetId: $id, afterSequence: $after) {
  sequence changes { sequence entity entityId version field before after at actor actorId batch } } }`

interface Told {
  readonly budgetChanges: { readonly sequence: number; readonly changes: readonly Change[] }
}

/** A grid that is kept up to date by what the server tells, and by nothing else. */
export interface Watcher extends AsyncDisposable {
  readonly sheet: Sheet
  /** Changes that came though they were known, or that could not be applied. */
  readonly astray: number
  /** How often its line was cut. */
  readonly cut: number
}

/** What the sheet says now, as whoever opens it reads it. */
export async function readWhole(office: Visitor, budgetId: string): Promise<Sheet> {
  const { data } = await office.send<{ budget: SheetFragment }>(SheetAgainDocument.toString(), {
    id: budgetId,
  })
  return readSheet(data.budget)
}

/** Opens a budget and follows it at an address; when its line is cut, it comes back and goes on from where it was. */
export async function watch(office: Visitor, budgetId: string, address: string): Promise<Watcher> {
  let sheet = await readWhole(office, budgetId)
  let [astray, cut, isOver] = [0, 0, false]
  const headers = { ...office.headers, origin: office.address, host: new URL(office.address).host }
  class OwnSocket extends WebSocket {
    constructor(url: string, protocol: string) {
      super(url, protocol, { headers })
    }
  }
  const client: Client = createClient({
    url: `${address.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: OwnSocket,
    retryAttempts: 0,
    lazyCloseTimeout: 0,
  })
  const follows = async (): Promise<void> => {
    const variables = { id: budgetId, after: sheet.sequence }
    for await (const { data } of client.iterate<Told>({ query: follow, variables })) {
      const changes = data!.budgetChanges.changes
      astray += changes.filter(({ sequence }) => sequence <= sheet.sequence).length
      const next = applyChanges(sheet, changes, {})
      if (next) sheet = next
      else astray += 1
    }
  }
  const following = (async () => {
    while (!isOver) {
      await follows().catch(() => undefined)
      if (isOver) return
      cut += 1
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })()
  return {
    get sheet() {
      return sheet
    },
    get astray() {
      return astray
    },
    get cut() {
      return cut
    },
    async [Symbol.asyncDispose]() {
      isOver = true
      await client.dispose()
      await following
    },
  }
}

/** Somebody who begins to listen and then takes nothing of what is told. */
export async function listenAndSleep(office: Visitor, budgetId: string): Promise<WebSocket> {
  const headers = { ...office.headers, origin: office.address }
  const socket = new WebSocket(`${office.address}/graphql`, 'graphql-transport-ws', { headers })
  socket.on('error', () => undefined)
  await new Promise<void>((resolve) => socket.once('open', resolve))
  socket.send('{"type":"connection_init"}')
  await new Promise<void>((resolve) => socket.once('message', () => resolve()))
  const variables = { id: budgetId, after: 0 }
  socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: follow, variables } }))
  socket.pause()
  return socket
}
