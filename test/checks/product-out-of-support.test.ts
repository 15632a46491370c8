import { tableOf } from '../helpers/table';
import { cases } from './product-out-of-support.cases';

tableOf('product-out-of-support', cases);
