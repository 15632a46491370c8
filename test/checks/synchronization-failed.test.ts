import { tableOf } from '../helpers/table';
import { cases } from './synchronization-failed.cases';

tableOf('synchronization-failed', cases);
