import type { Router } from 'vue-router'
import { loadWhenIdle } from './when-idle.ts'

/**
 * Fetches the code of every page but the sheet, one by one, once the first page is shown: then going between pages needs
 * no more of the server than the figures.
 */
export async function loadPages(router: Router): Promise<void> {
  await router.isReady()
  for (const { components, meta } of router.getRoutes()) {
    const page: unknown = components?.['default']
    if (isLazy(page) && !meta.heavy) await loadWhenIdle(page)
  }
}

function isLazy(page: unknown): page is () => Promise<unknown> {
  return typeof page === 'function'
}
