import type { Kysely, Selectable } from 'kysely'
import { z } from 'zod'
import type { Tables } from './database/tables.ts'
import type { Change } from './group-commit.ts'
import type { Listing, MissedDeliveries, MissedDelivery } from './missed-delivery.ts'

/** The one row of how far the listing has come. */
const name = 'deliveries'

const nothingListed: Listing = { listedTo: null, unfinished: null }

const outcomeSchema = z.enum(['answered', 'stored', 'given-up']).nullable()

/** Remembers what GitHub could not deliver, and how far its log was listed. */
export function createMissedDeliveries(
  database: Kysely<Tables>,
  commit: <Result>(change: Change<Result>) => Promise<Result>,
): MissedDeliveries {
  return {
    listing: () => readListing(database),
    async known(guids) {
      if (guids.length === 0) return new Map()
      const rows = await selectMissed(database).where('guid', 'in', guids).execute()
      return new Map(rows.map((row) => [row.guid, toMissed(row)]))
    },
    noteListed: (deliveries, listing) =>
      commit(async (transaction) => {
        await upsertMissed(transaction, deliveries)
        await upsertSweep(transaction, {
          listed_to: isoOrNull(listing.listedTo),
          newest: isoOrNull(listing.unfinished?.newest ?? null),
          cursor: listing.unfinished?.cursor ?? null,
        })
      }),
    async due(now) {
      const rows = await selectMissed(database)
        .where('outcome', 'is', null)
        .where('ask_at', '<=', iso(now))
        .orderBy('ask_at')
        .execute()
      return rows.map(toMissed)
    },
    note: (delivery) => commit((transaction) => upsertMissed(transaction, [delivery])),
    nextDue: () => readNextDue(database),
    nextRound: () => readNextRound(database),
    scheduleRound: (at) => commit((transaction) => upsertSweep(transaction, { next_at: iso(at) })),
    forget: (before) =>
      commit(async (transaction) => {
        await transaction
          .deleteFrom('missed_deliveries')
          .where('outcome', 'is not', null)
          .where('delivered_at', '<', iso(before))
          .execute()
      }),
  }
}

async function readListing(database: Kysely<Tables>): Promise<Listing> {
  const row = await database
    .selectFrom('sweeps')
    .select(['listed_to', 'newest', 'cursor'])
    .where('name', '=', name)
    .executeTakeFirst()
  if (row === undefined) return nothingListed
  const { listed_to: listedTo, newest, cursor } = row
  return {
    listedTo: listedTo === null ? null : Date.parse(listedTo),
    unfinished: newest === null || cursor === null ? null : { newest: Date.parse(newest), cursor },
  }
}

async function readNextDue(database: Kysely<Tables>): Promise<number | null> {
  const row = await database
    .selectFrom('missed_deliveries')
    .select('ask_at')
    .where('outcome', 'is', null)
    .orderBy('ask_at')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : Date.parse(row.ask_at)
}

async function readNextRound(database: Kysely<Tables>): Promise<number | null> {
  const row = await database
    .selectFrom('sweeps')
    .select('next_at')
    .where('name', '=', name)
    .executeTakeFirst()
  return row === undefined || row.next_at === null ? null : Date.parse(row.next_at)
}

async function upsertMissed(database: Kysely<Tables>, deliveries: readonly MissedDelivery[]): Promise<void> {
  if (deliveries.length === 0) return
  await database
    .insertInto('missed_deliveries')
    .values(
      deliveries.map(({ guid, id, deliveredAt, timesAsked, askAt, outcome }) => ({
        guid,
        id,
        delivered_at: iso(deliveredAt),
        times_asked: timesAsked,
        ask_at: iso(askAt),
        outcome,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('guid').doUpdateSet((row) => ({
        times_asked: row.ref('excluded.times_asked'),
        ask_at: row.ref('excluded.ask_at'),
        outcome: row.ref('excluded.outcome'),
      })),
    )
    .execute()
}

async function upsertSweep(
  database: Kysely<Tables>,
  changes: Partial<Omit<Tables['sweeps'], 'name'>>,
): Promise<void> {
  await database
    .insertInto('sweeps')
    .values({ name, listed_to: null, newest: null, cursor: null, next_at: null, ...changes })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(changes))
    .execute()
}

function selectMissed(database: Kysely<Tables>) {
  return database.selectFrom('missed_deliveries').selectAll()
}

function toMissed(row: Selectable<Tables['missed_deliveries']>): MissedDelivery {
  return {
    guid: row.guid,
    id: row.id,
    deliveredAt: Date.parse(row.delivered_at),
    timesAsked: row.times_asked,
    askAt: Date.parse(row.ask_at),
    outcome: outcomeSchema.parse(row.outcome),
  }
}

function isoOrNull(time: number | null): string | null {
  return time === null ? null : iso(time)
}

function iso(time: number): string {
  return new Date(time).toISOString()
}
