import { tableOf } from '../helpers/table';
import { cases } from './client-validation-missing.cases';

tableOf('client-validation-missing', cases);
