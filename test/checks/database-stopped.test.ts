import { tableOf } from '../helpers/table';
import { cases } from './database-stopped.cases';

tableOf('database-stopped', cases);
