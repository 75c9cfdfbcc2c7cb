import { newUuid } from '../sheet/uuid.ts'
import { adoptUnsent, tabsWithUnsent } from './unsent-store.ts'

const place = 'andel.tab'

/** A name for this tab that survives a reload, and is free for others to take over from once it is closed. */
export function thisTab(): string {
  const tab = sessionStorage.getItem(place) ?? newUuid()
  sessionStorage.setItem(place, tab)
  holdLock(tab)
  return tab
}

/** Takes over what tabs that are no longer open left unsaved. */
export async function adoptFromClosedTabs(budgetId: string, tab: string): Promise<void> {
  for (const other of tabsWithUnsent(localStorage, budgetId)) {
    if (other === tab) continue
    await navigator.locks?.request(lockName(other), { ifAvailable: true }, (lock) => {
      if (lock) adoptUnsent(localStorage, budgetId, other, tab)
    })
  }
}

let held = false

/** A lock that is held as long as the tab lives; others see by it that the tab is open. */
function holdLock(tab: string): void {
  if (held) return
  held = true
  void navigator.locks?.request(lockName(tab), () => new Promise<never>(() => {}))
}

function lockName(tab: string): string {
  return `${place} ${tab}`
}
