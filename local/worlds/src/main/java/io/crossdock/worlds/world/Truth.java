package io.crossdock.worlds.world;

import java.util.Map;
import java.util.Set;

/**
 * What is true of one order.
 *
 * @param orderId its public name
 * @param about the order as people in the story call it
 * @param status the body as it must be published: the names of the API, quantities as decimal texts
 * @param situations which rows of the tables it is an example of, for the coverage
 */
public record Truth(String orderId, String about, Map<String, Object> status, Set<String> situations) {}
