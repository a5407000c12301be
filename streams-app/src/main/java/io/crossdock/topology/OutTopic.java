package io.crossdock.topology;

import io.crossdock.contract.OutMessage;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;

/** A message goes to the topic of its target. */
record OutTopic() implements TopicNameExtractor<String, OutMessage> {

    @Override
    public String extract(String key, OutMessage message, RecordContext context) {
        return Topics.out(message.getTarget());
    }
}
