import { createProcessQueue } from "#services/delivery/queue.ts";
import { describeQueue } from "#test/services/delivery/queue-contract.ts";

describeQueue("in one process", createProcessQueue);
