import { tableOf } from '../helpers/table';
import { cases } from './application-pool-stopped.cases';

tableOf('application-pool-stopped', cases);
