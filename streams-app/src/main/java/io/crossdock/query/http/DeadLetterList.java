package io.crossdock.query.http;

import io.crossdock.query.DeadLetterQuestion;
import io.crossdock.query.DeadLetters;
import io.crossdock.query.Page;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The list of dead letters, the newest first: every instance can read all of them. */
final class DeadLetterList {

    private final DeadLetters letters;

    DeadLetterList(DeadLetters letters) {
        this.letters = letters;
    }

    /** The page that a request asks for by {@code connection}, {@code reason}, {@code coordinates} and {@code since}. */
    Page page(Context http) {
        DeadLetterQuestion question = new DeadLetterQuestion(
                http.queryParam("connection"),
                http.queryParam("reason"),
                http.queryParam("coordinates"),
                since(http.queryParam("since")));
        return letters.page(question, PageSize.of(http), Objects.requireNonNullElse(http.queryParam("cursor"), ""));
    }

    private static @Nullable Instant since(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "since is '" + text + "', expected a time with its offset such as 2026-11-26T15:23:00Z; a + is %2B",
                    e);
        }
    }
}
