package io.crossdock.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.exceptions.Wrong;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.mailbox.Overload;
import org.junit.jupiter.api.Test;

/** R25: a value that names nothing is said, whatever else is known of it. */
class WrongsTest {

    private static final Identifier VERBAL = Identifier.parse("erp:sales-order:VERBAL");

    @Test
    void shouldSayWhichValueNamesNothingAndWhatToDo() {
        assertThat(Wrongs.overloaded(VERBAL, new Overload(2001, 2000)))
                .containsOnlyKeys("OVERLOADED")
                .extractingByKey("OVERLOADED")
                .extracting(Wrong::text)
                .asString()
                .startsWith("2001 identifiers name erp:sales-order:VERBAL, at most 2000 can")
                .contains("neverLinks");
    }

    @Test
    void shouldSayNothingOfAValueThatFewName() {
        assertThat(Wrongs.overloaded(VERBAL, null)).isEmpty();
    }
}
