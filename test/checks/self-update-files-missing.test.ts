import { tableOf } from '../helpers/table';
import { cases } from './self-update-files-missing.cases';

tableOf('self-update-files-missing', cases);
