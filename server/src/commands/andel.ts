import { readConfig } from '../config.ts'
import { runCommand } from './run-command.ts'

process.umask(0o077) // what is written here is for whoever runs Andel alone
process.exitCode = await runCommand(process.argv.slice(2), () => readConfig(process.env), {
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
})
