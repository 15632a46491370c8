import { tableOf } from '../helpers/table';
import { cases } from './content-drive-full.cases';

tableOf('content-drive-full', cases);
