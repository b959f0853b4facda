export { createSweeper } from './create-sweeper.ts'
export { type DeliveryLog, deliveryLogOf } from './delivery-log.ts'
