import { tableOf } from '../helpers/table';
import { cases } from './selfupdate-refuses-clients.cases';

tableOf('selfupdate-refuses-clients', cases);
