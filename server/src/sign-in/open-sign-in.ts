import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Bell } from '../bell/bell.ts'
import type { OidcConfig } from '../config.ts'
import { Person } from '../person/person.entity.ts'
import { Authentication } from './authenticate.ts'
import { InstallationState } from './installation-state.ts'
import type { Installation } from './installation.entity.ts'
import { Passwords } from './passwords.ts'
import { SignInWay } from './session.entity.ts'
import { SetUpDoor } from './set-up-door.ts'
import type { SignInMeans } from './sign-in-means.ts'
import { type Limiters, Throttle } from './throttle.ts'

/**
 * What the ways in work with, for as long as the server runs. The door of set-up is open when there is nobody yet.
 *
 * @param limiters - what counts tries; in memory when undefined
 */
export async function openSignIn(
  em: EntityManager,
  { demo, setUpAt }: Installation,
  oidc: OidcConfig | undefined,
  limiters?: Limiters,
): Promise<SignInMeans> {
  const isSetUp = demo || setUpAt !== null || (await em.fork().count(Person)) > 0
  const passwords = new Passwords()
  await passwords.warmUp()
  return {
    em,
    authentication: new Authentication(em),
    passwords,
    throttle: new Throttle(limiters),
    installation: new InstallationState({
      demo,
      isSetUp,
      ways: [...(demo ? [SignInWay.DEMO] : []), ...(oidc ? [SignInWay.OIDC] : []), SignInWay.LOCAL],
      provider: oidc?.name ?? null,
    }),
    setUpDoor: new SetUpDoor(!isSetUp),
  }
}

/** Closes the door of set-up when another process has made the first administrator. */
export function heedSetUp({ em, installation, setUpDoor }: SignInMeans, bell: Bell): void {
  if (installation.isSetUp) return
  const hearing = bell.hear(({ kind }) => {
    if (kind === 'rights') void look().catch(() => undefined) // the next ring asks again
  })
  const look = async (): Promise<void> => {
    if ((await em.fork().count(Person)) === 0) return
    setUpDoor.close()
    installation.isSetUp = true
    hearing[Symbol.dispose]()
  }
}
