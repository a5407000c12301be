package io.crossdock.connect.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.crossdock.connect.call.Usage;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes an {@link Answer} of an HTTP response. */
final class AnswerReader {

    /** Decimals stay decimals: a price is not rounded on its way through. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Pattern USAGE = Pattern.compile("\\bapi-usage=(\\d{1,15})/(\\d{1,15})");
    private static final Duration LAST_OF_SECOND = Duration.ofMillis(999);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final Clock clock;

    AnswerReader(Clock clock) {
        this.clock = clock;
    }

    Answer read(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                body(response.body()),
                serverTime(response),
                retryAfter(response),
                usage(response));
    }

    private static JsonNode body(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }

    /** The Date header knows the second and our clock the millisecond: ours counts as far as the header allows. */
    private Instant serverTime(HttpResponse<String> response) {
        Instant now = clock.instant();
        Instant date = date(response.headers().firstValue("Date").orElse(""));
        if (date == null) {
            return now;
        }
        Instant last = date.plus(LAST_OF_SECOND);
        return now.isBefore(date) ? date : now.isAfter(last) ? last : now;
    }

    private @Nullable Duration retryAfter(HttpResponse<String> response) {
        String text = response.headers().firstValue("Retry-After").orElse("").strip();
        if (text.isEmpty()) {
            return null;
        }
        Instant until = date(text);
        Duration wait;
        if (until != null) {
            wait = Duration.between(clock.instant(), until);
        } else if (text.length() < 10 && text.chars().allMatch(Character::isDigit)) {
            wait = Duration.ofSeconds(Long.parseLong(text));
        } else {
            return null;
        }
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static @Nullable Usage usage(HttpResponse<String> response) {
        Matcher usage =
                USAGE.matcher(response.headers().firstValue("Sforce-Limit-Info").orElse(""));
        return usage.find() ? new Usage(Long.parseLong(usage.group(1)), Long.parseLong(usage.group(2))) : null;
    }

    private static @Nullable Instant date(String text) {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
