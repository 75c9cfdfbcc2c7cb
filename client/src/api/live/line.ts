import { Fault } from '@andel/schema/fault'
import type { Client, ClientOptions } from 'graphql-ws'
import { shallowReadonly, shallowRef, watch } from 'vue'
import { entrances, noteRefusal } from '../session.ts'
import { waitAfter } from './patience.ts'

/** `none`: nobody listens; `opening`: the first try has no answer yet; `away`: it is tried again by and by. */
export type LineState = 'none' | 'opening' | 'live' | 'away'

/** Something that is listened to as long as the line is there. */
export interface Listening {
  /** Begins, if it has not begun. */
  begin(client: Client): void
}

const state = shallowRef<LineState>('none')
/** Whether the server can tell this page what happens. */
export const lineState = shallowReadonly(state)

const count = shallowRef(0)
/** How often the server has said, since the page was opened, that rights are others than before. */
export const rightsChanges = shallowReadonly(count)

/** Close codes of ours: see `docs/api.md`. */
const unauthenticated = 4401
const rightsHaveChanged = 4403
/** Milliseconds: between signs of life; without an answer to one; after which a line counts as one that holds. */
const keepAlive = 15_000
const silence = 8000
const steady = 5000

const listening = new Set<Listening>()
let client: Promise<Client> | undefined
let failures = 0
let connectedAt: number | undefined
let again: ReturnType<typeof setTimeout> | undefined
let isBarred = false

/** Listens for as long as it is not left. All that is listened to comes over one socket. */
export function listen(one: Listening): () => void {
  if (listening.size === 0) takeUp()
  listening.add(one)
  if (state.value !== 'away') void open()
  return () => {
    listening.delete(one)
    if (listening.size === 0) layDown()
  }
}

/** Something has ended that is still listened to: it begins anew, after a while. */
export function comeBack(): void {
  if (listening.size === 0 || isBarred || again !== undefined) return
  again = setTimeout(open, waitAfter(failures, Math.random()))
  failures += 1
}

async function open(): Promise<void> {
  clearTimeout(again)
  again = undefined
  if (state.value === 'none') state.value = 'opening'
  try {
    client ??= load()
    const found = await client
    for (const one of listening) one.begin(found)
  } catch {
    client = undefined // its code could not be fetched
    state.value = 'away'
    comeBack()
  }
}

async function load(): Promise<Client> {
  const { createClient } = await import('graphql-ws')
  return createClient(options())
}

function options(): ClientOptions {
  let answer: ReturnType<typeof setTimeout> | undefined
  return {
    url: () => `${location.origin.replace(/^http/, 'ws')}/graphql`,
    retryAttempts: 0, // what is asked for changes with what has been told: see `subscribe`
    lazyCloseTimeout: 2000,
    keepAlive,
    connectionAckWaitTimeout: silence,
    on: {
      connected() {
        connectedAt = Date.now()
        state.value = 'live'
      },
      ping(isReceived) {
        if (isReceived) return
        answer = setTimeout(() => void client?.then((found) => found.terminate()), silence)
      },
      pong(isReceived) {
        if (isReceived) clearTimeout(answer)
      },
      closed(event) {
        clearTimeout(answer)
        closed((event as { code?: number }).code)
      },
    },
  }
}

function closed(code: number | undefined): void {
  const held = connectedAt === undefined ? undefined : Date.now() - connectedAt
  connectedAt = undefined
  if (listening.size === 0) return void (state.value = 'none')
  state.value = 'away'
  if (held !== undefined && held > steady) failures = 0
  if (code === unauthenticated) {
    isBarred = true // goes on when somebody has signed in
    return noteRefusal(new Fault('UNAUTHENTICATED'))
  }
  // before it has let anybody in, it refuses the address of the page, not a person
  if (code === rightsHaveChanged && held !== undefined) count.value += 1
  comeBack()
}

/** Tries at once instead of when its time has come. */
function retry(): void {
  if (state.value !== 'away' || document.visibilityState === 'hidden') return
  isBarred = false
  void open()
}

let unwatch: (() => void) | undefined

function takeUp(): void {
  isBarred = false
  addEventListener('online', retry)
  document.addEventListener('visibilitychange', retry)
  unwatch = watch(entrances, retry)
}

function layDown(): void {
  clearTimeout(again)
  again = undefined
  removeEventListener('online', retry)
  document.removeEventListener('visibilitychange', retry)
  unwatch?.()
  failures = 0
  if (state.value !== 'live') state.value = 'none'
}
