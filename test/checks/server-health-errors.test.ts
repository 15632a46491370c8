import { tableOf } from '../helpers/table';
import { cases } from './server-health-errors.cases';

tableOf('server-health-errors', cases);
