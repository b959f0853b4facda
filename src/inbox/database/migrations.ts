import { type Kysely, sql } from 'kysely'
import type { Migration, MigrationProvider } from 'kysely/migration'

/** In order of their names. A migration that was released is never changed. */
const migrations: Record<string, Migration> = {
  '001-what-was-received': { up: createReceived },
  '002-what-became-of-it': { up: createFlowRuns },
  '003-what-is-shared': { up: createShared },
  '004-what-was-missed': { up: createMissed },
  '005-what-is-old': { up: findOld },
  '006-what-waits': { up: findWaiting },
}

async function createReceived({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('deliveries')
    .addColumn('guid', 'text', (column) => column.primaryKey())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('action', 'text')
    .addColumn('repository_id', 'text')
    .addColumn('repository', 'text')
    .addColumn('number', 'integer')
    .addColumn('merge_key', 'text')
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('times_received', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('outcome', 'text')
    .addColumn('reason', 'text')
    .execute()
  await schema.createIndex('deliveries_number').on('deliveries').columns(['number', 'repository']).execute()
  await schema.createIndex('deliveries_merge').on('deliveries').column('merge_key').execute()
  await schema
    .createTable('merges')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('merge', 'text', (column) => column.notNull())
    .addColumn('request', 'text')
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addColumn('plan', 'text')
    .addColumn('handed_over_at', 'text')
    .addColumn('standing', 'text')
    .addColumn('finished_at', 'text')
    .addColumn('report_version', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('told_version', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('installation', 'text')
    .addColumn('tell_after', 'text')
    .addColumn('tell_failures', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('tells', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('told_digest', 'text')
    .addColumn('comment_id', 'text')
    .addColumn('alerts', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute()
  await schema.createIndex('merges_handed_over').on('merges').column('handed_over_at').execute()
  await schema
    .createIndex('merges_untold')
    .on('merges')
    .column('recorded_at')
    .where(sql.ref('report_version'), '>', sql.ref('told_version'))
    .execute()
}

async function createFlowRuns({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('attempts')
    .addColumn('merge_key', 'text', (column) => column.notNull())
    .addColumn('attempt', 'integer', (column) => column.notNull())
    .addColumn('runs', 'text')
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .addColumn('handed_over_at', 'text')
    .addPrimaryKeyConstraint('attempts_key', ['merge_key', 'attempt'])
    .execute()
  await schema
    .createTable('flow_runs')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('merge_key', 'text', (column) => column.notNull())
    .addColumn('flow_run_id', 'text', (column) => column.notNull())
    .addColumn('attempt', 'integer', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('report', 'text', (column) => column.notNull())
    .addColumn('state_type', 'text')
    .addColumn('state_name', 'text')
    .addColumn('workspace', 'text')
    .addColumn('open', 'integer', (column) => column.notNull())
    .addColumn('following', 'integer', (column) => column.notNull())
    .addColumn('stuck', 'integer', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addColumn('look_at', 'text', (column) => column.notNull())
    .addColumn('follow_until', 'text', (column) => column.notNull())
    .execute()
  await schema.createIndex('flow_runs_merge').on('flow_runs').column('merge_key').execute()
  await schema.createIndex('flow_runs_id').on('flow_runs').column('flow_run_id').execute()
  await schema
    .createIndex('flow_runs_due')
    .on('flow_runs')
    .column('look_at')
    .where(sql.ref('following'), '=', sql.lit(1))
    .execute()
}

async function createShared({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('rights')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createTable('writes')
    .addColumn('installation', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute()
  await schema.createIndex('writes_installation').on('writes').columns(['installation', 'at']).execute()
  await schema
    .createTable('settings_files')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('etag', 'text')
    .addColumn('text', 'text')
    .execute()
}

async function createMissed({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('missed_deliveries')
    .addColumn('guid', 'text', (column) => column.primaryKey())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('delivered_at', 'text', (column) => column.notNull())
    .addColumn('times_asked', 'integer', (column) => column.notNull())
    .addColumn('ask_at', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text')
    .execute()
  await schema
    .createIndex('missed_deliveries_due')
    .on('missed_deliveries')
    .column('ask_at')
    .where(sql.ref('outcome'), 'is', null)
    .execute()
  await schema
    .createTable('sweeps')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('listed_to', 'text')
    .addColumn('newest', 'text')
    .addColumn('cursor', 'text')
    .addColumn('next_at', 'text')
    .execute()
}

/** What is over since long ago has indexes; a merge that names no run was not marked as finished before. */
async function findOld(database: Kysely<unknown>): Promise<void> {
  const { schema } = database
  await schema.createIndex('deliveries_received').on('deliveries').column('received_at').execute()
  await schema
    .createIndex('merges_finished')
    .on('merges')
    .column('finished_at')
    .where(sql.ref('finished_at'), 'is not', null)
    .execute()
  await database
    .withTables<{ merges: Record<'finished_at' | 'handed_over_at' | 'standing' | 'plan', string | null> }>()
    .updateTable('merges')
    .set((row) => ({ finished_at: row.ref('handed_over_at') }))
    .where('finished_at', 'is', null)
    .where('standing', 'is', null)
    .where('plan', 'like', '{"runs":[],%')
    .execute()
}

/** What is not over is counted every second, beside a hundred thousand merges that are. */
async function findWaiting({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createIndex('merges_unfinished')
    .on('merges')
    .column('key')
    .where(sql.ref('finished_at'), 'is', null)
    .execute()
}

export const migrationProvider: MigrationProvider = { getMigrations: async () => migrations }

/** Those that a store of this version has. */
export const migrationNames: readonly string[] = Object.keys(migrations)
