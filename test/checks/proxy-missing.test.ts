import { tableOf } from '../helpers/table';
import { cases } from './proxy-missing.cases';

tableOf('proxy-missing', cases);
