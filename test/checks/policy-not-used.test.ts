import { tableOf } from '../helpers/table';
import { cases } from './policy-not-used.cases';

tableOf('policy-not-used', cases);
