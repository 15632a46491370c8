import { tableOf } from '../helpers/table';
import { cases } from './anonymous-access-off.cases';

tableOf('anonymous-access-off', cases);
