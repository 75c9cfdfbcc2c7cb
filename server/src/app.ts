import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import compression from 'compression'
import express from 'express'
import { AuditLog } from './audit/audit-log.ts'
import { logSettings } from './audit/log-settings.ts'
import { type Bell, LocalBell } from './bell/bell.ts'
import { PostgresBell } from './bell/postgres-bell.ts'
import { SheetShelf } from './budget/sheet-shelf.ts'
import { beginChain } from './chain/begin-chain.ts'
import type { Config } from './config.ts'
import { type Kept, type RequestContext, createContext } from './context.ts'
import { Actor } from './access/actor.ts'
import type { Database } from './database/database.ts'
import { openDatabase } from './database/open-database.ts'
import { databasePlace } from './database/place.ts'
import { startAlone } from './database/start-alone.ts'
import { type DemoEntrance, openDemo } from './demo/open-demo.ts'
import { dataVersionOf } from './execution/data-version.ts'
import { Execution } from './execution/execution.ts'
import { buildApi } from './execution/graphql-schema.ts'
import { createHttpServer } from './http/http-server.ts'
import { isLoopback } from './http/loopback.ts'
import { refuseForeign } from './http/refuse-foreign.ts'
import { refuseOtherHosts } from './http/refuse-other-hosts.ts'
import { reportBadRequest } from './http/report-bad-request.ts'
import { securityHeaders } from './http/security-headers.ts'
import { serveClient } from './http/serve-client.ts'
import { type Serving, serveGraphql } from './http/serve-graphql.ts'
import { Live } from './live/live.ts'
import { serveLive } from './live/serve-live.ts'
import { Directory } from './municipality/directory.ts'
import { answerProbe } from './operation/answer-probe.ts'
import { lockDatabase } from './operation/database-lock.ts'
import { setLogLevel } from './operation/log.ts'
import { RequestWatch } from './operation/request-watch.ts'
import { serveMetrics } from './operation/serve-metrics.ts'
import { PopulationShelf } from './population/population-shelf.ts'
import { loadReference } from './reference/load-reference.ts'
import { Offices } from './statistics/ask-office.ts'
import { OfficeHosts } from './statistics/office-hosts.ts'
import { serveOidc } from './sign-in/oidc/serve-oidc.ts'
import { openInstallation } from './sign-in/open-installation.ts'
import { heedSetUp, openSignIn } from './sign-in/open-sign-in.ts'
import { serveDemoLinks } from './sign-in/serve-demo-links.ts'
import { sharedLimiters } from './sign-in/shared-limiters.ts'
import { serveSignIn } from './sign-in/serve-sign-in.ts'
import { serveViews } from './views/serve-views.ts'
import { serveWorkbook } from './workbook/serve-workbook.ts'

/** The whole product, ready to answer. Close it and nothing is left open. */
export interface App {
  readonly orm: Database
  /** How operations are carried out, and what one request works with: for programs in the same process. */
  readonly execution: Execution
  context(actor?: Actor): RequestContext
  /** How to get into the demo; undefined when there is none. */
  readonly demo: DemoEntrance | undefined
  /** The code with which the first administrator is made; undefined when that has been done. */
  readonly setUpCode: string | undefined
  /** How many passwords have been hashed, also for accounts that do not exist. */
  readonly passwordsHashed: number
  /** Starts to listen. Returns the address, e.g. "http://127.0.0.1:4000". */
  listen(): Promise<string>
  close(): Promise<void>
}

/** Opens the database, loads what it must hold, and puts API and client behind one HTTP server. */
export async function createApp(config: Config): Promise<App> {
  const place = databasePlace(config)
  const lock = place.dialect === 'sqlite' ? lockDatabase(place.file, 'shared') : undefined
  const { orm, installation, demo } = await startAlone(place, () => openFilled(config))
  setLogLevel(config.logLevel ?? (installation.demo ? 'warn' : 'info'))

  const web = express().disable('x-powered-by').use(compression(), refuseForeign)
  web.set('trust proxy', config.trustedProxies ?? false) // whose X-Forwarded-For says where a request comes from
  const http = createHttpServer()
  const bell: Bell =
    place.dialect === 'postgresql' ? await PostgresBell.open(place.url) : new LocalBell()
  const dataVersion = await dataVersionOf(orm, bell)
  const signIn = await openSignIn(orm.em, installation, config.oidc, await sharedLimiters(orm))
  const { authentication } = signIn
  authentication.heed(bell)
  heedSetUp(signIn, bell)
  const { demo: isDemo } = installation
  await logSettings(orm.em.fork(), config, { demo: isDemo, loopback: isLoopback(config.host) })
  const kept: Kept = {
    directory: await Directory.load(orm.em.fork()),
    populations: new PopulationShelf(dataVersion),
    sheets: new SheetShelf(dataVersion),
    installation: signIn.installation,
    offices: new Offices(new OfficeHosts(config.statisticsHosts)),
    audit: new AuditLog(orm.em),
    bell,
    live: new Live(orm.em, bell),
    forgetRights: () => authentication.forget(),
  }
  const serving: Serving = {
    web,
    http,
    execution: new Execution(await buildApi()),
    dataVersion,
    authentication,
    bell,
    audit: kept.audit,
    context: (actor) => createContext(orm.em, kept, actor),
  }
  const graphql = await serveGraphql(serving)
  serveSignIn(web, signIn)
  serveOidc(web, signIn, config)
  if (demo) serveDemoLinks(web, signIn, demo.people)
  serveViews(serving)
  serveWorkbook(serving)
  serveMetrics(serving, orm.em, place)
  serveClient(web)
  web.use(reportBadRequest)
  const watch = new RequestWatch()
  const isReady = async (): Promise<boolean> =>
    !watch.isDraining && (await orm.migrator.getPending()).length === 0
  const headers = securityHeaders({ overHttps: config.publicUrl?.startsWith('https:') ?? false })
  const { publicUrl } = config
  const onlyHere = isDemo || (publicUrl === undefined && isLoopback(config.host))
  const live = serveLive(serving, { onlyHere, publicUrl })
  http.on('request', (request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value)
    watch.watch(request, response, () => {
      if (answerProbe(request, response, isReady)) return
      if (refuseOtherHosts(request, response, { onlyHere, publicUrl })) return
      if (!graphql.answerPlain(request, response)) web(request, response)
    })
  })

  let closing: Promise<void> | undefined
  async function close(): Promise<void> {
    watch.drain()
    kept.live[Symbol.dispose]()
    await live.end()
    await graphql.end() // drains the HTTP server
    await bell.close()
    await orm.close()
    lock?.[Symbol.dispose]()
  }

  return {
    orm,
    execution: serving.execution,
    context: (actor = Actor.program('Andel')) => serving.context(actor),
    demo,
    get setUpCode() {
      return signIn.setUpDoor.shownCode
    },
    get passwordsHashed() {
      return signIn.passwords.computed
    },
    listen: () => listen(http, config),
    close: () => (closing ??= close()),
  }
}

/** Opens the database and loads what it lacks. */
async function openFilled(config: Config) {
  const orm = await openDatabase(config)
  await loadReference(orm.em.fork())
  await beginChain(orm.em.fork())
  const installation = await openInstallation(orm.em.fork(), config)
  const demo = installation.demo ? await openDemo(orm.em.fork()) : undefined
  return { orm, installation, demo }
}

function listen(http: Server, { host, port }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, () => {
      const { address, port: chosen, family } = http.address() as AddressInfo
      resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${chosen}`)
    })
  })
}
