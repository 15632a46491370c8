import { tableOf } from '../helpers/table';
import { cases } from './client-web-service-unreachable.cases';

tableOf('client-web-service-unreachable', cases);
