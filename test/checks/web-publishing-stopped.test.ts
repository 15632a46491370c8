import { tableOf } from '../helpers/table';
import { cases } from './web-publishing-stopped.cases';

tableOf('web-publishing-stopped', cases);
