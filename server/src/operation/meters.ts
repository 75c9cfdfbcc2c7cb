import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/** What this process counts, whoever in it counts. */
const registry = new Registry()
const registers = [registry]

export const meters = {
  requests: new Counter({
    name: 'andel_requests_total',
    help: 'Requests answered, by kind and status; "aborted" when whoever asked left before the end.',
    labelNames: ['kind', 'status'],
    registers,
  }),
  seconds: new Histogram({
    name: 'andel_request_duration_seconds',
    help: 'From the head of a request to the end of its answer.',
    labelNames: ['kind'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  }),
  refused: new Counter({
    name: 'andel_refused_total',
    help: 'Actions and requests refused, by code.',
    labelNames: ['code'],
    registers,
  }),
  incidents: new Counter({
    name: 'andel_incidents_total',
    help: 'Faults of our own, which stand in the log.',
    registers,
  }),
  signIns: new Counter({
    name: 'andel_sign_ins_total',
    help: 'Attempts to sign in, by outcome.',
    labelNames: ['outcome'],
    registers,
  }),
  keptAnswers: new Counter({
    name: 'andel_kept_answers_total',
    help: 'Questions that an answer could be kept for, by whether one was.',
    labelNames: ['found'],
    registers,
  }),
  streams: new Gauge({
    name: 'andel_live_connections',
    help: 'Connections over which somebody is told what happens.',
    registers,
  }),
  told: new Counter({
    name: 'andel_live_events_total',
    help: 'Events told to those who listen.',
    registers,
  }),
  slowReaders: new Counter({
    name: 'andel_live_slow_readers_total',
    help: 'Connections let go because what was told was not taken.',
    registers,
  }),
  changes: new Gauge({
    name: 'andel_changes',
    help: 'Accepted edits, all there ever were: the sequence of the newest.',
    registers,
  }),
  sessions: new Gauge({ name: 'andel_sessions', help: 'Sessions that last.', registers }),
  databaseBytes: new Gauge({
    name: 'andel_database_bytes',
    help: 'Size of the database, by file.',
    labelNames: ['file'],
    registers,
  }),
} as const

let observesProcess = false

/** Everything counted, as Prometheus reads it. The process itself is observed from the first time on. */
export async function readMeters(): Promise<{ type: string; text: string }> {
  if (!observesProcess) collectDefaultMetrics({ register: registry })
  observesProcess = true
  return { type: registry.contentType, text: await registry.metrics() }
}
