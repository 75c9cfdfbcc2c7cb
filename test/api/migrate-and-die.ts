// Migrates the database that is named, and dies when half of it is done, without a chance to tidy up.
import 'reflect-metadata'
import { writeSync } from 'node:fs'
import { migrations } from '@andel/server/migrations'
import { connectDatabase } from '@andel/server/database'
import { migrate } from '@andel/server/migrate'

class Dying extends migrations[0]! {
  override name = '9999-dying'
  override async up(): Promise<void> {
    await this.execute('update population_figure set inhabitants = inhabitants + 1')
    await this.execute('drop table line_figures')
    writeSync(1, 'in the middle')
    process.kill(process.pid, 'SIGKILL')
  }
}

const orm = await connectDatabase({ dialect: 'sqlite', file: process.argv[2]! }, [
  ...migrations,
  Dying,
])
await orm.em.execute('pragma cache_size = 10') // much of it is on the disk already
await migrate(orm)
