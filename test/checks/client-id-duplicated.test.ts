import { tableOf } from '../helpers/table';
import { cases } from './client-id-duplicated.cases';

tableOf('client-id-duplicated', cases);
