import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { ConfigError, type Config } from '../config.ts'
import { isLoopback } from '../http/loopback.ts'
import { JointService } from '../joint-service/joint-service.entity.ts'
import { Person } from '../person/person.entity.ts'
import { Installation } from './installation.entity.ts'

/**
 * What this installation is: the demo when there was nothing in the database and the demo is wanted, and from then on.
 *
 * @throws {ConfigError} when the demo would be served to other machines, or is there and not wanted
 */
export async function openInstallation(
  em: EntityManager,
  { demo, host }: Pick<Config, 'demo' | 'host'>,
): Promise<Installation> {
  const installation = await em.findOneOrFail(Installation, { id: 1 })
  const empty = !(await em.count(JointService)) && !(await em.count(Person))
  if (demo && empty) installation.demo = true
  if (installation.demo && !demo) {
    throw new ConfigError(
      'DEMO is 0, but the database holds the demo. Set DATA_DIR to an empty folder, or DEMO to 1.',
    )
  }
  if (installation.demo && !isLoopback(host)) {
    throw new ConfigError(
      `HOST is "${host}", but the demo lets everybody in and answers on this machine only. Set HOST to 127.0.0.1, or DEMO to 0 for an installation of your own.`,
    )
  }
  await em.flush()
  return installation
}
