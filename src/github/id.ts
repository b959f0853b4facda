import { z } from 'zod'

/** An id as GitHub sends it; ids outgrow numbers, so they are text from here on. */
export const idSchema = z.union([z.int(), z.bigint(), z.string()]).transform(String)
