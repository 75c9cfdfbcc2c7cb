import type { RouteRecordNormalized, Router } from 'vue-router'
import { loadWhenIdle } from './when-idle.ts'

/** Pages that most people never see: those before signing in, and those of administrators. */
function isForFew({ path, meta }: RouteRecordNormalized): boolean {
  return meta.open === true || path.startsWith('/administration')
}

/**
 * Fetches the code of every page that most people see but the sheets, one by one, once the first page is shown: then going between pages needs
 * no more of the server than the figures.
 */
export async function loadPages(router: Router): Promise<void> {
  await router.isReady()
  for (const route of router.getRoutes()) {
    const page: unknown = route.components?.['default']
    if (isLazy(page) && !route.meta.heavy && !isForFew(route)) await loadWhenIdle(page)
  }
}

function isLazy(page: unknown): page is () => Promise<unknown> {
  return typeof page === 'function'
}
