package io.crossdock.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Link;
import io.crossdock.systems.NeverLinks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which links of a mapped row are taken, however the mapping file made them. */
class FactReaderTest {

    private static final IdentifierTypes TYPES = IdentifierTypes.ranked(Map.of("wms:order", 10, "erp:po", 25), 20);
    private static final NeverLinks NEVER = new NeverLinks(Set.of("VERBAL", "SEE E-MAIL"));

    @Test
    void shouldTakeALinkWhoseEndsAreNamed() throws JsonProcessingException {
        assertThat(links("wms:order:W-9", "erp:po:4711"))
                .singleElement()
                .returns(Link.Rule.EXPLICIT, Link::rule)
                .returns(Link.Kind.SAME_AS, Link::kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"erp:po:VERBAL", "erp:po:verbal", "erp:po: Verbal ", "erp:po:see e-mail"})
    void shouldLeaveOutALinkToAValueThatNamesNothing(String to) throws JsonProcessingException {
        assertThat(links("wms:order:W-9", to)).isEmpty();
    }

    @Test
    void shouldRefuseALinkThatRunsDownward() {
        assertThatThrownBy(() -> links("erp:po:4711", "wms:order:W-9"))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("runs downward");
    }

    private static List<Link> links(String from, String to) throws JsonProcessingException {
        JsonNode node = new ObjectMapper()
                .readTree("[{\"kind\": \"same-as\", \"from\": \"" + from + "\", \"to\": \"" + to + "\"}]");
        return FactReader.links(node, TYPES, NEVER);
    }
}
