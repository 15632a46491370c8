import { tableOf } from '../helpers/table';
import { cases } from './several-sites-on-port-80.cases';

tableOf('several-sites-on-port-80', cases);
