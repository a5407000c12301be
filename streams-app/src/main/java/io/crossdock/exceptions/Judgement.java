package io.crossdock.exceptions;

import io.crossdock.order.severity.SeverityRules;

/**
 * What every stage that reports exceptions goes by.
 *
 * @param severities how much they matter
 * @param times takes how long each lasted
 * @param former what was open before a rebuild
 */
public record Judgement(SeverityRules severities, ResolutionTimes times, Former former) {}
