/**
 * Why somebody who comes back from a provider, or follows a link of the demo, is not signed in: what `/logga-in?fel=…` says. The list is closed, so nothing
 * that others have written gets on the page.
 */
export const signInFailures = [
  'avbruten', // given up at the provider
  'nekad', // the provider vouches for nobody who may come in; one answer, whatever the reason
  'svarar-inte', // the provider cannot be reached, or does not work
  'for-sent', // begun in another browser, too long ago, or used already
  'for-manga', // too many tries from one place
  'gammal-lank', // a link of the demo from before Andel was started anew
] as const

export type SignInFailureCode = (typeof signInFailures)[number]
