/** What GitHub said of a file when it was last asked. */
export interface KnownFile {
  /** By which GitHub tells whether the file is still the same; null where it gave none. */
  etag: string | null
  /** Null for a file that is known not to be there. */
  text: string | null
}

/** Keeps what is known of files, so that GitHub need not send them again, and may be ill for a while. */
export interface SettingsMemory {
  /** @param key holds ids, since names change */
  recall(key: string): Promise<KnownFile | null>
  remember(key: string, known: KnownFile): Promise<void>
}
