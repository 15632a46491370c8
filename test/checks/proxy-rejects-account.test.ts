import { tableOf } from '../helpers/table';
import { cases } from './proxy-rejects-account.cases';

tableOf('proxy-rejects-account', cases);
