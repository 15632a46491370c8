import { tableOf } from '../helpers/table';
import { cases } from './proxy-account-not-internet-user.cases';

tableOf('proxy-account-not-internet-user', cases);
