import { tableOf } from '../helpers/table';
import { cases } from './self-update-unreachable.cases';

tableOf('self-update-unreachable', cases);
