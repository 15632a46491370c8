import { tableOf } from '../helpers/table';
import { cases } from './import-running.cases';

tableOf('import-running', cases);
