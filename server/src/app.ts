import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { MikroORM } from '@mikro-orm/sqlite'
import compression from 'compression'
import express from 'express'
import { SheetShelf } from './budget/sheet-shelf.ts'
import type { Config } from './config.ts'
import { type Kept, type RequestContext, createContext } from './context.ts'
import { loadDemo } from './demo/load-demo.ts'
import { dataVersionOf } from './execution/data-version.ts'
import { Execution } from './execution/execution.ts'
import { buildApi } from './execution/graphql-schema.ts'
import { refuseForeign } from './http/refuse-foreign.ts'
import { reportBadRequest } from './http/report-bad-request.ts'
import { serveClient } from './http/serve-client.ts'
import { type Serving, serveGraphql } from './http/serve-graphql.ts'
import { Directory } from './municipality/directory.ts'
import { openDatabase } from './orm.ts'
import { PopulationShelf } from './population/population-shelf.ts'
import { loadReference } from './reference/load-reference.ts'
import { Offices } from './statistics/ask-office.ts'
import { OfficeHosts } from './statistics/office-hosts.ts'
import { serveViews } from './views/serve-views.ts'
import { serveWorkbook } from './workbook/serve-workbook.ts'

/** The whole product, ready to answer. Close it and nothing is left open. */
export interface App {
  readonly orm: MikroORM
  /** How operations are carried out, and what one request works with: for programs in the same process. */
  readonly execution: Execution
  context(): RequestContext
  /** Starts to listen. Returns the address, e.g. "http://127.0.0.1:4000". */
  listen(): Promise<string>
  close(): Promise<void>
}

/** Opens the database, loads what it must hold, and puts API and client behind one HTTP server. */
export async function createApp(config: Config): Promise<App> {
  const orm = await openDatabase(config)
  await loadReference(orm.em.fork())
  if (config.demo) await loadDemo(orm.em.fork())

  const web = express().disable('x-powered-by').use(compression(), refuseForeign)
  const http = createServer()
  const dataVersion = await dataVersionOf(orm)
  const kept: Kept = {
    directory: await Directory.load(orm.em.fork()),
    populations: new PopulationShelf(dataVersion),
    sheets: new SheetShelf(dataVersion),
    offices: new Offices(new OfficeHosts(config.statisticsHosts)),
  }
  const serving: Serving = {
    web,
    http,
    execution: new Execution(await buildApi()),
    dataVersion,
    context: () => createContext(orm.em, kept),
  }
  const graphql = await serveGraphql(serving)
  serveViews(serving)
  serveWorkbook(serving)
  serveClient(web)
  web.use(reportBadRequest)
  http.on('request', (request, response) => {
    if (!graphql.answerPlain(request, response)) web(request, response)
  })

  return {
    orm,
    execution: serving.execution,
    context: () => serving.context(),
    listen: () => listen(http, config),
    async close() {
      await graphql.end() // drains the HTTP server
      await orm.close()
    },
  }
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
