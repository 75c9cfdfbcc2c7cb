import type { useText } from '../text/useText.ts'

/** What a page says in the place of a budget that is not there. */
export interface MissingBudget {
  readonly title: string
  readonly text: string
  readonly trail: readonly { readonly label: string; readonly to: string }[]
}

/**
 * Words for a budget that is not there.
 *
 * @param serviceName - left out when there is no such joint service either
 */
export function missingBudget(
  address: { readonly slug: string; readonly year: string },
  serviceName: string | undefined,
  t: ReturnType<typeof useText>['t'],
): MissingBudget {
  const { slug, year } = address
  const services = { label: t('common.services'), to: '/' }
  if (!serviceName) {
    const text = t('jointService.notFoundText', { slug })
    return { title: t('jointService.notFound'), text, trail: [services] }
  }
  return {
    title: t('budget.notFoundTitle'),
    text: t('budget.notFoundText', { slug: serviceName, year }),
    trail: [services, { label: serviceName, to: `/samverkan/${slug}` }],
  }
}
