import { roomConsumer } from '../rooms/room-consumer';
import type { Consumer } from './consumer';

/** The consumers of this application. An operation is declared by one of them. */
export const consumers: readonly Consumer[] = [roomConsumer];
