import { tableOf } from '../helpers/table';
import { cases } from './cookie-not-issued.cases';

tableOf('cookie-not-issued', cases);
