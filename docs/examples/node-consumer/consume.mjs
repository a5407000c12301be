// Prints the status of every order and goes on with each change; with --once it ends at what is the end of the topic now.
//   node consume.mjs [broker] [registry] [--once]
import avro from 'avsc';
import { Kafka, logLevel } from 'kafkajs';

const [broker = '127.0.0.1:9092', registry = 'http://127.0.0.1:8085'] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const once = process.argv.includes('--once');
const topic = 'orders.status';

// A value is one zero byte, the schema's id in four bytes, then plain Avro. An id never changes its meaning.
const types = new Map();
async function decode(value) {
  if (value === null) return null; // The order was merged into another one.
  if (value.readUInt8(0) !== 0) throw new Error('A value does not begin with a zero byte.');
  const id = value.readInt32BE(1);
  if (!types.has(id)) {
    const answer = await fetch(`${registry}/apis/ccompat/v7/schemas/ids/${id}`);
    if (!answer.ok) throw new Error(`The registry at ${registry} does not know schema ${id}: ${answer.status}`);
    const { schema } = await answer.json();
    types.set(id, avro.Type.forSchema(JSON.parse(schema)));
  }
  return types.get(id).fromBuffer(value.subarray(5));
}

const kafka = new Kafka({ clientId: 'node-example', brokers: [broker], logLevel: logLevel.ERROR });
const admin = kafka.admin();
await admin.connect();
const ends = new Map((await admin.fetchTopicOffsets(topic)).map((each) => [each.partition, BigInt(each.offset)]));
await admin.disconnect();

// In a transactional topic the last offset may be the mark of a transaction, so the end is when nothing comes any more.
const orders = new Map();
const group = `node-example-${process.pid}-${Date.now()}`;
const consumer = kafka.consumer({ groupId: group, sessionTimeout: 10000 });
let last = Date.now();
async function end(error) {
  await consumer.disconnect();
  await admin.connect();
  await admin.deleteGroups([group]).catch(() => {});
  await admin.disconnect();
  if (error) {
    console.error(error.message);
    process.exit(1);
  }
  const counts = {};
  for (const order of orders.values()) counts[order.status] = (counts[order.status] ?? 0) + 1;
  console.log(`${orders.size} orders read as plain Avro: ${JSON.stringify(counts)}`);
  process.exit(orders.size > 0 ? 0 : 1);
}

await consumer.connect();
await consumer.subscribe({ topic, fromBeginning: true });
await consumer.run({
  eachMessage: async ({ message, partition }) => {
    try {
      const status = await decode(message.value);
      const id = message.key.toString();
      if (status === null) orders.delete(id);
      else orders.set(id, status);
      if (!once && status) console.log(`${id} ${status.status} ${status.version.epoch}.${status.version.seq}`);
      if (BigInt(message.offset) < ends.get(partition)) last = Date.now();
    } catch (error) {
      await end(error);
    }
  },
});
if (once) {
  setInterval(() => {
    const waited = Date.now() - last;
    if (waited > (orders.size > 0 ? 3000 : 20000)) void end();
  }, 200);
}
