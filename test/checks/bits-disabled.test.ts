import { tableOf } from '../helpers/table';
import { cases } from './bits-disabled.cases';

tableOf('bits-disabled', cases);
