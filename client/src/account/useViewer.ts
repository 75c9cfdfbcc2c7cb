import { ViewerDocument, type ViewerQuery } from '@andel/schema/operations'
import { computed, shallowReadonly, shallowRef, watch } from 'vue'
import { asFailure, noteEntrance, Offline, request, type Failure } from '../api/index.ts'

export type Viewer = ViewerQuery['viewer']
export type GrantedRole = Viewer['grants'][number]
export type Role = GrantedRole['role']

const answer = shallowRef<ViewerQuery>()
const failure = shallowRef<Failure>()
/** Milliseconds before a server that did not answer is asked again. */
const patience = 5000
let again: ReturnType<typeof setTimeout> | undefined

/**
 * Asks who is signed in here, and tells everything that waits for somebody to be. When that is somebody else than before,
 * the page begins anew: nothing of the one is sent as the other.
 */
export async function loadViewer(): Promise<Viewer | undefined> {
  try {
    const before = viewer.value?.id
    const present = await request(ViewerDocument, {})
    if (before !== undefined && present.viewer.id !== before) {
      location.assign('/')
      return undefined
    }
    answer.value = present
    failure.value = undefined
    noteEntrance()
    return present.viewer
  } catch (thrown) {
    failure.value = asFailure(thrown)
    clearTimeout(again)
    if (failure.value instanceof Offline) again = setTimeout(loadViewer, patience)
    return undefined
  }
}

/** Global id of whoever has been signed in since the page was opened; waits until that is known. */
export async function knownViewer(): Promise<string> {
  if (answer.value) return answer.value.viewer.id
  if (failure.value) void loadViewer() // the server did not answer then; it has since
  return new Promise((resolve) => {
    watch(answer, (known) => known && resolve(known.viewer.id), { once: true })
  })
}

const viewer = computed(() => answer.value?.viewer)
const grants = computed(() => viewer.value?.grants ?? [])

/** Whether whoever looks has a role: anywhere, or in a joint service. */
function hasRole(role: Role, slug?: string): boolean {
  return grants.value.some(
    (grant) => grant.role === role && (slug === undefined || grant.jointService?.slug === slug),
  )
}

/** Whoever looks at the page. Everything is undefined or false before the server has said so. */
export function useViewer() {
  return {
    viewer,
    grants,
    hasRole,
    /** Whether there are budgets that may be seen: an administrator sees none. */
    seesBudgets: computed(() => grants.value.some(({ role }) => role !== 'ADMIN')),
    isAdmin: computed(() => hasRole('ADMIN')),
    isDemo: computed(() => answer.value?.installation.demo === true),
    /** Why it could not be asked. */
    failure: shallowReadonly(failure),
  }
}
