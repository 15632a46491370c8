import { tableOf } from '../helpers/table';
import { cases } from './localhost-refused.cases';

tableOf('localhost-refused', cases);
