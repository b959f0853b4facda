import type { OpenWorkflow } from 'openworkflow'

type Definition = Parameters<OpenWorkflow['defineWorkflow']>[1]

/** The engine's own step functions: the package does not export their type. */
export type StepApi = Parameters<Definition>[0]['step']
