import { tableOf } from '../helpers/table';
import { cases } from './cookie-lifetime-unusual.cases';

tableOf('cookie-lifetime-unusual', cases);
