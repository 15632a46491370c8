import { tableOf } from '../helpers/table';
import { cases } from './policy-value-ignored.cases';

tableOf('policy-value-ignored', cases);
