import { newUuid } from '../../api/new-uuid.ts'
import type { LeftBehind } from './left-behind.ts'
import { emptyOutbox, hasUnsaved, type Outbox } from './outbox.ts'
import { tabsWithUnsent, unsentStore, type UnsentPlace } from './unsent-store.ts'

const place = 'andel.tab'
/** Milliseconds that a page which was left or closed may need to let go of its name. */
const patience = 500

let mine: Promise<string> | undefined

/**
 * A name for this tab: the same after a reload, another one in a copy of the tab, and free for others to take
 * over from once it is closed.
 */
export function thisTab(): Promise<string> {
  mine ??= nameTab()
  return mine
}

/** What the same person's tabs that are no longer open left unsaved of a budget; it stays where it is. */
export async function leftByClosedTabs(
  budgetId: string,
  { tab, person }: UnsentPlace,
): Promise<readonly LeftBehind[]> {
  const left: LeftBehind[] = []
  for (const other of tabsWithUnsent(localStorage, budgetId, person)) {
    if (other === tab) continue
    await whileClosed(other, () => {
      const outbox = unsentStore(localStorage, budgetId, { tab: other, person }).read()
      if (hasUnsaved(outbox)) left.push({ tab: other, outbox })
    })
  }
  return left
}

/**
 * Takes what a closed tab left, when no other tab has taken it meanwhile. It is forgotten where it was once it
 * has been used.
 *
 * @returns whether it was there
 */
export async function takeLeft(
  budgetId: string,
  place: UnsentPlace,
  use: (outbox: Outbox) => void,
): Promise<boolean> {
  let taken = false
  await whileClosed(place.tab, () => {
    const store = unsentStore(localStorage, budgetId, place)
    const outbox = store.read()
    taken = hasUnsaved(outbox)
    if (!taken) return // what cannot be read is left alone
    use(outbox)
    store.write(emptyOutbox)
  })
  return taken
}

/** Does something unless a tab is open, which keeps what is its own; where nobody can tell, nothing. */
async function whileClosed(tab: string, act: () => void): Promise<void> {
  if (!navigator.locks) return
  const signal = AbortSignal.timeout(patience)
  await navigator.locks.request(lockName(tab), { signal }, act).catch((thrown: unknown) => {
    if (!(thrown instanceof DOMException)) throw thrown
  })
}

async function nameTab(): Promise<string> {
  const before = sessionStorage.getItem(place)
  if (before !== null && (await hold(before))) return before
  const tab = newUuid()
  sessionStorage.setItem(place, tab)
  await hold(tab)
  return tab
}

/** Holds a lock for as long as the page lives; others see by it that the tab is open. */
function hold(tab: string): Promise<boolean> {
  if (!navigator.locks) return Promise.resolve(true) // an address without TLS: nobody can tell
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(patience)
    const forever = () => {
      resolve(true)
      return new Promise<never>(() => {})
    }
    navigator.locks.request(lockName(tab), { signal }, forever).catch(() => resolve(false))
  })
}

function lockName(tab: string): string {
  return `${place} ${tab}`
}
