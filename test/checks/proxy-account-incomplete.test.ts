import { tableOf } from '../helpers/table';
import { cases } from './proxy-account-incomplete.cases';

tableOf('proxy-account-incomplete', cases);
