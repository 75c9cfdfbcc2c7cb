import type { Config } from '@andel/server/config'
import { Visitor } from '../visitor.ts'
import { Installation } from './sign-in.ts'
import { Traveller } from './traveller.ts'

/** Where people reach Andel. */
export const home = 'https://andel.example'
export const entrance = `${home}/sign-in/oidc`
export const callback = `${entrance}/callback`

/** Andel with a provider of its own, set up. */
export async function startAt(oidc: Config['oidc']): Promise<Installation> {
  const andel = await Installation.start({ publicUrl: home, oidc, trustedProxies: ['loopback'] })
  await andel.setUp()
  return andel
}

let travellers = 0

/** A browser without cookies, at an address of its own. */
export const newTraveller = ({ address }: Installation): Traveller =>
  new Traveller({ [home]: address }, { 'x-forwarded-for': `192.0.2.${++travellers % 250}` })

/** Signs in as a subject of a real provider. Returns the page where that ends. */
export async function signInAs(
  traveller: Traveller,
  subject: string,
  { from = entrance }: { from?: string } = {},
): Promise<string> {
  const form = await traveller.follow(from, /\/login\//)
  return traveller.follow(`${form}?${new URLSearchParams({ subject })}`)
}

/** Whoever a browser is signed in as. */
function visitorIn({ address }: Installation, traveller: Traveller): Visitor {
  const secret = traveller.cookie(home, '__Host-andel')
  return new Visitor(address, secret === undefined ? {} : { cookie: `__Host-andel=${secret}` })
}

/** What `viewer` tells; the code with which it is refused otherwise. */
export async function whoIsIn(
  andel: Installation,
  traveller: Traveller,
): Promise<{ id: string; name: string; email: string; grants: unknown[] } | string> {
  const { data, errors } = await visitorIn(andel, traveller).send<{
    viewer: { id: string; name: string; email: string; grants: unknown[] }
  }>('{ viewer { id name email grants { role } } }')
  return errors?.[0]?.extensions.code ?? data.viewer
}

/** What the audit log has of sign-ins that failed, the newest last. */
export async function failures(andel: Installation): Promise<string[]> {
  const rows = await andel.run<{ details: string }>(
    "select cast(details as text) as details from audit_entry where action = 'SIGN_IN' and not succeeded order by sequence",
  )
  return rows.map(({ details }) => JSON.parse(details).reason as string)
}
