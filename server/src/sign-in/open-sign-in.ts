import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { OidcConfig } from '../config.ts'
import { Person } from '../person/person.entity.ts'
import { Authentication } from './authenticate.ts'
import { InstallationState } from './installation-state.ts'
import type { Installation } from './installation.entity.ts'
import { Passwords } from './passwords.ts'
import { SignInWay } from './session.entity.ts'
import { SetUpDoor } from './set-up-door.ts'
import type { SignInMeans } from './sign-in-means.ts'
import { Throttle } from './throttle.ts'

/** What the ways in work with, for as long as the server runs. The door of set-up is open when there is nobody yet. */
export async function openSignIn(
  em: EntityManager,
  { demo, setUpAt }: Installation,
  oidc: OidcConfig | undefined,
): Promise<SignInMeans> {
  const isSetUp = demo || setUpAt !== null || (await em.fork().count(Person)) > 0
  const passwords = new Passwords()
  await passwords.warmUp()
  return {
    em,
    authentication: new Authentication(em),
    passwords,
    throttle: new Throttle(),
    installation: new InstallationState({
      demo,
      isSetUp,
      ways: [...(demo ? [SignInWay.DEMO] : []), ...(oidc ? [SignInWay.OIDC] : []), SignInWay.LOCAL],
      provider: oidc?.name ?? null,
    }),
    setUpDoor: new SetUpDoor(!isSetUp),
  }
}
