package io.crossdock.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.schibsted.spt.data.jslt.Parser;
import io.crossdock.systems.Connection;
import io.crossdock.systems.Systems;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One thing written in several ways is one identifier: the table of docs/configuration.md. */
class FormsOfOneValueTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Connection ERP = Systems.load(Samples.CONNECTORS).connection("erp");

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "id(\"order\", .v); \"  SO-1042 \"; \"erp:order:SO-1042\"",
                "id(\"order\", .v); 1042; \"erp:order:1042\"",
                "id(\"order\", .v); 1042.0; \"erp:order:1042\"",
                "id(\"order\", .v); \"1042\"; \"erp:order:1042\"",
                "id(\"order\", .v); \"0000001042\"; \"erp:order:0000001042\"",
                "id(\"order\", replace(text(.v), \"^0+\", \"\")); \"0000001042\"; \"erp:order:1042\"",
                "id(\"order\", replace(text(.v), \"^0+\", \"\")); \"1042\"; \"erp:order:1042\"",
                "peer(\"crm\", \"order\", salesforce-id(.v, \"801\")); \"8015g00000Wqu1E\"; \"crm:order:8015g00000Wqu1EAAR\"",
                "peer(\"crm\", \"order\", salesforce-id(.v, \"801\")); \"8015G00000WQU1EAAR\"; \"crm:order:8015g00000Wqu1EAAR\"",
                "tracking(.v, \"1Z9\"); \"UPS\"; \"ups:tracking:1Z9\"",
                "tracking(.v, \"1Z9\"); \"DHL Express\"; \"dhl-express:tracking:1Z9\"",
                "id(\"po\", text(.v) + \"/\" + text(\" 4711\")); \"ACME \"; \"erp:po:ACME/4711\"",
                "id(\"po\", .v); \"Verbal\"; null",
                "id(\"po\", .v); \" n/a \"; null",
                "tracking(\"UPS\", .v); \"TBD\"; null"
            })
    void shouldBecomeOneIdentifier(String expression, String value, String identifier) throws IOException {
        // When
        String found = new Parser(new StringReader(expression))
                .withFunctions(new MappingLanguage(ERP).functions())
                .compile()
                .apply(MAPPER.readTree("{\"v\": " + value + "}"))
                .toString();

        // Then
        assertThat(found).isEqualTo(identifier);
    }
}
