import { tableOf } from '../helpers/table';
import { cases } from './nothing-approved.cases';

tableOf('nothing-approved', cases);
