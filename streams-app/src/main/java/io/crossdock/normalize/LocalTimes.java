package io.crossdock.normalize;

import java.time.DateTimeException;
import java.time.LocalDateTime;

/**
 * Reads {@code yyyy-MM-ddTHH:mm[:ss[.fraction]]}, with a space for the {@code T} too. Written by hand because every row
 * carries several times, and a general parser would cost more than all else that a mapping does.
 */
final class LocalTimes {

    private static final int MINUTES_LENGTH = "2026-11-20T17:45".length();
    private static final int SECONDS_LENGTH = "2026-11-20T17:45:21".length();
    private static final int MAX_FRACTION_DIGITS = 9;

    private LocalTimes() {}

    /**
     * Reads the first {@code length} characters.
     *
     * @throws DateTimeException if they are no time
     */
    static LocalDateTime read(String text, int length) {
        if (length != MINUTES_LENGTH && length < SECONDS_LENGTH) {
            throw notATime(text);
        }
        expect(text, 4, '-');
        expect(text, 7, '-');
        if (text.charAt(10) != ' ') {
            expect(text, 10, 'T');
        }
        expect(text, 13, ':');
        int second = 0;
        int nano = 0;
        if (length > MINUTES_LENGTH) {
            expect(text, 16, ':');
            second = digits(text, 17, 19);
            nano = nano(text, length);
        }
        return LocalDateTime.of(
                digits(text, 0, 4),
                digits(text, 5, 7),
                digits(text, 8, 10),
                digits(text, 11, 13),
                digits(text, 14, 16),
                second,
                nano);
    }

    private static int nano(String text, int length) {
        if (length == SECONDS_LENGTH) {
            return 0;
        }
        expect(text, SECONDS_LENGTH, '.');
        int fraction = length - SECONDS_LENGTH - 1;
        if (fraction == 0 || fraction > MAX_FRACTION_DIGITS) {
            throw notATime(text);
        }
        int nano = digits(text, SECONDS_LENGTH + 1, length);
        for (int i = fraction; i < MAX_FRACTION_DIGITS; i++) {
            nano *= 10;
        }
        return nano;
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw notATime(text);
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static void expect(String text, int at, char expected) {
        if (text.charAt(at) != expected) {
            throw notATime(text);
        }
    }

    private static DateTimeException notATime(String text) {
        return new DateTimeException("Not a time: " + text);
    }
}
