import { newUuid } from '../../api/new-uuid.ts'
import { adoptUnsent, tabsWithUnsent, type UnsentPlace } from './unsent-store.ts'

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

/** Takes over what the same person's tabs that are no longer open left unsaved. */
export async function adoptFromClosedTabs(
  budgetId: string,
  { tab, person }: UnsentPlace,
): Promise<void> {
  for (const other of tabsWithUnsent(localStorage, budgetId, person)) {
    if (other === tab || !navigator.locks) continue
    const signal = AbortSignal.timeout(patience)
    await navigator.locks
      .request(lockName(other), { signal }, () =>
        adoptUnsent(localStorage, budgetId, { tab: other, person }, tab),
      )
      .catch(() => {}) // it is open, and keeps what is its own
  }
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
