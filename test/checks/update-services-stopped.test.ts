import { tableOf } from '../helpers/table';
import { cases } from './update-services-stopped.cases';

tableOf('update-services-stopped', cases);
