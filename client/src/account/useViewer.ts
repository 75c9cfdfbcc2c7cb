import { ViewerDocument, type ViewerQuery } from '@andel/schema/operations'
import { computed, shallowReadonly, shallowRef } from 'vue'
import { asFailure, noteEntrance, request, type Failure } from '../api/index.ts'

export type Viewer = ViewerQuery['viewer']
export type GrantedRole = Viewer['grants'][number]
export type Role = GrantedRole['role']

const answer = shallowRef<ViewerQuery>()
const failure = shallowRef<Failure>()

/** Asks who is signed in here, and tells everything that waits for somebody to be. */
export async function loadViewer(): Promise<Viewer | undefined> {
  try {
    answer.value = await request(ViewerDocument, {})
    failure.value = undefined
    noteEntrance()
    return answer.value.viewer
  } catch (thrown) {
    failure.value = asFailure(thrown)
    return undefined
  }
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
