package io.crossdock.exceptions;

import io.crossdock.order.severity.Caps;
import io.crossdock.order.severity.SeverityRules;

/**
 * What every stage that reports exceptions goes by.
 *
 * @param severities how much they matter
 * @param caps how many of a type are told one by one, over all partitions
 * @param partitions of which a task has one
 * @param times takes how long each lasted
 * @param former what was open before a rebuild
 */
public record Judgement(SeverityRules severities, Caps caps, int partitions, ResolutionTimes times, Former former) {}
