import { readPackage } from '../../package-root.ts'

/** How we name ourselves to Prefect: the package with its version. */
export function userAgent(): string {
  const { name, version } = readPackage()
  return `${name}/${version}`
}
