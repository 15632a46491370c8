import { tableOf } from '../helpers/table';
import { cases } from './client-log-errors.cases';

tableOf('client-log-errors', cases);
