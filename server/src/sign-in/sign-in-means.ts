import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Request, Response } from 'express'
import type { Authentication } from './authenticate.ts'
import type { InstallationState } from './installation-state.ts'
import type { Passwords } from './passwords.ts'
import type { SetUpDoor } from './set-up-door.ts'
import type { Throttle } from './throttle.ts'

/** What the ways in work with. */
export interface SignInMeans {
  /** Of which each request gets a fork of its own. */
  readonly em: EntityManager
  readonly authentication: Authentication
  readonly passwords: Passwords
  readonly throttle: Throttle
  readonly installation: InstallationState
  readonly setUpDoor: SetUpDoor
}

/** A request and what is answered to it. */
export interface Exchange {
  readonly request: Request
  readonly response: Response
}
