import { tableOf } from '../helpers/table';
import { cases } from './client-never-contacted.cases';

tableOf('client-never-contacted', cases);
