import { type Kysely, sql } from 'kysely'
import type { Migration, MigrationProvider } from 'kysely/migration'

/** In order of their names. A migration that was released is never changed. */
const migrations: Record<string, Migration> = {
  '001-deliveries-merges-flow-runs': {
    async up(database: Kysely<unknown>) {
      await database.schema
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
        .execute()
      await database.schema
        .createIndex('deliveries_pull_request')
        .on('deliveries')
        .columns(['repository_id', 'number'])
        .execute()
      await database.schema
        .createTable('merges')
        .addColumn('key', 'text', (column) => column.primaryKey())
        .addColumn('merge', 'text', (column) => column.notNull())
        .addColumn('request', 'text')
        .addColumn('recorded_at', 'text', (column) => column.notNull())
        .addColumn('plan', 'text')
        .addColumn('handed_over_at', 'text')
        .addColumn('report', 'text')
        .addColumn('report_version', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('told_version', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('installation', 'text')
        .addColumn('tell_after', 'text')
        .addColumn('tell_failures', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('comment_id', 'text')
        .execute()
      await database.schema.createIndex('merges_handed_over').on('merges').column('handed_over_at').execute()
      await database.schema
        .createIndex('merges_untold')
        .on('merges')
        .column('recorded_at')
        .where(sql.ref('report_version'), '>', sql.ref('told_version'))
        .execute()
      await database.schema
        .createTable('flow_runs')
        .addColumn('merge_key', 'text', (column) => column.notNull())
        .addColumn('flow_run_id', 'text', (column) => column.notNull())
        .addColumn('attempt', 'integer', (column) => column.notNull())
        .addColumn('position', 'integer', (column) => column.notNull())
        .addColumn('report', 'text', (column) => column.notNull())
        .addColumn('state_type', 'text')
        .addColumn('state_name', 'text')
        .addColumn('workspace', 'text')
        .addColumn('following', 'integer', (column) => column.notNull())
        .addColumn('updated_at', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('flow_runs_key', ['merge_key', 'flow_run_id', 'attempt'])
        .execute()
      await database.schema.createIndex('flow_runs_id').on('flow_runs').column('flow_run_id').execute()
      await database.schema.createIndex('flow_runs_following').on('flow_runs').column('following').execute()
    },
  },
}

export const migrationProvider: MigrationProvider = { getMigrations: async () => migrations }
