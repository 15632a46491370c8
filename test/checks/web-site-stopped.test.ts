import { tableOf } from '../helpers/table';
import { cases } from './web-site-stopped.cases';

tableOf('web-site-stopped', cases);
