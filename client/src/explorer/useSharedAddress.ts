import { onMounted, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { copyText } from '../ui/copy-text.ts'
import type { Written } from './kept/history.ts'
import { fromSharedAddress, toSharedAddress } from './kept/shared-address.ts'

/**
 * Addresses that carry a query. One that comes with the page is taken, or undefined when it cannot be read, and then goes from
 * the address, so that a reload keeps what has been written since. Nothing is run by itself.
 */
export function useSharedAddress(take: (work: Written | undefined) => void) {
  const route = useRoute()
  const router = useRouter()

  async function read(): Promise<void> {
    const { hash } = route
    if (!hash.startsWith('#q=')) return
    take(await fromSharedAddress(hash))
    await router.replace({ hash: '' })
  }
  onMounted(read)
  watch(() => route.hash, read)

  /** Copies the address of a query; false when it would be too long. */
  async function share(work: Written): Promise<boolean> {
    const hash = await toSharedAddress(work)
    if (hash === undefined) return false
    await copyText(`${location.origin}${location.pathname}${hash}`)
    return true
  }

  return { share }
}
