import {
  ForgottenMergeError,
  MissingStoreError,
  OtherVersionError,
  UnknownFormError,
} from '../inbox/index.ts'
import { UnreadableCertificateError, UnusableApiUrlError, UnusableUiUrlError } from '../prefect/index.ts'
import {
  NoCredentialsError,
  PortNotAllowedError,
  PortTakenError,
  UnusableDatabaseFileError,
  UnusableDataFolderError,
  UnusableHostError,
  UnusablePostgresError,
  UnusableTemplateError,
} from '../server/index.ts'
import { SettingsError } from '../settings/index.ts'
import { InvalidEventError, TemplateRenderError } from '../webhook/index.ts'
import { DemoFailedError } from './demo-failed-error.ts'
import { DemoPortTakenError } from './demo-port-taken-error.ts'
import { NothingFoundError } from './explain/nothing-found-error.ts'
import { NoEventError } from './no-event-error.ts'
import { NotResumedError } from './resume/not-resumed-error.ts'
import { UnknownRunError } from './resume/unknown-run-error.ts'
import { UnreadableFileError } from './unreadable-file-error.ts'
import { UsageError } from './usage-error.ts'

const expected = [
  DemoFailedError,
  DemoPortTakenError,
  ForgottenMergeError,
  InvalidEventError,
  MissingStoreError,
  NoCredentialsError,
  NoEventError,
  NothingFoundError,
  OtherVersionError,
  NotResumedError,
  PortNotAllowedError,
  PortTakenError,
  SettingsError,
  TemplateRenderError,
  UnknownFormError,
  UnknownRunError,
  UnreadableCertificateError,
  UnreadableFileError,
  UnusableApiUrlError,
  UnusableDatabaseFileError,
  UnusableDataFolderError,
  UnusableHostError,
  UnusablePostgresError,
  UnusableTemplateError,
  UnusableUiUrlError,
  UsageError,
]

/** Whether an error's message tells a person all there is to know; others are defects of ours, and show a stack. */
export function isExpected(error: Error): boolean {
  return expected.some((kind) => error instanceof kind)
}
