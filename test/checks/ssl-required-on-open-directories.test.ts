import { tableOf } from '../helpers/table';
import { cases } from './ssl-required-on-open-directories.cases';

tableOf('ssl-required-on-open-directories', cases);
