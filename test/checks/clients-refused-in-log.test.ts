import { tableOf } from '../helpers/table';
import { cases } from './clients-refused-in-log.cases';

tableOf('clients-refused-in-log', cases);
