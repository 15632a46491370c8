import { tableOf } from '../helpers/table';
import { cases } from './proxy-between.cases';

tableOf('proxy-between', cases);
