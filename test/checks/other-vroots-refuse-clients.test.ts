import { tableOf } from '../helpers/table';
import { cases } from './other-vroots-refuse-clients.cases';

tableOf('other-vroots-refuse-clients', cases);
