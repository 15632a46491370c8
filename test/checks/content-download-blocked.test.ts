import { tableOf } from '../helpers/table';
import { cases } from './content-download-blocked.cases';

tableOf('content-download-blocked', cases);
